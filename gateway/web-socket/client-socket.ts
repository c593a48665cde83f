import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import type { GraphQLFormattedError } from 'graphql';
import { type RawData, WebSocket } from 'ws';
import type { Session } from '../authentication/session.ts';
import type { Runner } from '../execution/runner.ts';
import type { Prepared } from '../operation/prepare.ts';
import { words } from '../wording/words.ts';
import { type ClientMessage, readClientMessage } from './client-message.ts';
import { type CloseReason, closeCodes } from './close-codes.ts';
import { Outbox } from './send-buffer.ts';

export interface SocketLimits {
  /** Operations at the same time on one socket. */
  subscriptions: number;
  messagesPerMinute: number;
  /** Milliseconds until connection_init must have come. */
  initialisation: number;
}

export interface SocketParts {
  runner: Runner;
  limits: SocketLimits;
  /** Finds who it is; throws a Fault. */
  authenticate(payload: Record<string, unknown>): Promise<Session>;
  /** Whether the session may still be told something, asked before every event. */
  seemsToHold(session: Session): boolean;
  /** Gives the socket's place to the person that it turns out to be; false when that person has too many. */
  settle(session: Session): boolean;
  closed(reason: CloseReason): void;
}

const tail = Buffer.from('}');
const nothing = Buffer.alloc(0);
/** Milliseconds that a peer has to answer our closing before it is cut off. */
const closingTime = 1_000;

/** One client's socket, speaking graphql-transport-ws. */
export class ClientSocket {
  session: Session | undefined;
  readonly #operations = new Map<string, () => void>();
  readonly #outbox: Outbox;
  #initialised = false;
  #closing = false;
  #messages = 0;
  #minuteBegan = Date.now();
  #idleSince = Date.now();
  readonly #initialisation: NodeJS.Timeout;

  constructor(
    private readonly socket: WebSocket,
    /** What the socket speaks over; frames are written to it directly. */
    stream: Duplex,
    private readonly parts: SocketParts,
  ) {
    this.#outbox = new Outbox(stream, () => this.close('slowConsumer'));
    this.#initialisation = setTimeout(() => this.close('initialisationTimeout'), parts.limits.initialisation);
    socket.on('message', (data, isBinary) => this.#receive(data, isBinary));
    socket.on('close', () => this.#end());
    // Too large a frame and the like: ws itself closes, with the right code.
    socket.on('error', () => undefined);
  }

  /** Milliseconds for which it has been open without any operation; 0 while it has one. */
  get idleFor(): number {
    return this.#operations.size > 0 ? 0 : Date.now() - this.#idleSince;
  }

  /** Whether the client has stopped reading. */
  get stuck(): boolean {
    return this.#outbox.stuck;
  }

  close(reason: CloseReason): void {
    if (this.#closing) return;
    const [code, text] = closeCodes[reason];
    this.parts.closed(reason);
    this.#end();
    this.socket.close(code, text);
    setTimeout(() => this.socket.terminate(), closingTime).unref();
  }

  #end(): void {
    this.#closing = true;
    clearTimeout(this.#initialisation);
    this.#outbox.clear();
    for (const leave of this.#operations.values()) leave();
    this.#operations.clear();
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (this.#closing) return;
    if (this.#tooManyMessages()) {
      this.close('tooManyMessages');
      return;
    }
    const message = isBinary ? undefined : readClientMessage(String(data));
    if (!message) this.close('badMessage');
    else this.#handle(message);
  }

  #tooManyMessages(): boolean {
    const now = Date.now();
    if (now - this.#minuteBegan > 60_000) {
      this.#minuteBegan = now;
      this.#messages = 0;
    }
    this.#messages += 1;
    return this.#messages > this.parts.limits.messagesPerMinute;
  }

  #handle(message: ClientMessage): void {
    if (message.type === 'connection_init') void this.#initialise(message.payload ?? {});
    else if (message.type === 'ping') this.#say({ type: 'pong' });
    else if (message.type === 'subscribe') void this.#start(message);
    else if (message.type === 'complete') this.#stop(message.id);
  }

  async #initialise(payload: Record<string, unknown>): Promise<void> {
    if (this.#initialised) {
      this.close('tooManyInitialisations');
      return;
    }
    this.#initialised = true;
    try {
      const session = await this.parts.authenticate(payload);
      if (this.#closing) return;
      if (!this.parts.settle(session)) {
        this.close('tooManyConnections');
        return;
      }
      this.session = session;
      clearTimeout(this.#initialisation);
      this.#say({ type: 'connection_ack' });
    } catch {
      this.close('unauthorized');
    }
  }

  async #start({ id, payload }: Extract<ClientMessage, { type: 'subscribe' }>): Promise<void> {
    const { runner, limits } = this.parts;
    const { session } = this;
    if (!session) {
      this.close('unauthorized');
      return;
    }
    if (this.#operations.has(id)) {
      this.close('idTaken');
      return;
    }
    if (this.#operations.size >= limits.subscriptions) {
      const message = words.tooManyOperations(String(limits.subscriptions))[session.viewer.language];
      this.#say({ id, type: 'error', payload: [{ message, extensions: { code: 'RATE_LIMITED' } }] });
      return;
    }
    const requestId = randomUUID();
    let prepared: Prepared;
    try {
      prepared = runner.prepare(payload, session);
    } catch (thrown) {
      this.#say({ id, type: 'error', payload: runner.mask(thrown, { ...session, requestId }) });
      return;
    }
    if (prepared.operation.definition.operation === 'subscription') {
      await this.#subscribe(id, prepared, session, requestId);
      return;
    }
    let wanted = true;
    this.#operations.set(id, () => {
      wanted = false;
    });
    const answer = await runner.answer(prepared, session, requestId);
    if (!wanted) return;
    this.#operations.delete(id);
    this.#say({ id, type: 'next', payload: answer });
    this.#say({ id, type: 'complete' });
  }

  async #subscribe(id: string, prepared: Prepared, session: Session, requestId: string): Promise<void> {
    const head = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
    const outbox = this.#outbox;
    let leave: (() => void) | undefined;
    let ended = false;
    const end = () => {
      ended = true;
      leave?.();
    };
    this.#operations.set(id, end);
    leave = await this.parts.runner.subscribe(prepared, requestId, {
      session,
      next: (body) => {
        if (ended || this.socket.readyState !== WebSocket.OPEN) return;
        if (!this.parts.seemsToHold(session)) {
          this.close('sessionEnded');
          return;
        }
        outbox.send({ head, body, tail });
      },
      fail: (errors: readonly GraphQLFormattedError[]) => {
        if (ended) return;
        this.#stop(id);
        this.#say({ id, type: 'error', payload: errors });
      },
      requestReconnect: () => this.close('tryAgainLater'),
      get congested() {
        return outbox.congested;
      },
    });
    if (ended) leave();
  }

  #stop(id: string): void {
    const leave = this.#operations.get(id);
    this.#operations.delete(id);
    this.#idleSince = Date.now();
    leave?.();
  }

  #say(message: Record<string, unknown>): void {
    if (this.#closing || this.socket.readyState !== WebSocket.OPEN) return;
    this.#outbox.send({ head: nothing, body: Buffer.from(JSON.stringify(message)), tail: nothing });
  }
}
