import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { SubgraphRequest } from './subgraph.ts';

/** Why a stream of events ended: all said, not allowed, or the connection went. */
export type Ending =
  | { kind: 'complete' }
  | { kind: 'refused'; errors: GraphQLFormattedError[] }
  | { kind: 'lost' };

export interface EventSink {
  /** The subgraph is asked; events from now on will arrive. */
  begun(): void;
  next(result: ExecutionResult): void;
  /** Called once, as the last thing. */
  end(ending: Ending): void;
}

/** Milliseconds. */
interface Times {
  /** Until the subgraph has taken the connection, and the identity. */
  handshake: number;
  /** After which the subgraph is asked whether it is there, and for which it may then be silent. */
  ping: number;
  pong: number;
  /** For which a connection without streams is kept. */
  empty: number;
}

const usual: Times = { handshake: 2_000, ping: 5_000, pong: 7_000, empty: 2_000 };

interface Options {
  url: URL;
  /** Signs the identity under which the subgraph is asked. */
  identity(): Promise<string>;
  /** Called once; `lost` unless it was closed for want of streams, or by `close`. */
  onClose(lost: boolean): void;
  times?: Times;
}

/** Milliseconds that a peer has to answer our closing before it is cut off. */
const closeWithin = 1_000;
const maxPayload = 32 * 1024 * 1024;

/**
 * One connection to a subgraph, opened by its first stream, under one identity, carrying many streams: a client of
 * graphql-ws that never connects again by itself, since only the reader of a stream knows where to go on.
 */
export class EventSocket {
  readonly #client: Client;
  readonly #sinks = new Map<EventSink, () => void>();
  readonly #onClose: (lost: boolean) => void;
  #socket: WebSocket | undefined;
  #isReady = false;
  #closed = false;
  #silent: NodeJS.Timeout | undefined;

  constructor({ url, identity, onClose, times = usual }: Options) {
    this.#onClose = onClose;
    const opened = (socket: WebSocket): void => {
      this.#socket = socket;
    };
    this.#client = createClient({
      url: url.href,
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocol: string) {
          super(address, protocol, {
            handshakeTimeout: times.handshake,
            perMessageDeflate: false,
            maxPayload,
          });
          opened(this);
        }

        override close(code?: number, reason?: string): void {
          super.close(code, reason);
          setTimeout(() => this.terminate(), closeWithin).unref();
        }
      },
      connectionParams: async () => ({ identity: await identity() }),
      retryAttempts: 0,
      lazyCloseTimeout: times.empty,
      keepAlive: times.ping,
      on: {
        opened: () => this.#expectWithin(times.handshake),
        connected: () => this.#connected(),
        ping: (received) => received || this.#expectWithin(times.pong),
        pong: (received) => received && clearTimeout(this.#silent),
        error: () => this.#end(true),
        closed: () => this.#end(this.#sinks.size > 0),
      },
    });
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Starts a stream; the returned function ends it without a word to the sink. */
  subscribe(request: SubgraphRequest, sink: EventSink): () => void {
    const end = (ending: Ending): void => {
      if (this.#sinks.delete(sink)) sink.end(ending);
    };
    const stop = this.#client.subscribe(request, {
      next: (result) => sink.next(result as ExecutionResult),
      error: (error) =>
        end(
          Array.isArray(error)
            ? { kind: 'refused', errors: error as GraphQLFormattedError[] }
            : { kind: 'lost' },
        ),
      complete: () => end({ kind: 'complete' }),
    });
    this.#sinks.set(sink, stop);
    if (this.#isReady) sink.begun();
    return () => {
      if (this.#sinks.delete(sink)) stop();
    };
  }

  close(): void {
    this.#end(false);
  }

  #connected(): void {
    clearTimeout(this.#silent);
    this.#isReady = true;
    for (const sink of this.#sinks.keys()) sink.begun();
  }

  #expectWithin(milliseconds: number): void {
    clearTimeout(this.#silent);
    this.#silent = setTimeout(() => this.#end(true), milliseconds);
  }

  #end(lost: boolean): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#silent);
    // Not in order: a peer that is frozen would never answer. The client of a connection that failed rejects.
    this.#socket?.terminate();
    void Promise.resolve(this.#client.dispose()).catch(() => {});
    this.#onClose(lost);
    const sinks = [...this.#sinks.keys()];
    this.#sinks.clear();
    for (const sink of sinks) sink.end({ kind: 'lost' });
  }
}
