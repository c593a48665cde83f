import type { Viewer } from '@bekhedmetkom/platform/auth';
import { encodeCursor } from '@bekhedmetkom/platform/outbox';
import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import type { Graph } from '../graph/graph.ts';
import { maskErrors, maskThrown, type Report } from '../operation/masking.ts';
import type { EventSink } from '../upstream/event-socket.ts';
import type { EventSockets } from '../upstream/event-sockets.ts';
import type { Caller } from '../upstream/subgraph.ts';
import { words } from '../wording/words.ts';
import { type Completed, makeEventCompletion } from './complete-event.ts';
import { InOrder } from './in-order.ts';
import { positionOf, RecentEvents, type StreamEvent } from './recent-events.ts';
import type { SharedOperation } from './shared-operation.ts';
import { Source } from './source.ts';
import type { Subscriber } from './subscriber.ts';

/** Raw events that may wait to be completed; beyond, the source is left and asked again from there. */
const maxWaiting = 1_000;
/** Events completed at the same time. */
const width = 16;
/** A stream is taken to have caught up with the log when it was quiet this long, milliseconds. */
const settledAfter = 300;

export interface StreamParts {
  graph: Graph;
  sockets: EventSockets;
  report: Report;
  /** Called after each event, to see whether streams have met. */
  moved(stream: Stream): void;
  /** Called when it has ended by itself, with the number of members that it had. */
  ended(stream: Stream, members: number): void;
  counted: { event(members: number): void; skipped(): void; resubscription(): void };
}

/** One execution of a subscription for everybody who asks the same in the same scope. */
export class Stream {
  /** Each member, with the position up to which it has seen everything. */
  readonly members = new Map<Subscriber, number>();
  readonly #recent: RecentEvents;
  readonly #events: InOrder<ExecutionResult, Completed>;
  readonly #source: Source;
  readonly #caller: Caller;
  #cursor: string | null;
  #latest: Buffer | undefined;
  #closed = false;
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
      work: makeEventCompletion({
        graph: parts.graph,
        template: shared.template,
        caller: this.#caller,
        variables: () => this.#variables(),
        report: parts.report,
      }),
      handOn: (event) => this.#handOn(event),
      hold: () => this.#onlyMemberIsCongested(),
      drained: () => this.#source.drained(),
    });
    this.#source = new Source({
      ask: (sink) => this.#ask(sink),
      wouldLeaveGap: () => this.resumable && this.#cursor === null,
      idle: () => this.#events.waiting === 0,
      take: (event) => this.#take(event),
      refused: (errors) => this.#refuse(errors),
      interrupted: () =>
        this.#refuse([
          {
            message: words.interrupted[viewer.language],
            extensions: { code: 'RESYNC_REQUIRED' },
          },
        ]),
      givenUp: () => this.#finish((subscriber) => subscriber.requestReconnect()),
      askedAgain: () => parts.counted.resubscription(),
    });
  }

  get position(): number | null {
    return this.#recent.position;
  }

  /** Whether its events have places in a log; if not it tells a state, of which only the latest counts. */
  get resumable(): boolean {
    return this.shared.template.resumption !== undefined;
  }

  /** Whether one who has seen everything up to `position` can join without a gap. */
  reaches(position: number | null): boolean {
    return this.#recent.reaches(position);
  }

  /** Whether what comes next is new, and not a replay of what was before. */
  get live(): boolean {
    if (this.shared.after === null) return true;
    const quiet = this.#events.waiting === 0 && Date.now() - this.#quietSince > settledAfter;
    return this.#source.established && quiet;
  }

  /** Lets one in who has seen everything up to `position`, or who wants only what is new. */
  join(subscriber: Subscriber, position: number | null): void {
    this.members.set(subscriber, position ?? this.position ?? -1);
    if (position !== null && this.#recent.reaches(position)) {
      for (const payload of this.#recent.after(position)) subscriber.next(payload);
    }
    if (!this.resumable && this.#latest) subscriber.next(this.#latest);
  }

  /** Ends without a word to anybody. */
  close(): void {
    this.#closed = true;
    this.#events.stop();
    this.#source.close();
  }

  async #ask(sink: EventSink): Promise<() => void> {
    const { graph, sockets, report } = this.parts;
    const { viewer } = this.#caller;
    try {
      const { subgraph, request } = await graph.eventSource(
        this.shared.operation,
        this.#variables(),
        this.#caller,
      );
      return sockets.subscribe(subgraph, viewer, request, {
        ...sink,
        begun: () => {
          this.#quietSince = Date.now();
          sink.begun();
        },
      });
    } catch (thrown) {
      // It cannot be planned: no trying again will help.
      this.#refuse(maskThrown(thrown, this.#caller, report));
      return () => undefined;
    }
  }

  #variables(): Record<string, unknown> {
    const { variables, template } = this.shared;
    return template.resumption ? { ...variables, [template.resumption.variable]: this.#cursor } : variables;
  }

  #take(event: ExecutionResult): void {
    this.#quietSince = Date.now();
    this.#events.add(event);
    // More than we can work on: leave, and come back for the rest. The log keeps it.
    if (this.#events.waiting >= maxWaiting && this.resumable) this.#source.pause();
  }

  #handOn(event: Completed): void {
    if ('refused' in event) this.#refuse(event.refused);
    else if ('skipped' in event) this.parts.counted.skipped();
    else if ('askAgain' in event) {
      // This event and all after it are asked for again, in order.
      this.#events.clear();
      this.#source.pause();
    } else this.#deliver(event);
  }

  #deliver(event: StreamEvent): void {
    const { payload, position } = event;
    this.#source.recovered();
    if (position !== null && !this.#recent.add(event)) return;
    if (position !== null) this.#cursor = encodeCursor(position);
    this.parts.counted.event(this.members.size);
    if (!this.resumable) this.#latest = event.whole ? payload : undefined;
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

  #refuse(errors: readonly GraphQLFormattedError[]): void {
    const masked = maskErrors(errors, this.#caller, this.parts.report);
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
