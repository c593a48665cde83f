/** Removing bytes from the storage. A key is forgotten in the database after its bytes are gone, never before. */
import type { AttachmentRow } from '../attachment.store.ts';
import { type AttachmentDependencies, keyOf } from '../setup/attachment-dependencies.ts';
import { allPartKeys, forgetChunk } from './chunk.store.ts';

type Store = Pick<AttachmentDependencies, 'database' | 'storage'>;

/** Removes the pieces of an upload that is over, and what finishers left that did not come to an end. */
export async function removeChunks({ database, storage }: Store, id: string): Promise<void> {
  for (const { key, settled } of await allPartKeys(database, id)) {
    await storage.remove(key);
    if (settled) await forgetChunk(database, id, key);
  }
}

/** Removes what was kept of a file. */
export async function removeFiles(
  { storage }: Store,
  { id, storedAs }: Pick<AttachmentRow, 'id' | 'storedAs'>,
): Promise<void> {
  await storage.remove(keyOf.preview(id, storedAs));
  await storage.remove(keyOf.file(id, storedAs));
}
