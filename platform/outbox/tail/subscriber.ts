import type { LoggedEvent } from '../log/logged-event.ts';

export interface SubscriberOptions {
  /** Where it is: it has seen everything up to this position. */
  position: number;
  /** How many events may wait in memory for a slow reader; the others wait in the log. */
  queueLimit: number;
  accept(event: LoggedEvent): boolean;
  /** Refuses, with a Fault, a position from which the log cannot be replayed. */
  admit(position: number): Promise<void>;
  /** The position up to which the live stream has come. */
  head(): number;
  /** Reads the next page after a position that is not live yet. */
  readOn(position: number): Promise<LoggedEvent[]>;
  /** Joins the live stream. */
  join(subscriber: Subscriber): void;
  /** Leaves the live stream: for good, or to replay. */
  leave(subscriber: Subscriber): void;
  ended(subscriber: Subscriber): void;
}

type Result = IteratorResult<LoggedEvent, undefined>;
const done: Result = { done: true, value: undefined };

/**
 * One reader of a log: replays what it missed, a page at a time as it asks, then is handed what comes. When
 * it falls behind it goes back to replaying, so that little is ever kept in memory for it.
 */
export class Subscriber implements AsyncIterableIterator<LoggedEvent> {
  readonly #options: SubscriberOptions;
  #position: number;
  #headWhenTaken: number;
  #queue: LoggedEvent[] = [];
  #admitted = false;
  #live = false;
  #waiting: PromiseWithResolvers<Result>[] = [];
  #reading = false;
  #ended: { error?: unknown } | null = null;

  constructor(options: SubscriberOptions) {
    this.#options = options;
    this.#position = options.position;
    this.#headWhenTaken = options.head();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<Result> {
    const waiting = Promise.withResolvers<Result>();
    this.#waiting.push(waiting);
    this.#serve();
    return waiting.promise;
  }

  async return(): Promise<Result> {
    this.end();
    return done;
  }

  /** Hands over an event of the live stream. */
  push(event: LoggedEvent): void {
    if (!this.#live || event.position <= this.#position) return;
    const wanted = this.#options.accept(event);
    if (wanted && this.#queue.length >= this.#options.queueLimit) {
      this.#fallBehind();
      return;
    }
    this.#position = event.position;
    if (wanted) this.#queue.push(event);
    this.#serve();
  }

  /** How far the live stream has come since the reader last took an event that waits for it. */
  get stalledFor(): number {
    return this.#queue.length > 0 ? this.#options.head() - this.#headWhenTaken : 0;
  }

  /** Ends the stream: for good, or with an error that the reader meets next. What waits is dropped. */
  end(error?: unknown): void {
    if (this.#ended) return;
    this.#ended = error === undefined ? {} : { error };
    this.#queue = [];
    this.#fallBehind();
    this.#options.ended(this);
    this.#serve();
  }

  #fallBehind(): void {
    this.#live = false;
    this.#options.leave(this);
  }

  #serve(): void {
    while (this.#waiting.length > 0) {
      const event = this.#queue.shift();
      if (event) this.#deliver(event);
      else if (this.#ended) this.#finish(this.#ended);
      else break;
    }
    if (this.#waiting.length > 0 && !this.#live && !this.#reading) void this.#replay();
  }

  #deliver(value: LoggedEvent): void {
    this.#headWhenTaken = this.#options.head();
    this.#waiting.shift()?.resolve({ done: false, value });
  }

  #finish(ended: { error?: unknown }): void {
    const waiting = this.#waiting.shift();
    this.#ended = {}; // An error is told once.
    if ('error' in ended) waiting?.reject(ended.error);
    else waiting?.resolve(done);
  }

  async #replay(): Promise<void> {
    this.#reading = true;
    try {
      if (!this.#admitted) await this.#options.admit(this.#position);
      this.#admitted = true;
      while (!this.#ended && !this.#live && this.#queue.length === 0) {
        if (this.#position >= this.#options.head()) this.#goLive();
        else this.#take(await this.#options.readOn(this.#position));
      }
    } catch (error) {
      this.end(error);
    } finally {
      this.#reading = false;
      this.#serve();
    }
  }

  // In the same turn as the look that allowed it, so that no event can come between.
  #goLive(): void {
    this.#live = true;
    this.#options.join(this);
  }

  #take(page: LoggedEvent[]): void {
    if (this.#ended) return;
    for (const event of page) {
      this.#position = event.position;
      if (this.#options.accept(event)) this.#queue.push(event);
    }
  }
}
