import type { WebSocket } from 'ws';

/** Bytes handed to the socket that it has not yet taken; beyond, frames wait in our own queue. */
const highWater = 64 * 1024;
const mostWaitingBytes = 1024 * 1024;
const mostWaitingFrames = 5_000;
/** A socket that takes nothing for this long, milliseconds, while something waits, is too slow. */
const patience = 15_000;

/** A frame: the bytes that all clients share, between those of this one. */
export interface Frame {
  head: Buffer;
  body: Buffer;
  tail: Buffer;
}

const binary = { binary: false };

/**
 * The bounded queue of one client's socket. Waiting frames hold their shared bytes by reference, so a slow
 * client costs its place in the queue and not a copy of every event. A queue that is full, or does not
 * move, ends with `tooSlow`.
 */
export class Outbox {
  readonly #waiting: Frame[] = [];
  #waitingBytes = 0;
  #movedAt = 0;

  constructor(
    private readonly socket: WebSocket,
    private readonly tooSlow: () => void,
  ) {}

  get congested(): boolean {
    return this.#waiting.length > 0;
  }

  send(frame: Frame): void {
    if (this.#waiting.length === 0 && this.socket.bufferedAmount < highWater) {
      this.#write(frame);
      return;
    }
    if (this.#waiting.length === 0) this.#movedAt = Date.now();
    this.#waiting.push(frame);
    this.#waitingBytes += frame.body.length;
    const full = this.#waitingBytes > mostWaitingBytes || this.#waiting.length > mostWaitingFrames;
    if (full || this.stuck) this.tooSlow();
  }

  /** Whether something has been waiting for too long. */
  get stuck(): boolean {
    return this.#waiting.length > 0 && Date.now() - this.#movedAt > patience;
  }

  /** Forgets what waits. */
  clear(): void {
    this.#waiting.length = 0;
    this.#waitingBytes = 0;
  }

  #write({ head, body, tail }: Frame): void {
    this.socket.send(Buffer.concat([head, body, tail]), binary, this.#taken);
  }

  readonly #taken = (): void => {
    if (this.#waiting.length === 0) return;
    this.#movedAt = Date.now();
    while (this.socket.bufferedAmount < highWater) {
      const frame = this.#waiting.shift();
      if (!frame) return;
      this.#waitingBytes -= frame.body.length;
      this.#write(frame);
    }
  };
}
