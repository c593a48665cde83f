import { Fault } from '@bekhedmetkom/platform/errors';
import { encodeCursor } from '@bekhedmetkom/platform/outbox';

export interface ToyEvent {
  position: number;
  caseId: string;
  version: number;
}

/** A log of case events in memory, to be followed live or from a cursor. */
export class ToyLog {
  readonly events: ToyEvent[] = [];
  readonly #followers = new Set<() => void>();
  /** Cursors before this position are too old. */
  oldest = 0;
  /** So many events cannot be read, as while a database is away. */
  unreadable = 0;

  append(caseId: string, version = 1): ToyEvent {
    const event = { position: this.events.length + 1, caseId, version };
    this.events.push(event);
    for (const wake of this.#followers) wake();
    return event;
  }

  get followers(): number {
    return this.#followers.size;
  }

  /** Follows the log; ends at once when it is told to, also in the middle of waiting. */
  follow(after: number | null): AsyncIterableIterator<ToyEvent> {
    if (after !== null && after < this.oldest) throw new Fault('RESYNC_REQUIRED', 'The cursor is too old.');
    if (after !== null && after > this.events.length)
      throw new Fault('RESYNC_REQUIRED', 'The cursor is newer than the log.');
    let position = after ?? this.events.length;
    let ended = false;
    let wake = () => {};
    const onAppend = () => wake();
    this.#followers.add(onAppend);
    const end = async () => {
      ended = true;
      this.#followers.delete(onAppend);
      wake();
      return { done: true, value: undefined } as const;
    };
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      next: async () => {
        for (;;) {
          if (ended) return { done: true, value: undefined };
          const event = this.events[position];
          if (event) {
            position += 1;
            return { done: false, value: event };
          }
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      },
      return: end,
    };
  }
}

/** Turns each event of a stream into another, and ends with it. */
export function mapEvents<T>(
  events: AsyncIterableIterator<ToyEvent>,
  to: (event: ToyEvent) => T,
): AsyncIterableIterator<T> {
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      const { done, value } = await events.next();
      return done ? { done, value: undefined } : { done: false, value: to(value) };
    },
    async return() {
      await events.return?.();
      return { done: true, value: undefined };
    },
  };
}

export const cursorOf = ({ position }: ToyEvent): string => encodeCursor(position);
