import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { ErrorCode } from '@bekhedmetkom/platform/errors';
import { decodeCursor, encodeCursor } from '@bekhedmetkom/platform/outbox';
import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import type { Graph } from '../graph/graph.ts';
import { maskError, maskThrown, type Report } from '../plugins/masking.ts';
import type { Ending } from '../upstream/event-socket.ts';
import type { EventSockets } from '../upstream/event-sockets.ts';
import type { Caller } from '../upstream/subgraph.ts';
import { InOrder } from './in-order.ts';
import { RecentEvents, type StreamEvent } from './recent-events.ts';
import type { SharedOperation } from './shared-operation.ts';
import type { Subscriber } from './subscriber.ts';

/** Raw events that may wait to be completed; beyond, the source is left and asked again from there. */
const mostWaiting = 1_000;
/** Events completed at the same time. */
const width = 16;
/** A source that cannot be reached for this long, milliseconds, is given up. */
const giveUpAfter = 30_000;
/** A source that stayed this long was well: its loss is a new one. */
const stableAfter = 5_000;
/** A stream is taken to have caught up with the log when it was quiet this long. */
const settledAfter = 300;

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

export interface StreamParts {
  graph: Graph;
  sockets: EventSockets;
  report: Report;
  /** Called after each event and each new member, to see whether streams have met. */
  moved(stream: Stream): void;
  /** Called when it has ended by itself, with the members that it had. */
  ended(stream: Stream, members: number): void;
  counted: { event(): void; resubscription(): void };
}

/** One execution of a subscription for everybody who asks the same in the same scope. */
export class Stream {
  /** Each member, with the position up to which it has seen everything. */
  readonly members = new Map<Subscriber, number>();
  readonly #recent: RecentEvents;
  readonly #events: InOrder<ExecutionResult, StreamEvent | Ending>;
  readonly #caller: Caller;
  #cursor: string | null;
  #latest: Buffer | undefined;
  #leaveSource: (() => void) | undefined;
  #ending: Ending | undefined;
  #established = false;
  #closed = false;
  #tries = 0;
  #tryingSince = 0;
  #begunAt = 0;
  #retry: NodeJS.Timeout | undefined;
  #quietSince = Date.now();

  constructor(
    private readonly shared: SharedOperation,
    viewer: Viewer,
    requestId: string,
    private readonly parts: StreamParts,
  ) {
    this.#caller = { viewer, requestId };
    this.#cursor = shared.after;
    this.#recent = new RecentEvents(positionOf(shared.after));
    this.#events = new InOrder({
      width,
      work: (event) => this.#complete(event),
      handOn: (event) => ('kind' in event ? this.#refuse(event) : this.#deliver(event)),
      hold: () => this.#onlyMemberIsCongested(),
      drained: () => this.#afterDrain(),
    });
    void this.#ask();
  }

  get position(): number | null {
    return this.#recent.position;
  }

  /** Whether one who has seen everything up to `position` can join without a gap. */
  reaches(position: number | null): boolean {
    return this.#recent.reaches(position);
  }

  /** Whether what comes next is new, and not a replay of what was before. */
  get live(): boolean {
    if (this.shared.after === null) return true;
    return this.#established && Date.now() - this.#quietSince > settledAfter && this.#events.waiting === 0;
  }

  /** Lets one in who has seen everything up to `position`, or who wants only what is new. */
  join(subscriber: Subscriber, position: number | null): void {
    this.members.set(subscriber, position ?? this.position ?? -1);
    if (position !== null && this.#recent.reaches(position)) {
      for (const payload of this.#recent.after(position)) subscriber.next(payload);
    }
    // A stream that cannot be replayed tells a state: the last one is what a newcomer missed.
    if (!this.shared.template.resumption && this.#latest) subscriber.next(this.#latest);
  }

  /** Ends without a word to anybody. */
  close(): void {
    this.#closed = true;
    this.#events.stop();
    this.#leaveSource?.();
    clearTimeout(this.#retry);
  }

  async #ask(): Promise<void> {
    const { graph, sockets } = this.parts;
    const { operation, variables, template } = this.shared;
    this.#ending = undefined;
    this.#leaveSource = undefined;
    try {
      const { subgraph, request } = await graph.eventSource(operation, this.#variables(), this.#caller);
      if (this.#closed) return;
      this.#leaveSource = sockets.subscribe(subgraph, this.#caller.viewer, request, {
        begun: () => {
          this.#established = true;
          this.#begunAt = Date.now();
          this.#quietSince = Date.now();
        },
        next: (event) => this.#take(event),
        end: (ending) => this.#sourceEnded(ending),
      });
    } catch (thrown) {
      const context = { operation: template.text, variables: Object.keys(variables) };
      const errors = maskThrown(thrown, this.#caller.requestId, () => this.parts.report({ thrown, context }));
      this.#refuse({ kind: 'refused', errors });
    }
  }

  #variables(): Record<string, unknown> {
    const { variables, template } = this.shared;
    return template.resumption ? { ...variables, [template.resumption.variable]: this.#cursor } : variables;
  }

  #take(event: ExecutionResult): void {
    this.#quietSince = Date.now();
    this.#events.add(event);
    if (this.#events.waiting < mostWaiting || !this.shared.template.resumption) return;
    // More than we can work on: leave, and come back for the rest. The log keeps it.
    this.#leaveSource?.();
    this.#sourceEnded({ kind: 'lost' });
  }

  async #complete(event: ExecutionResult): Promise<StreamEvent | Ending> {
    const { requestId } = this.#caller;
    const { operation, template } = this.shared;
    const mask = (errors: ExecutionResult['errors']): GraphQLFormattedError[] =>
      errors?.map((error) => maskError(error, requestId, this.parts.report)) ?? [];
    // Of what has no data only the error can be told, and perhaps it ends the stream.
    if (event.data === null || event.data === undefined) {
      const errors = mask(event.errors);
      if (errors.some((error) => final.has(error.extensions?.code))) return { kind: 'refused', errors };
      return { payload: Buffer.from(JSON.stringify({ errors })), position: null };
    }
    try {
      const result = await this.parts.graph.completeEvent(operation, this.#variables(), this.#caller, event);
      const data = result.data ?? null;
      const root = data?.[template.responseKey];
      let position: number | null = null;
      if (template.resumption && typeof root === 'object' && root !== null) {
        const fields = root as Record<string, unknown>;
        const cursor = fields[template.resumption.cursor];
        delete fields[template.resumption.cursor];
        if (typeof cursor === 'string') position = positionOf(cursor);
      }
      const errors = mask(result.errors);
      const payload = Buffer.from(JSON.stringify(errors.length > 0 ? { errors, data } : { data }));
      return { payload, position };
    } catch (thrown) {
      const errors = maskThrown(thrown, requestId, this.parts.report);
      return { payload: Buffer.from(JSON.stringify({ errors })), position: null };
    }
  }

  #deliver(event: StreamEvent): void {
    const { payload, position } = event;
    this.#tries = 0;
    if (position !== null && !this.#recent.add(payload, position)) return;
    if (position !== null) this.#cursor = encodeCursor(position);
    this.parts.counted.event();
    if (!this.shared.template.resumption) this.#latest = payload;
    for (const [subscriber, seen] of this.members) {
      if (position === null || position > seen) subscriber.next(payload);
    }
    this.parts.moved(this);
  }

  #onlyMemberIsCongested(): boolean {
    if (this.members.size !== 1) return false;
    for (const subscriber of this.members.keys()) if (subscriber.congested) return true;
    return false;
  }

  #sourceEnded(ending: Ending): void {
    if (this.#closed || this.#ending) return;
    this.#ending = ending;
    if (this.#begunAt > 0 && Date.now() - this.#begunAt > stableAfter) this.#tries = 0;
    this.#begunAt = 0;
    if (this.#events.waiting === 0) this.#afterDrain();
  }

  #afterDrain(): void {
    const ending = this.#ending;
    if (!ending || this.#closed || this.#retry) return;
    if (ending.kind === 'refused' && ending.errors.some((error) => final.has(error.extensions?.code))) {
      this.#refuse(ending);
      return;
    }
    this.#tryAgain();
  }

  #tryAgain(): void {
    // Nobody knows what was said between the loss and the next asking.
    if (this.#established && this.shared.template.resumption && this.#cursor === null) {
      const message =
        'The stream was interrupted before its first event. Please ask for the state and subscribe again.';
      this.#refuse({ kind: 'refused', errors: [{ message, extensions: { code: 'RESYNC_REQUIRED' } }] });
      return;
    }
    if (this.#tries === 0) this.#tryingSince = Date.now();
    if (Date.now() - this.#tryingSince > giveUpAfter) {
      this.#finish((subscriber) => subscriber.comeAgain());
      return;
    }
    const delay = Math.min(50 * 2 ** this.#tries, 2_000) * (0.75 + Math.random() / 2);
    this.#tries += 1;
    this.parts.counted.resubscription();
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      void this.#ask();
    }, delay);
  }

  #refuse(ending: Ending): void {
    const errors = ending.kind === 'refused' ? ending.errors : [];
    const masked = errors.map((error) => maskError(error, this.#caller.requestId, this.parts.report));
    this.#finish((subscriber) => subscriber.fail(masked));
  }

  #finish(tell: (subscriber: Subscriber) => void): void {
    if (this.#closed) return;
    this.close();
    const members = [...this.members.keys()];
    this.members.clear();
    this.parts.ended(this, members.length);
    for (const subscriber of members) tell(subscriber);
  }
}

/** Null for a cursor that is not a position in a log. */
export function positionOf(cursor: string | null): number | null {
  if (cursor === null) return null;
  try {
    return decodeCursor(cursor);
  } catch {
    return null;
  }
}
