/** Scanning: one job a file, added in the transaction that makes the upload a file. */
import type { Tx } from '@bekhedmetkom/platform/database';
import { addJobs, defineTask, type Handler, unlimitedAttempts } from '@bekhedmetkom/platform/jobs';
import { z } from 'zod';
import { dropInfected } from './clear-away.ts';
import { findScanned, rejectScan, saveScan } from './keeping.store.ts';
import { type AttachmentRoom, keyOf } from './room.ts';
import type { Scanner } from './scanner/scanner.ts';

/** A file waits for a scanner that is away for as long as it takes. */
export const scanFile = defineTask({
  subgraph: 'complaint',
  name: 'scan-file',
  payload: z.object({ attachment: z.string() }),
  attempts: unlimitedAttempts,
});

/** Has a file scanned once the caller's transaction commits. */
export async function requestScan(tx: Tx, id: string): Promise<void> {
  await addJobs(tx, scanFile, [{ payload: { attachment: id }, key: `scan:${id}` }]);
}

/** Fails without an answer of the scanner: the file stays where it is, and is tried again. */
export function makeScanFile(room: AttachmentRoom, scanner: Scanner): Handler {
  const { database, storage, logger } = room;
  return scanFile.handledBy(async ({ attachment: id }) => {
    const file = await findScanned(database, id);
    if (!file) return;
    const content = await storage.open(keyOf.file(id, file.storedAs));
    if (!content) throw new Error('there is nothing to scan');
    const verdict = await scanner.scan(content);
    if (verdict === 'TOO_LARGE') return rejectScan(database, id);
    await saveScan(database, id, verdict === 'CLEAN' ? 'READY' : 'INFECTED');
    if (verdict !== 'INFECTED') return;
    await dropInfected(room, file).catch((error: unknown) => {
      logger.warn({ err: error, attachment: id }, 'an infected file could not be removed yet');
    });
  });
}
