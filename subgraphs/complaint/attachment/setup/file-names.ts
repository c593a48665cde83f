/** Names of files at rest: a name can say who sent it, so each is sealed and bound to its file. */
import type { Tx } from '@bekhedmetkom/platform/database';
import { openTextSeal } from '../../contact/sealed-text.ts';
import type { AttachmentRow } from '../attachment.store.ts';
import { cleanName } from '../file-name.ts';

export interface FileNames {
  seal(attachmentId: string, name: string): Buffer;
  /** The name of a file; a neutral one when it cannot be unsealed, so that the file can still be opened. */
  of(row: Pick<AttachmentRow, 'id' | 'sealedName' | 'plainName' | 'mediaType'>): string;
}

/** Seals under a key derived from the server's (32 bytes). */
export function openFileNames(serverKey: Uint8Array): FileNames {
  const seal = openTextSeal(serverKey, 'bekhedmetkom attachment names');
  return {
    seal: (attachmentId, name) => seal.seal(attachmentId, name),
    of({ id, sealedName, plainName, mediaType }) {
      if (sealedName === null) return plainName;
      try {
        return seal.open(id, sealedName);
      } catch {
        return cleanName('', mediaType);
      }
    },
  };
}

/** Seals names that an earlier release kept plain, at most `limit` of them; gives how many there were. */
export async function sealPlainNames(tx: Tx, names: FileNames, limit: number): Promise<number> {
  const rows = await tx.query<{ id: string; name: string }>(
    'select id, file_name as name from attachment where sealed_name is null limit $1',
    [limit],
  );
  for (const { id, name } of rows) {
    await tx.query(
      `update attachment set sealed_name = $2, file_name = 'file' where id = $1 and sealed_name is null`,
      [id, names.seal(id, name)],
    );
  }
  return rows.length;
}
