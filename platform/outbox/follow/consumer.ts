import type { Bus } from '../../bus/bus.ts';
import type { Database } from '../../database/database.ts';
import { Fault } from '../../errors/errors.ts';
import type { Logger, Metrics } from '../../telemetry/telemetry.ts';
import { startHeartbeat } from '../log/polling-worker.ts';
import { type Apply, applyBatch } from './apply-batch.ts';
import { consumerOffset } from './consumer-offset.store.ts';
import { applyRequested, countDeadLetters } from './dead-letters.ts';
import { fetchLog } from './feed-client.ts';

export interface Consumer {
  /** Resolves when all that the publisher had logged at the time of asking is applied; rejects on closing. */
  caughtUp(): Promise<void>;
  wake(): void;
  close(): Promise<void>;
}

interface Options {
  database: Database;
  bus: Bus;
  /** The publisher's topic: where it signals, and under which name our position is kept. */
  topic: string;
  /** Of the publisher, without a path. */
  origin: string;
  /** Gives an internal identity, of kind "service", for the publisher. */
  sign(): Promise<string>;
  /**
   * Takes over events, in order, in the transaction that also remembers how far we are: each has its effect
   * exactly once. Must do nothing that the transaction cannot undo.
   */
  apply: Apply;
  logger: Logger;
  metrics: Metrics;
  /** Events at a time; 200 unless given. */
  batch?: number;
  /** How often an event is tried before it becomes a dead letter; 5 unless given. */
  tries?: number;
}

const poll = 1_000;
const retry = 50;

/** Follows another program's log. Several processes may follow one topic: they take turns. */
export function startConsumer(options: Options): Consumer {
  const { database, bus, topic, origin, logger, metrics, batch = 200, tries = 5 } = options;
  const lag = metrics.gauge('follower_lag_events', 'Events of a log that are not yet applied here', [
    'topic',
  ]);
  const deadLetters = metrics.counter('follower_parked_total', 'Events that could not be applied', ['topic']);
  const letters = metrics.gauge('dead_letter_events', 'Events that could not be applied and are kept', [
    'topic',
  ]);
  let lettersReadAt = 0;
  const waiting = new Set<{ until: number | null } & PromiseWithResolvers<void>>();
  const applying = {
    database,
    topic,
    apply: options.apply,
    tries,
    onParked(event: { id: string; type: string; position: number }, reason: unknown) {
      deadLetters.inc({ topic });
      lettersReadAt = 0;
      logger.error(
        { err: reason, topic, event: event.id, type: event.type, position: event.position },
        'event parked',
      );
    },
  };

  /** Tries again, on request, what could not be applied; see `npm run events`. */
  async function readDeadLetters(): Promise<void> {
    if (Date.now() - lettersReadAt < poll) return;
    lettersReadAt = Date.now();
    const { kept, requested } = await countDeadLetters(database, topic);
    letters.set({ topic }, kept);
    if (requested === 0) return;
    await applyRequested(database, topic, options.apply, ({ id: event, position }, err) => {
      if (err) logger.error({ err, topic, event, position }, 'dead-letter event failed again');
      else logger.info({ topic, event, position }, 'dead-letter event applied');
    });
    letters.set({ topic }, (await countDeadLetters(database, topic)).kept);
  }

  async function round(): Promise<number> {
    await readDeadLetters();
    const asked = [...waiting].filter((one) => one.until === null);
    const position = await consumerOffset(database, topic);
    const page = await fetchLog(origin, await options.sign(), position, batch);
    if (page.first > position + 1) throw new Error(`the log begins at ${page.first}, we are at ${position}`);
    for (const one of asked) one.until = page.head;
    lag.set({ topic }, Math.max(0, page.head - position));
    release(position);
    if (page.events.length === 0) return poll;
    return (await applyBatch(applying, page.events)) ? 0 : retry;
  }

  function release(position: number): void {
    for (const one of waiting) {
      if (one.until === null || one.until > position) continue;
      waiting.delete(one);
      one.resolve();
    }
  }

  const polling = startHeartbeat(round, (err) => {
    // Nothing is told of what lies behind the end of a log: somebody must act.
    const level = err instanceof Fault && err.code === 'RESYNC_REQUIRED' ? 'error' : 'warn';
    logger[level]({ err, topic }, 'following failed');
  });
  const listening = bus.listen(topic, polling.wake);
  return {
    wake: polling.wake,
    caughtUp() {
      const asking = { until: null, ...Promise.withResolvers<void>() };
      waiting.add(asking);
      polling.wake();
      return asking.promise;
    },
    async close() {
      await (await listening).close();
      await polling.close();
      for (const one of waiting) one.reject(new Error(`no longer following ${topic}`));
    },
  };
}
