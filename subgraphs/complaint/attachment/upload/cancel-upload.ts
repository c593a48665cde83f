import { lockAttachment } from '../attachment.store.ts';
import { clearOne } from '../keep/clear-away.ts';
import { leave } from '../keep/maintenance.store.ts';
import type { AttachmentDependencies } from '../setup/attachment-dependencies.ts';

/**
 * Takes back an upload that is part of no case yet. False when there is none. From then on it can be neither
 * finished nor filed; bytes that cannot be removed at once are removed by maintenance.
 */
export async function cancelUpload(deps: AttachmentDependencies, id: string): Promise<boolean> {
  const left = await deps.database.transaction(async (tx) => {
    const upload = await lockAttachment(tx, id);
    if (!upload || upload.addedAt !== null || upload.state === 'LEAVING') return null;
    await leave(tx, id);
    return upload;
  });
  if (!left) return false;
  await clearOne(deps, left).catch((error: unknown) => {
    deps.logger.warn({ err: error, attachment: id }, 'an upload that was taken back is not cleared away yet');
  });
  return true;
}
