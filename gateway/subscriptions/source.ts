import type { ErrorCode } from '@bekhedmetkom/platform/errors';
import { backOff } from '@bekhedmetkom/time/back-off';
import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import type { Ending, EventSink } from '../upstream/event-socket.ts';

/** A source that cannot be reached for this long, milliseconds, is given up. */
const giveUpAfter = 30_000;
/** A source that stayed this long was well: its loss is a new one. */
const stableAfter = 5_000;
/** Milliseconds within which a failing source ends after its last words. */
const lastWordsWithin = 100;

/** What a source says that trying again would not change. */
const final = new Set<unknown>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'MAX_COST_EXCEEDED',
  'RESYNC_REQUIRED',
] satisfies ErrorCode[]);

export const isFinal = (errors: readonly { extensions?: Record<string, unknown> }[]): boolean =>
  errors.some((error) => final.has(error.extensions?.code));

export interface SourceOptions {
  /** Asks for the events after the last that was worked on; gives the function that stops them. */
  ask(sink: EventSink): Promise<() => void>;
  /** Whether asking again would leave a gap: there is no place in the log to go on from. */
  wouldLeaveGap(): boolean;
  /** Whether all that was taken has been worked on. Only then is it known where to go on. */
  idle(): boolean;
  take(event: ExecutionResult): void;
  refused(errors: readonly GraphQLFormattedError[]): void;
  /** It was lost before its first event: nobody knows what was missed. */
  interrupted(): void;
  givenUp(): void;
  askedAgain(): void;
}

/** The events of one subscription at its subgraph, asked for again whenever they stop coming. */
export class Source {
  #stop: (() => void) | undefined;
  #ending: Ending | undefined;
  /** The last event, if it had no data. */
  #held: { event: ExecutionResult; timer: NodeJS.Timeout } | undefined;
  #begunAt = 0;
  #closed = false;
  #tries = 0;
  #tryingSince = 0;
  #retry: NodeJS.Timeout | undefined;

  constructor(private readonly options: SourceOptions) {
    void this.#ask();
  }

  /** Whether it was ever reached. */
  established = false;

  /** Stops the events for now; they are asked for again when what came has been worked on. */
  pause(): void {
    this.#stop?.();
    this.#end({ kind: 'lost' });
  }

  /** To be called when all that was taken has been worked on. */
  drained(): void {
    const ending = this.#ending;
    if (!ending || this.#closed || this.#retry) return;
    if (ending.kind === 'refused' && isFinal(ending.errors)) this.options.refused(ending.errors);
    else this.#askAgain();
  }

  /** To be called when an event came through: the source is well. */
  recovered(): void {
    this.#tries = 0;
  }

  close(): void {
    this.#closed = true;
    this.#stop?.();
    clearTimeout(this.#retry);
    clearTimeout(this.#held?.timer);
  }

  async #ask(): Promise<void> {
    this.#ending = undefined;
    this.#stop = undefined;
    const stop = await this.options.ask({
      begun: () => {
        this.established = true;
        this.#begunAt = Date.now();
      },
      next: (event) => this.#take(event),
      end: (ending) => this.#end(ending),
    });
    if (this.#closed) stop();
    else this.#stop = stop;
  }

  #take(event: ExecutionResult): void {
    this.#release();
    if (event.data !== null && event.data !== undefined) {
      this.options.take(event);
      return;
    }
    // Either an event that failed, or the last words of a source that failed: its end follows at once.
    this.#held = { event, timer: setTimeout(() => this.#release(), lastWordsWithin) };
  }

  #release(): void {
    const held = this.#held;
    if (!held) return;
    clearTimeout(held.timer);
    this.#held = undefined;
    if (!this.#closed) this.options.take(held.event);
  }

  #end(ending: Ending): void {
    if (this.#closed || this.#ending) return;
    const lastWords = this.#held?.event.errors;
    clearTimeout(this.#held?.timer);
    this.#held = undefined;
    this.#ending =
      lastWords && ending.kind === 'complete' ? { kind: 'refused', errors: [...lastWords] } : ending;
    if (this.#begunAt > 0 && Date.now() - this.#begunAt > stableAfter) this.#tries = 0;
    this.#begunAt = 0;
    if (this.options.idle()) this.drained();
  }

  #askAgain(): void {
    if (this.established && this.options.wouldLeaveGap()) {
      this.options.interrupted();
      return;
    }
    if (this.#tries === 0) this.#tryingSince = Date.now();
    if (Date.now() - this.#tryingSince > giveUpAfter) {
      this.options.givenUp();
      return;
    }
    this.#tries += 1;
    const delay = backOff(this.#tries, { first: 50, longest: 2_000 });
    this.options.askedAgain();
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      void this.#ask();
    }, delay);
  }
}
