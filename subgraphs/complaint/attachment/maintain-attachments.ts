/** Background maintenance of attachments: recurring jobs over rows that are due, by any process. */
import { defineTask, type Handler } from '@bekhedmetkom/platform/jobs';
import { z } from 'zod';
import { clearAway } from './clear-away.ts';
import { sealPlainNames } from './file-names.ts';
import { finishUpload } from './finish-upload.ts';
import { takeUnfinished } from './finishing.store.ts';
import type { AttachmentRoom } from './room.ts';

/** Uploads that one run finishes. */
const batch = 4;

const recurring = (name: string, every: number) =>
  defineTask({ subgraph: 'complaint', name, payload: z.object({}), every });
const clearing = recurring('clear-attachments', 60_000);
const finishing = recurring('finish-uploads', 30_000);
const sealing = recurring('seal-file-names', 60_000);

/** Clears away what is over, finishes what a process left that was killed, encrypts names that are kept plain. */
export function attachmentMaintenance(room: AttachmentRoom): Handler[] {
  return [
    clearing.handledBy(() => clearAway(room)),
    finishing.handledBy(() => finishForgotten(room)),
    sealing.handledBy(async (_, { signal }) => {
      const { database, names } = room;
      while (!signal.aborted && (await sealPlainNames(database, names, 100)) === 100);
    }),
  ];
}

/** Finishes complete uploads whose process died. One that fails is put off; the others go on. */
export async function finishForgotten(room: AttachmentRoom): Promise<void> {
  for (const id of await takeUnfinished(room.database, batch)) {
    try {
      await finishUpload(room, id);
    } catch (error) {
      room.logger.warn({ err: error, attachment: id }, 'an upload could not be finished; it is tried again');
    }
  }
}
