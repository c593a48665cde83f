import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import { WebSocket } from 'ws';
import type { SubgraphRequest } from './subgraph.ts';

/** Why a stream of events ended: all said, not allowed, or the connection went. */
export type Ending =
  | { kind: 'complete' }
  | { kind: 'refused'; errors: GraphQLFormattedError[] }
  | { kind: 'lost' };

export interface EventSink {
  /** The subgraph has been asked; events from now on will arrive. */
  begun(): void;
  next(result: ExecutionResult): void;
  /** Called once, as the last thing. */
  end(ending: Ending): void;
}

interface Message {
  id?: string;
  type?: string;
  payload?: unknown;
}

const handshakeWithin = 2_000;
const pingEvery = 5_000;
const silentFor = 12_000;
const lingerEmpty = 2_000;

/**
 * One connection to a subgraph in the graphql-transport-ws protocol, under one identity, carrying many
 * streams. A connection that falls silent counts as lost.
 */
export class EventSocket {
  readonly #socket: WebSocket;
  readonly #sinks = new Map<string, { request: SubgraphRequest; sink: EventSink }>();
  readonly #onClose: (lost: boolean) => void;
  #ready = false;
  #closed = false;
  #lastHeard = Date.now();
  #nextId = 0;
  readonly #ticker: NodeJS.Timeout;
  #emptySince = Date.now();

  constructor(url: URL, identity: string, onClose: (lost: boolean) => void) {
    this.#onClose = onClose;
    this.#socket = new WebSocket(url, 'graphql-transport-ws', {
      handshakeTimeout: handshakeWithin,
      perMessageDeflate: false,
      maxPayload: 32 * 1024 * 1024,
    });
    this.#socket.on('open', () => this.#send({ type: 'connection_init', payload: { identity } }));
    this.#socket.on('message', (data) => this.#receive(String(data)));
    this.#socket.on('error', () => this.#lose());
    this.#socket.on('close', () => this.#lose());
    this.#ticker = setInterval(() => this.#tick(), 1_000);
    this.#ticker.unref();
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Starts a stream; the returned function ends it without a word to the sink. */
  subscribe(request: SubgraphRequest, sink: EventSink): () => void {
    const id = String(this.#nextId++);
    this.#sinks.set(id, { request, sink });
    if (this.#ready) this.#begin(id, request, sink);
    return () => {
      if (!this.#sinks.delete(id)) return;
      this.#emptySince = Date.now();
      if (this.#ready) this.#send({ id, type: 'complete' });
    };
  }

  close(): void {
    this.#lose(false);
  }

  #begin(id: string, request: SubgraphRequest, sink: EventSink): void {
    this.#send({ id, type: 'subscribe', payload: request });
    sink.begun();
  }

  #receive(text: string): void {
    this.#lastHeard = Date.now();
    let message: Message;
    try {
      message = JSON.parse(text);
    } catch {
      this.#lose();
      return;
    }
    if (message.type === 'connection_ack') {
      this.#ready = true;
      for (const [id, { request, sink }] of this.#sinks) this.#begin(id, request, sink);
      return;
    }
    if (message.type === 'ping') this.#send({ type: 'pong' });
    const { id } = message;
    const stream = id === undefined ? undefined : this.#sinks.get(id);
    if (id === undefined || !stream) return;
    if (message.type === 'next') stream.sink.next(message.payload as ExecutionResult);
    if (message.type !== 'complete' && message.type !== 'error') return;
    this.#sinks.delete(id);
    this.#emptySince = Date.now();
    if (message.type === 'complete') stream.sink.end({ kind: 'complete' });
    else stream.sink.end({ kind: 'refused', errors: message.payload as GraphQLFormattedError[] });
  }

  #tick(): void {
    const now = Date.now();
    const timeoutMs = this.#ready ? silentFor : handshakeWithin;
    if (now - this.#lastHeard > timeoutMs) this.#lose();
    else if (this.#sinks.size === 0 && now - this.#emptySince > lingerEmpty) this.close();
    else if (this.#ready && now - this.#lastHeard > pingEvery) this.#send({ type: 'ping' });
  }

  #send(message: Message): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #lose(lost = true): void {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#ticker);
    this.#socket.terminate();
    this.#onClose(lost);
    const sinks = [...this.#sinks.values()];
    this.#sinks.clear();
    for (const { sink } of sinks) sink.end({ kind: 'lost' });
  }
}
