import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FileRefusal } from '../../refusal/file-refusal.ts';
import { type AttachmentRow, findAttachment, lockAttachment, rejectUpload } from '../attachment.store.ts';
import type { Finished } from '../attachment.ts';
import { headBytes, kindOf } from '../file-kind.ts';
import { announceChunk, countChunk, forgetChunk } from '../keep/chunk.store.ts';
import { type AttachmentDependencies, keyOf } from '../setup/attachment-dependencies.ts';
import { finishUpload } from './finish-upload.ts';

export type Received =
  | { kind: 'received'; offset: number; finished: Finished | null }
  /** The sender is not where the upload is: go on from `offset`. */
  | { kind: 'elsewhere'; offset: number }
  | { kind: 'refused'; refusal: FileRefusal };

/**
 * Takes a piece of an upload that begins at `offset`. It counts from the moment its transaction commits, and
 * then survives everything; two pieces for one place make one of them `elsewhere`. The last piece finishes the
 * upload; so does an empty one, when whoever had the last piece did not come that far.
 */
export async function receiveChunk(
  deps: AttachmentDependencies,
  id: string,
  offset: number,
  bytes: Buffer,
): Promise<Received> {
  const upload = await findAttachment(deps.database, id);
  const over = upload ? ending(upload, offset) : refused('UPLOAD_NOT_FOUND');
  if (over || !upload) return over ?? refused('UPLOAD_NOT_FOUND');
  if (upload.received !== offset) return { kind: 'elsewhere', offset: upload.received };
  if (offset + bytes.length > upload.announcedBytes)
    return refused('UPLOAD_TOO_LARGE', upload.announcedBytes);

  // What is no file of ours need not be sent to its end.
  const enough = bytes.length >= headBytes || bytes.length === upload.announcedBytes;
  if (offset === 0 && enough && kindOf(bytes.subarray(0, headBytes)) === null) {
    await rejectUpload(deps.database, id, 'FILE_TYPE_REJECTED');
    return refused('FILE_TYPE_REJECTED');
  }
  const { counted, now } =
    bytes.length === 0 ? { counted: true, now: offset } : await keep(deps, id, offset, bytes);
  if (now === null) return refused('UPLOAD_NOT_FOUND');
  if (!counted) return { kind: 'elsewhere', offset: now };
  if (now < upload.announcedBytes) return { kind: 'received', offset: now, finished: null };

  const finished = await finishUpload(deps, id);
  if ('refused' in finished) return { kind: 'refused', refusal: finished };
  return { kind: 'received', offset: now, finished };
}

/** What is said of an upload that takes nothing more; null while it does. */
function ending(upload: AttachmentRow, offset: number): Received | null {
  if (upload.state === 'UPLOADING') return null;
  if (upload.refusal) return refused(upload.refusal);
  if (upload.state === 'LEAVING') return refused('UPLOAD_NOT_FOUND');
  if (offset !== upload.received) return { kind: 'elsewhere', offset: upload.received };
  // Asked again, because the answer to the last piece was lost.
  return { kind: 'received', offset, finished: { state: upload.state === 'READY' ? 'READY' : 'SCANNING' } };
}

/** Stores a piece and counts it, unless another took its place; `now` is where the upload is, null when it is no more. */
async function keep(
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

function refused(code: FileRefusal['refused'], most?: number): Received {
  const facts = most === undefined ? undefined : { max: Math.round(most / 100_000) / 10 };
  return { kind: 'refused', refusal: { refused: code, ...(facts && { facts }) } };
}
