import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { lockAttachment } from '../attachment.store.ts';
import { announceChunk, countChunk, forgetChunk } from '../keep/chunk.store.ts';
import { type AttachmentDependencies, keyOf } from '../setup/attachment-dependencies.ts';

/**
 * Stores a piece of an upload that begins at `offset`. It counts from the moment its transaction commits, and then
 * survives everything. Of two pieces for one place, of whatever processes, one counts.
 * @returns whether it counts, and where the upload is now; null when it is no more
 */
export async function keepPiece(
  { database, storage }: AttachmentDependencies,
  id: string,
  offset: number,
  bytes: Buffer,
): Promise<{ counted: boolean; now: number | null }> {
  const name = randomUUID();
  const key = keyOf.part(id, name);
  await announceChunk(database, id, key, offset);
  await storage.put(key, Readable.from([bytes]), bytes.length);
  const kept = await database.transaction(async (tx) => {
    const upload = await lockAttachment(tx, id);
    const fits = upload?.state === 'UPLOADING' && upload.received === offset;
    if (fits) await countChunk(tx, id, key, bytes.length);
    return { counted: fits, now: upload ? upload.received + (fits ? bytes.length : 0) : null };
  });
  if (!kept.counted) {
    await storage.remove(key);
    await forgetChunk(database, id, key);
  }
  return kept;
}
