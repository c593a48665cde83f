/** Follows the complaint subgraph and the directory, and passes on that figures may have changed. */
import { type Signer, serviceViewer } from '@bekhedmetkom/platform/auth';
import type { Bus } from '@bekhedmetkom/platform/bus';
import type { Database, Tx } from '@bekhedmetkom/platform/database';
import { startConsumer } from '@bekhedmetkom/platform/outbox';
import type { Logger, Metrics } from '@bekhedmetkom/platform/telemetry';
import { complaintTopic } from '@bekhedmetkom/schema/events/complaint';
import { directoryTopic } from '@bekhedmetkom/schema/events/directory';
import { applyCaseEvents } from './cycle/apply-case-events.ts';
import { applyDirectoryEvents } from './directory/apply-directory-events.ts';
import { holdBacklog } from './rollup/sum-up.ts';
import { figuresChannel } from './watch/open-watch.ts';

interface Parts {
  database: Database;
  bus: Bus;
  logger: Logger;
  metrics: Metrics;
  signer: Signer;
  complaintUrl: string;
  directoryUrl: string;
}

const batch = 500;

/** Starts following. Events of the two logs may be taken over in any order relative to each other. */
export function startFollowing({ signer, complaintUrl, directoryUrl, ...parts }: Parts): {
  close(): Promise<void>;
} {
  const { database, bus, logger } = parts;
  const changing = new WeakSet<Tx>();
  const forget = database.onCommit((tx) => {
    if (!changing.has(tx)) return;
    bus.signal(figuresChannel, '').catch((error: unknown) => logger.warn({ err: error }, 'nobody was told'));
  });
  const follow = (topic: string, origin: string, apply: typeof applyCaseEvents) =>
    startConsumer({
      ...parts,
      topic,
      origin,
      sign: () => signer.sign(serviceViewer('kpi'), topic),
      apply: async (tx, events) => {
        await apply(tx, events);
        changing.add(tx);
      },
      batch,
    });
  const directory = follow(directoryTopic, directoryUrl, applyDirectoryEvents);
  const cases = follow(complaintTopic, complaintUrl, async (tx, events) => {
    await holdBacklog(tx);
    await applyCaseEvents(tx, events);
  });
  return {
    async close() {
      await cases.close();
      await directory.close();
      forget();
    },
  };
}
