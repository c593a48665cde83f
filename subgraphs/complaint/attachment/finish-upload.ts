import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Tx } from '@bekhedmetkom/platform/database';
import { Fault } from '@bekhedmetkom/platform/errors';
import { lockCase } from '../case/case.store.ts';
import { addAttachments } from './add-attachments.ts';
import { type AttachmentRow, findAttachment, lockAttachment, rejectAttachment } from './attachment.store.ts';
import { type FileRefusal, takesFiles } from './attachment.ts';
import { cleanFile } from './cleaning/clean-file.ts';
import type { CleanFile } from './cleaning/clean-picture.ts';
import { cleanName } from './file-name.ts';
import { allPartKeys, claimFinishing, forgetPart, partsOf, saveFinished } from './part.store.ts';
import { type AttachmentRoom, keyOf } from './room.ts';
import { takeTurns } from './turns.ts';

export interface Finished {
  state: 'SCANNING' | 'READY';
}

/** Pictures are large when they are unpacked: so many files are looked at at a time. */
const inTurn = takeTurns(2);

/**
 * Puts a complete upload together, finds out what it is, cleans it, and stores what remains; an upload that
 * was begun for a case becomes part of it in the same transaction. What is refused leaves no bytes. Killed at
 * any moment, it is done again by the next who asks.
 */
export async function finishUpload(room: AttachmentRoom, id: string): Promise<Finished | FileRefusal> {
  if (!(await claimFinishing(room.database, id))) return askAgain(room, id);
  const finished = await inTurn(() => finish(room, id));
  await removeParts(room, id);
  return finished;
}

/** Somebody else finishes it, or did. */
async function askAgain({ database }: AttachmentRoom, id: string): Promise<Finished | FileRefusal> {
  const upload = await findAttachment(database, id);
  if (upload?.refusal) return { refused: upload.refusal };
  if (upload?.state === 'READY' || upload?.state === 'SCANNING') return { state: upload.state };
  return { refused: upload ? 'UPLOAD_INCOMPLETE' : 'UPLOAD_NOT_FOUND' };
}

async function finish(room: AttachmentRoom, id: string): Promise<Finished | FileRefusal> {
  const folder = join(room.desk, randomUUID());
  await mkdir(folder, { mode: 0o700 });
  try {
    const path = join(folder, 'file');
    const bytes = await assemble(room, id, path);
    const file = await cleanFile(path, bytes, room.limits);
    if ('refused' in file) {
      await rejectAttachment(room.database, id, file.refused);
      return file;
    }
    await store(room, id, file);
    const outcome = await room.database.transaction((tx) => settle(tx, room, id, file));
    if ('refused' in outcome) await removeFiles(room, id);
    return outcome;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function assemble({ database, storage }: AttachmentRoom, id: string, path: string): Promise<number> {
  const parts = await partsOf(database, id);
  let bytes = 0;
  await pipeline(
    async function* () {
      for (const part of parts) {
        const content = part.start === bytes ? await storage.open(part.key) : null;
        if (!content) throw new Fault('INTERNAL_SERVER_ERROR', `upload ${id} has a hole at ${bytes}`);
        yield* content;
        bytes += part.bytes;
      }
    },
    createWriteStream(path, { mode: 0o600 }),
  );
  return bytes;
}

async function store({ storage }: AttachmentRoom, id: string, file: CleanFile): Promise<void> {
  await storage.put(keyOf.file(id), createReadStream(file.path), file.bytes);
  const { preview } = file;
  if (preview) await storage.put(keyOf.preview(id), createReadStream(preview.path), preview.bytes);
}

async function settle(
  tx: Tx,
  room: AttachmentRoom,
  id: string,
  file: CleanFile,
): Promise<Finished | FileRefusal> {
  const before = await findAttachment(tx, id);
  // The case first, as everybody does who holds both.
  const kase = before?.caseId ? await lockCase(tx, before.caseId) : null;
  const upload = await lockAttachment(tx, id);
  if (upload?.state !== 'UPLOADING') return { refused: 'UPLOAD_NOT_FOUND' };
  const state = room.scanner ? 'SCANNING' : 'READY';
  const { mediaType, bytes, preview } = file;
  const fileName = cleanName(upload.fileName, mediaType);
  await saveFinished(tx, id, { state, mediaType, fileName, bytes, previewBytes: preview?.bytes ?? null });
  if (!upload.caseId) return { state };
  const wrong = await bring(tx, room, upload, kase?.record.state);
  if (wrong) await rejectAttachment(tx, id, wrong.refused);
  return wrong ?? { state };
}

type State = Parameters<typeof takesFiles>[0];

async function bring(
  tx: Tx,
  room: AttachmentRoom,
  upload: AttachmentRow,
  state: State | undefined,
): Promise<FileRefusal | null> {
  if (!upload.caseId || !state || !takesFiles(state)) return { refused: 'CASE_TAKES_NO_FILES' };
  return addAttachments(tx, room.limits, upload.caseId, [upload.id]);
}

/** Removes the pieces of an upload that is over. */
export async function removeParts({ database, storage }: AttachmentRoom, id: string): Promise<void> {
  for (const key of await allPartKeys(database, id)) {
    await storage.remove(key);
    await forgetPart(database, id, key);
  }
}

/** Removes what was kept of a file. */
export async function removeFiles({ storage }: AttachmentRoom, id: string): Promise<void> {
  await storage.remove(keyOf.preview(id));
  await storage.remove(keyOf.file(id));
}
