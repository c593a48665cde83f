/** Follows the directory, and the complaint subgraph once the directory is known. */

import { type Signer, serviceViewer } from '@bekhedmetkom/platform/auth';
import type { Bus } from '@bekhedmetkom/platform/bus';
import type { Database } from '@bekhedmetkom/platform/database';
import { type Consumer, startConsumer } from '@bekhedmetkom/platform/outbox';
import type { Logger, Metrics } from '@bekhedmetkom/platform/telemetry';
import { complaintTopic } from '@bekhedmetkom/schema/events/complaint';
import { directoryTopic } from '@bekhedmetkom/schema/events/directory';
import { followCases } from './notification/consume-cases.ts';
import { followDirectory } from './post/consume-directory.ts';

interface Parts {
  database: Database;
  bus: Bus;
  logger: Logger;
  metrics: Metrics;
  signer: Signer;
  directoryUrl: string;
  complaintUrl: string;
}

/**
 * Starts following. Cases wait until every post that the directory knows of is known here: else the first
 * events after a fresh start would find nobody to tell.
 */
export function startFollowing({ signer, directoryUrl, complaintUrl, ...parts }: Parts): {
  close(): Promise<void>;
} {
  const signFor = (audience: string) => () => signer.sign(serviceViewer('notification'), audience);
  const directory = startConsumer({
    ...parts,
    topic: directoryTopic,
    origin: directoryUrl,
    sign: signFor('directory'),
    apply: followDirectory,
  });
  let cases: Consumer | null = null;
  let closed = false;
  directory.caughtUp().then(
    () => {
      if (closed) return;
      cases = startConsumer({
        ...parts,
        topic: complaintTopic,
        origin: complaintUrl,
        sign: signFor('complaint'),
        apply: followCases,
      });
    },
    () => {}, // Closed before the directory answered.
  );
  return {
    async close() {
      closed = true;
      await cases?.close();
      await directory.close();
    },
  };
}
