/** The work that nobody waits for: scans, and clearing away. Any number of processes may do it at once. */
import { startHeartbeat } from '@bekhedmetkom/platform/outbox';
import { rejectAttachment } from './attachment.store.ts';
import { removeFiles, removeParts } from './finish-upload.ts';
import {
  type DueScan,
  forgetAttachment,
  forgetBytes,
  infectedWithBytes,
  postponeScan,
  saveScan,
  takeAbandoned,
  takeDueScans,
  withLeftovers,
} from './keeping.store.ts';
import { type AttachmentRoom, keyOf } from './room.ts';

/** Milliseconds between looks at what is due. */
const pause = 2_000;
const clearEvery = 60_000;
/** Hours after which an upload that no case took is cleared away. */
const abandonedAfter = 24;
const batch = 4;

export interface Keeping {
  /** A file waits for the scanner. */
  wake(): void;
  close(): Promise<void>;
}

export function keepAttachments(room: AttachmentRoom): Keeping {
  let clearedAt = Number.NEGATIVE_INFINITY;
  const round = async (): Promise<number> => {
    const scanned = room.scanner ? await scanDue(room) : 0;
    if (performance.now() - clearedAt > clearEvery) {
      await clearAway(room);
      clearedAt = performance.now();
    }
    return scanned === batch ? 0 : pause;
  };
  return startHeartbeat(round, (error) => room.logger.error({ err: error }, 'keeping attachments failed'));
}

/** Scans what is due; gives how many. Without an answer a file stays where it is and is tried again. */
export async function scanDue(room: AttachmentRoom): Promise<number> {
  const due = await takeDueScans(room.database, batch);
  await Promise.all(due.map((one) => scan(room, one)));
  return due.length;
}

async function scan(room: AttachmentRoom, { id, tries }: DueScan): Promise<void> {
  const { database, storage, scanner, logger } = room;
  try {
    const content = await storage.open(keyOf.file(id));
    if (!content || !scanner) throw new Error('there is nothing to scan');
    const verdict = await scanner.scan(content);
    if (verdict === 'TOO_LARGE') await rejectAttachment(database, id, 'UPLOAD_TOO_LARGE');
    else await saveScan(database, id, verdict === 'CLEAN' ? 'READY' : 'INFECTED');
    if (verdict === 'INFECTED') await dropInfected(room, id);
  } catch (error) {
    logger.warn({ err: error, attachment: id, tries }, 'a file could not be scanned; it waits');
    await postponeScan(database, id, Math.min(5 * 2 ** Math.min(tries - 1, 6), 300));
  }
}

async function dropInfected(room: AttachmentRoom, id: string): Promise<void> {
  await removeFiles(room, id);
  await forgetBytes(room.database, id);
}

/**
 * Clears away uploads that no case took, pieces of uploads that are over, and infected files. Whatever dies in
 * the middle is found again.
 */
export async function clearAway(room: AttachmentRoom, hours = abandonedAfter): Promise<void> {
  const { database } = room;
  for (;;) {
    const gone = await takeAbandoned(database, hours, 100);
    for (const id of gone) {
      await removeParts(room, id);
      await removeFiles(room, id);
      await forgetAttachment(database, id);
    }
    if (gone.length < 100) break;
  }
  for (const id of await withLeftovers(database, 100)) await removeParts(room, id);
  for (const id of await infectedWithBytes(database, 100)) await dropInfected(room, id);
}
