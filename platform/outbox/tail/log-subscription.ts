import type { Bus } from '../../bus/bus.ts';
import type { Database } from '../../database/database.ts';
import { Fault, isQueryTimeout, isUnavailable } from '../../errors/errors.ts';
import type { Logger, Metrics } from '../../telemetry/telemetry.ts';
import { decodeCursor } from '../log/cursor.ts';
import { readLog } from '../log/event-log.ts';
import type { LoggedEvent } from '../log/logged-event.ts';
import { startHeartbeat } from '../log/polling-worker.ts';
import { RecentEvents } from './recent-events.ts';
import { Subscriber } from './subscriber.ts';

export interface LogSubscription {
  /** The last position handed out here; `encodeCursor` of it is where a stream that begins now begins. */
  readonly position: number;
  /**
   * Streams the log: from the one after the cursor `after`, else from now on; only what `accept` lets pass.
   * Throws a Fault BAD_USER_INPUT for a cursor that is none. The stream ends with a Fault RESYNC_REQUIRED when
   * the cursor is older or newer than the log, or when its reader stalls; and quietly by `signal`. An event on which
   * `accept` throws is skipped, as by `skip`.
   */
  subscribe(options?: {
    after?: string | null;
    accept?(event: LoggedEvent): boolean;
    signal?: AbortSignal;
  }): AsyncIterableIterator<LoggedEvent>;
  /**
   * To be called with what an event threw on its way to a reader: it is logged once and counted, and the reader goes
   * on behind it. Throws the error again when it may pass, as when the database is away: then the event is not the
   * reason.
   */
  skip(event: LoggedEvent, error: unknown): void;
  close(): Promise<void>;
}

interface Options {
  database: Database;
  bus: Bus;
  /** The channel on which the relay signals. */
  topic: string;
  logger: Logger;
  metrics: Metrics;
  /** How many events are kept in memory for one slow reader; 1,000 unless given. */
  queueLimit?: number;
  /** How many events may pass while a reader takes none of those that wait for it; 10,000 unless given. */
  stallLimit?: number;
  /** How many of the last events are kept in memory; 2,000 unless given. */
  memory?: number;
}

const page = 500;
/** Skipped events of which it is remembered that they were logged. */
const maxNotified = 1_000;
const poll = 1_000;

/** Opens the one reader of a process's own log, which hands every event to all who subscribed here. */
export async function openLogSubscription(options: Options): Promise<LogSubscription> {
  const { database, bus, topic, logger, metrics } = options;
  const { queueLimit = 1_000, stallLimit = 10_000, memory = 2_000 } = options;
  const all = new Set<Subscriber>();
  const live = new Set<Subscriber>();
  const recent = new RecentEvents(memory);
  const open = metrics.gauge('tail_subscribers', 'Open streams of the log in this process');
  const stalled = metrics.counter('tail_stalled_total', 'Streams that ended because nobody read them');
  const skipped = metrics.counter(
    'tail_skipped_events_total',
    'Events that a stream could not read and skipped',
  );
  const told = new Set<number>();
  let { head } = await readLog(database, Number.MAX_SAFE_INTEGER, 0);

  function skip({ position, id, type }: LoggedEvent, error: unknown): void {
    if (mayPass(error)) throw error;
    skipped.inc();
    if (told.has(position)) return;
    if (told.size >= maxNotified) told.clear();
    told.add(position);
    logger.error({ err: error, topic, event: id, type, position }, 'unreadable event skipped in streams');
  }

  async function round(): Promise<number> {
    const read = await readLog(database, head, page);
    if (read.head < head || read.first > head + 1) resetTo(read.head);
    else handOut(read.events);
    return read.events.length === page ? 0 : poll;
  }

  function handOut(events: LoggedEvent[]): void {
    recent.add(events);
    head = events.at(-1)?.position ?? head;
    for (const event of events) for (const subscriber of live) subscriber.push(event);
    for (const subscriber of all) {
      if (subscriber.stalledFor <= stallLimit) continue;
      stalled.inc();
      subscriber.end(resync());
    }
  }

  // The log was restored from elsewhere, or trimmed beyond us: what we know of it is worth nothing.
  function resetTo(position: number): void {
    logger.error({ topic, from: head, to: position }, 'the log does not go on where it was');
    for (const subscriber of all) subscriber.end(resync());
    recent.clear();
    head = position;
  }

  async function admit(position: number): Promise<void> {
    if (position <= head && recent.after(position, 1)) return;
    const bounds = await readLog(database, position, 0);
    if (position > bounds.head || position < bounds.first - 1) throw resync();
  }

  async function readOn(position: number): Promise<LoggedEvent[]> {
    const events = recent.after(position, page) ?? (await readLog(database, position, page)).events;
    if (events[0]?.position !== position + 1) throw resync();
    return events;
  }

  const heartbeat = startHeartbeat(round, (error) => logger.error({ err: error, topic }, 'tail failed'));
  const listening = await bus.listen(topic, (payload) => {
    if (!(Number(payload) <= head)) heartbeat.wake();
  });

  return {
    get position() {
      return head;
    },
    subscribe({ after, accept = () => true, signal } = {}) {
      const subscriber = new Subscriber({
        position: after ? decodeCursor(after) : head,
        queueLimit,
        accept(event) {
          try {
            return accept(event);
          } catch (error) {
            skip(event, error);
            return false;
          }
        },
        admit,
        head: () => head,
        readOn,
        join: (subscriber) => live.add(subscriber),
        leave: (subscriber) => live.delete(subscriber),
        ended: (subscriber) => {
          all.delete(subscriber);
          open.set(all.size);
        },
      });
      all.add(subscriber);
      open.set(all.size);
      if (signal?.aborted) subscriber.end();
      signal?.addEventListener('abort', () => subscriber.end(), { once: true });
      return subscriber;
    },
    skip,
    async close() {
      await listening.close();
      await heartbeat.close();
      for (const subscriber of all) subscriber.end();
    },
  };
}

/** Whether the same event may be read a moment later: the fault is not the event's. */
function mayPass(error: unknown): boolean {
  const passing =
    error instanceof Fault && error.code !== 'BAD_USER_INPUT' && error.code !== 'INTERNAL_SERVER_ERROR';
  return passing || isUnavailable(error) || isQueryTimeout(error);
}

function resync(): Fault {
  return new Fault('RESYNC_REQUIRED', {
    ar: 'لا يمكن متابعة البث من هناك. ابدؤوا من جديد.',
    en: 'The stream cannot go on from there; please begin again.',
  });
}
