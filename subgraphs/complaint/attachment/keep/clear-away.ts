/** Clearing away: uploads that no case took, pieces of uploads that are over, infected files. */

import type { AttachmentDependencies } from '../setup/attachment-dependencies.ts';
import {
  clearedAway,
  forgetAttachment,
  forgetBytes,
  type Stored,
  takeAbandoned,
  takeInfected,
  takeLeftovers,
} from './maintenance.store.ts';
import { removeChunks, removeFiles } from './remove-files.ts';

/** Hours after which an upload that no case took is cleared away. */
const abandonedAfter = 24;
const batch = 100;

/**
 * Clears away what is due. A row that fails is told in the log and tried again later, after a pause of its own
 * (a minute at first, an hour at most); the others go on. Whatever dies in the middle is found again.
 */
export async function clearAway(deps: AttachmentDependencies, hours = abandonedAfter): Promise<void> {
  const { database } = deps;
  await eachDue(
    deps,
    () => takeAbandoned(database, hours, batch),
    (one) => clearOne(deps, one),
  );
  await eachDue(
    deps,
    () => takeLeftovers(database, batch),
    async (one) => {
      await removeChunks(deps, one.id);
      await clearedAway(database, one.id);
    },
  );
  await eachDue(
    deps,
    () => takeInfected(database, batch),
    async (one) => {
      await dropInfected(deps, one);
      await clearedAway(database, one.id);
    },
  );
}

/** Removes everything of one upload that was taken out of reach. */
export async function clearOne(deps: AttachmentDependencies, one: Stored): Promise<void> {
  await removeChunks(deps, one.id);
  await removeFiles(deps, one);
  await forgetAttachment(deps.database, one.id);
}

/** Removes the bytes of an infected file; its line stays. */
export async function dropInfected(deps: AttachmentDependencies, one: Stored): Promise<void> {
  await removeFiles(deps, one);
  await forgetBytes(deps.database, one.id);
}

async function eachDue(
  { logger }: AttachmentDependencies,
  take: () => Promise<Stored[]>,
  work: (one: Stored) => Promise<void>,
): Promise<void> {
  for (;;) {
    const due = await take();
    for (const one of due) {
      await work(one).catch((error: unknown) => {
        logger.warn(
          { err: error, attachment: one.id },
          'a file could not be cleared away; it is tried again',
        );
      });
    }
    if (due.length < batch) return;
  }
}
