/** Background maintenance of attachments: recurring jobs over rows that are due, by any process. */
import { defineTask, type Handler } from '@bekhedmetkom/platform/jobs';
import { z } from 'zod';
import { clearAway } from '../keep/clear-away.ts';
import type { AttachmentDependencies } from '../setup/attachment-dependencies.ts';
import { sealPlainNames } from '../setup/file-names.ts';
import { finishUpload } from './finish-upload.ts';
import { takeUnfinished } from './finishing.store.ts';

/** Uploads that one run finishes. */
const batch = 4;

const recurring = (name: string, every: number) =>
  defineTask({ subgraph: 'complaint', name, payload: z.object({}), every });
const clearing = recurring('clear-attachments', 60_000);
const finishing = recurring('finish-uploads', 30_000);
const sealing = recurring('seal-file-names', 60_000);

/** Clears away what is over, finishes what a process left that was killed, encrypts names that are kept plain. */
export function attachmentMaintenance(deps: AttachmentDependencies): Handler[] {
  return [
    clearing.handledBy(() => clearAway(deps)),
    finishing.handledBy(() => finishForgotten(deps)),
    sealing.handledBy(async (_, { signal }) => {
      const { database, names } = deps;
      while (!signal.aborted && (await sealPlainNames(database, names, 100)) === 100);
    }),
  ];
}

/** Finishes complete uploads whose process died. One that fails is put off; the others go on. */
export async function finishForgotten(deps: AttachmentDependencies): Promise<void> {
  for (const id of await takeUnfinished(deps.database, batch)) {
    try {
      await finishUpload(deps, id);
    } catch (error) {
      deps.logger.warn({ err: error, attachment: id }, 'an upload could not be finished; it is tried again');
    }
  }
}
