/** Clearing away: uploads that no case took, pieces of uploads that are over, infected files. */
import {
  clearedAway,
  forgetAttachment,
  forgetBytes,
  type Stored,
  takeAbandoned,
  takeInfected,
  takeLeftovers,
} from './keeping.store.ts';
import { removeFiles, removeParts } from './remove-files.ts';
import type { AttachmentRoom } from './room.ts';

/** Hours after which an upload that no case took is cleared away. */
const abandonedAfter = 24;
const batch = 100;

/**
 * Clears away what is due. A row that fails is told in the log and tried again later, after a pause of its own
 * (a minute at first, an hour at most); the others go on. Whatever dies in the middle is found again.
 */
export async function clearAway(room: AttachmentRoom, hours = abandonedAfter): Promise<void> {
  const { database } = room;
  await eachDue(
    room,
    () => takeAbandoned(database, hours, batch),
    (one) => clearOne(room, one),
  );
  await eachDue(
    room,
    () => takeLeftovers(database, batch),
    async (one) => {
      await removeParts(room, one.id);
      await clearedAway(database, one.id);
    },
  );
  await eachDue(
    room,
    () => takeInfected(database, batch),
    async (one) => {
      await dropInfected(room, one);
      await clearedAway(database, one.id);
    },
  );
}

/** Removes everything of one upload that was taken out of reach. */
export async function clearOne(room: AttachmentRoom, one: Stored): Promise<void> {
  await removeParts(room, one.id);
  await removeFiles(room, one);
  await forgetAttachment(room.database, one.id);
}

/** Removes the bytes of an infected file; its line stays. */
export async function dropInfected(room: AttachmentRoom, one: Stored): Promise<void> {
  await removeFiles(room, one);
  await forgetBytes(room.database, one.id);
}

async function eachDue(
  { logger }: AttachmentRoom,
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
