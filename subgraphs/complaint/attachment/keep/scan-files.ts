/** Scanning: one job a file, added in the transaction that makes the upload a file. */
import type { Tx } from '@bekhedmetkom/platform/database';
import { addJobs, defineTask, type Handler, unlimitedAttempts } from '@bekhedmetkom/platform/jobs';
import { z } from 'zod';
import type { Scanner } from '../scan/scanner.ts';
import { type AttachmentDependencies, keyOf } from '../setup/attachment-dependencies.ts';
import { dropInfected } from './clear-away.ts';
import { findScanned, rejectScan, saveScan } from './maintenance.store.ts';

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
export function makeScanFile(deps: AttachmentDependencies, scanner: Scanner): Handler {
  const { database, storage, logger } = deps;
  return scanFile.handledBy(async ({ attachment: id }) => {
    const file = await findScanned(database, id);
    if (!file) return;
    const content = await storage.open(keyOf.file(id, file.storedAs));
    if (!content) throw new Error('there is nothing to scan');
    const verdict = await scanner.scan(content);
    if (verdict === 'TOO_LARGE') return rejectScan(database, id);
    await saveScan(database, id, verdict === 'CLEAN' ? 'READY' : 'INFECTED');
    if (verdict !== 'INFECTED') return;
    await dropInfected(deps, file).catch((error: unknown) => {
      logger.warn({ err: error, attachment: id }, 'an infected file could not be removed yet');
    });
  });
}
