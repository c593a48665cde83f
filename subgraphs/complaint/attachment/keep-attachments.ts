/** Background maintenance of attachments. Any number of processes may do it at once. */
import { type Heartbeat, startHeartbeat } from '@bekhedmetkom/platform/outbox';
import { clearAway } from './clear-away.ts';
import { sealPlainNames } from './file-names.ts';
import { finishUpload } from './finish-upload.ts';
import { takeUnfinished } from './finishing.store.ts';
import type { AttachmentRoom } from './room.ts';
import { startScans } from './scan-files.ts';

/** Milliseconds between looks. */
const clearEvery = 60_000;
const finishEvery = 30_000;
const batch = 4;

export interface Keeping {
  /** A file waits for the scanner. */
  wake(): void;
  close(): Promise<void>;
}

/**
 * Scans files, clears away what is over, and finishes what a process left that was killed. Each is a loop of its
 * own: trouble with one keeps none of the others waiting.
 */
export function keepAttachments(room: AttachmentRoom): Keeping {
  const scans = startScans(room);
  const loop = (name: string, every: number, work: () => Promise<unknown>): Heartbeat =>
    startHeartbeat(
      () => work().then(() => every),
      (error) => room.logger.error({ err: error }, `${name} failed`),
    );
  const loops = [
    loop('clearing attachments away', clearEvery, () => clearAway(room)),
    loop('finishing uploads', finishEvery, () => finishForgotten(room, scans.wake)),
    loop('sealing file names', clearEvery, () => sealAll(room)),
  ];
  return {
    wake: scans.wake,
    async close() {
      await Promise.all([scans, ...loops].map((one) => one.close()));
    },
  };
}

/** Finishes complete uploads whose process died. One that fails is put off; the others go on. */
export async function finishForgotten(room: AttachmentRoom, wakeScans: () => void): Promise<void> {
  for (const id of await takeUnfinished(room.database, batch)) {
    try {
      const outcome = await finishUpload(room, id);
      if ('state' in outcome && outcome.state === 'SCANNING') wakeScans();
    } catch (error) {
      room.logger.warn({ err: error, attachment: id }, 'an upload could not be finished; it is tried again');
    }
  }
}

async function sealAll({ database, names }: AttachmentRoom): Promise<void> {
  while ((await sealPlainNames(database, names, 100)) === 100);
}
