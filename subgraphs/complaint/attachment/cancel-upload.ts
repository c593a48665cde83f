import { lockAttachment } from './attachment.store.ts';
import { removeFiles, removeParts } from './finish-upload.ts';
import { forgetAttachment, leave } from './keeping.store.ts';
import type { AttachmentRoom } from './room.ts';

/** Takes back an upload that is part of no case yet. False when there is none. */
export async function cancelUpload(room: AttachmentRoom, id: string): Promise<boolean> {
  const left = await room.database.transaction(async (tx) => {
    const upload = await lockAttachment(tx, id);
    if (!upload || upload.addedAt !== null) return false;
    await leave(tx, id);
    return true;
  });
  if (!left) return false;
  await removeParts(room, id);
  await removeFiles(room, id);
  await forgetAttachment(room.database, id);
  return true;
}
