import type { Duplex } from 'node:stream';
import { type Parts, textFrame } from './frame.ts';

const maxWaitingBytes = 1024 * 1024;
const maxWaitingFrames = 5_000;
/** A socket that takes nothing for this long, milliseconds, while something waits, is too slow. */
const timeoutMs = 15_000;

/**
 * The bounded queue of one client's socket. Frames wait once the socket has said that it is full, and hold
 * their shared bytes by reference, so a slow client costs its place in the queue and not a copy of every
 * event. A queue that is full, or does not move, ends with `tooSlow`.
 */
export class Outbox {
  readonly #waiting: Parts[] = [];
  #waitingBytes = 0;
  #full = false;
  #movedAt = 0;

  constructor(
    private readonly socket: Duplex,
    private readonly tooSlow: () => void,
  ) {
    socket.on('drain', () => this.#drain());
  }

  get congested(): boolean {
    return this.#waiting.length > 0;
  }

  /** Whether something has been waiting for too long. */
  get stuck(): boolean {
    return this.#waiting.length > 0 && Date.now() - this.#movedAt > timeoutMs;
  }

  send(parts: Parts): void {
    if (!this.#full) {
      this.#full = !this.socket.write(textFrame(parts));
      return;
    }
    if (this.#waiting.length === 0) this.#movedAt = Date.now();
    this.#waiting.push(parts);
    this.#waitingBytes += parts.body.length;
    const over = this.#waitingBytes > maxWaitingBytes || this.#waiting.length > maxWaitingFrames;
    if (over || this.stuck) this.tooSlow();
  }

  /** Forgets what waits. */
  clear(): void {
    this.#waiting.length = 0;
    this.#waitingBytes = 0;
  }

  #drain(): void {
    this.#full = false;
    this.#movedAt = Date.now();
    while (!this.#full) {
      const parts = this.#waiting.shift();
      if (!parts) return;
      this.#waitingBytes -= parts.body.length;
      this.#full = !this.socket.write(textFrame(parts));
    }
  }
}
