import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Tx } from '@bekhedmetkom/platform/database';
import { Fault } from '@bekhedmetkom/platform/errors';
import { lockCase } from '../../case/case.store.ts';
import type { FileRefusal } from '../../refusal/file-refusal.ts';
import { findAttachment, lockAttachment } from '../attachment.store.ts';
import { type Finished, takesFiles } from '../attachment.ts';
import { cleanFile } from '../clean/clean-file.ts';
import type { CleanFile } from '../clean/clean-picture.ts';
import { cleanName } from '../file-name.ts';
import { announceChunk, forgetChunk, partsOf } from '../keep/chunk.store.ts';
import { removeChunks } from '../keep/remove-files.ts';
import { requestScan } from '../keep/scan-files.ts';
import { type AttachmentDependencies, keyOf } from '../setup/attachment-dependencies.ts';
import { addAttachments } from './add-attachments.ts';
import { rejectFinished, releaseFinishing, saveFinished } from './finishing.store.ts';
import { type FinishingLease, LeaseLost, takeFinishingLease } from './finishing-lease.ts';

type Outcome = Finished | FileRefusal;

/**
 * Puts a complete upload together, finds out what it is, cleans it, and stores what remains; an upload that
 * was begun for a case becomes part of it in the same transaction. What is refused leaves no bytes. Killed at
 * any moment, it is done again by the next who asks, or by maintenance. Several who ask this process at once
 * share one answer.
 */
export function finishUpload(deps: AttachmentDependencies, id: string): Promise<Outcome> {
  const { finishing, inTurn } = deps;
  const running = finishing.get(id) ?? inTurn(() => finishUnderLease(deps, id));
  finishing.set(id, running);
  const forget = (): void => {
    if (finishing.get(id) === running) finishing.delete(id);
  };
  running.then(forget, forget);
  return running;
}

/** The lease is taken when the turn has come, so that waiting for the turn uses none of it up. */
async function finishUnderLease(deps: AttachmentDependencies, id: string): Promise<Outcome> {
  const lease = await takeFinishingLease(deps, id);
  if (!lease) return askAgain(deps, id);
  try {
    return await finish(deps, id, lease);
  } catch (error) {
    // Taken back meanwhile, or finished by another: then the failure is of no interest.
    const known = await askAgain(deps, id);
    if (error instanceof LeaseLost || !('refused' in known) || known.refused !== 'UPLOAD_INCOMPLETE')
      return known;
    await releaseFinishing(deps.database, id, lease.token);
    throw error;
  } finally {
    lease.end();
  }
}

/** Somebody else finishes it, or did. */
async function askAgain({ database }: AttachmentDependencies, id: string): Promise<Outcome> {
  const upload = await findAttachment(database, id);
  if (upload?.refusal) return { refused: upload.refusal };
  if (upload?.state === 'READY' || upload?.state === 'SCANNING') return { state: upload.state };
  return { refused: upload && upload.state !== 'LEAVING' ? 'UPLOAD_INCOMPLETE' : 'UPLOAD_NOT_FOUND' };
}

async function finish(deps: AttachmentDependencies, id: string, lease: FinishingLease): Promise<Outcome> {
  const folder = join(deps.desk, randomUUID());
  await mkdir(folder, { mode: 0o700 });
  try {
    const path = join(folder, 'file');
    const bytes = await assemble(deps, id, path, lease.signal);
    const file = await cleanFile(path, bytes, deps.limits);
    lease.signal.throwIfAborted();
    if ('refused' in file) {
      if (!(await rejectFinished(deps.database, id, lease.token, file.refused))) return askAgain(deps, id);
      await tidy(deps, id, []);
      return file;
    }
    return await keep(deps, id, lease, file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Stores the file under keys of the lease's own, and makes it the upload's unless the lease was lost. */
async function keep(
  deps: AttachmentDependencies,
  id: string,
  { token, signal }: FinishingLease,
  file: CleanFile,
): Promise<Outcome> {
  const keys = [keyOf.file(id, token), ...(file.preview ? [keyOf.preview(id, token)] : [])];
  for (const key of keys) await announceChunk(deps.database, id, key, 0);
  await store(deps, id, token, file);
  signal.throwIfAborted();
  // Whether a commit that gave no answer happened is not known: then the files stay, and are found by their keys.
  const outcome = await deps.database
    .transaction((tx) => recordOutcome(tx, deps, { id, token, keys }, file))
    .catch(async (error: unknown) => {
      if (!(error instanceof NotAdded)) throw error;
      const { refusal } = error;
      return (await rejectFinished(deps.database, id, token, refusal.refused)) ? refusal : null;
    });
  const kept = outcome !== null && 'state' in outcome;
  await tidy(deps, id, kept ? [] : keys, outcome !== null);
  return outcome ?? askAgain(deps, id);
}

async function assemble(
  { database, storage }: AttachmentDependencies,
  id: string,
  path: string,
  signal: AbortSignal,
): Promise<number> {
  const parts = await partsOf(database, id);
  let bytes = 0;
  await pipeline(
    async function* () {
      for (const part of parts) {
        signal.throwIfAborted();
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

async function store(
  { storage }: AttachmentDependencies,
  id: string,
  token: string,
  { path, bytes, preview }: CleanFile,
): Promise<void> {
  await storage.put(keyOf.file(id, token), createReadStream(path), bytes);
  if (preview) await storage.put(keyOf.preview(id, token), createReadStream(preview.path), preview.bytes);
}

/** Null when the lease was lost, or the upload is over. Throws NotAdded when its case has no room for it. */
async function recordOutcome(
  tx: Tx,
  deps: AttachmentDependencies,
  { id, token, keys }: { id: string; token: string; keys: readonly string[] },
  file: CleanFile,
): Promise<Outcome | null> {
  const before = await findAttachment(tx, id);
  // The case first, as everybody does who holds both.
  const kase = before?.caseId ? await lockCase(tx, before.caseId) : null;
  const upload = await lockAttachment(tx, id);
  if (!upload) return null;
  const wrong = upload.caseId && !(kase && takesFiles(kase.record.state)) ? closed : null;
  if (wrong) return (await rejectFinished(tx, id, token, wrong.refused)) ? wrong : null;

  const state = deps.scanner ? 'SCANNING' : 'READY';
  const { mediaType, bytes, preview } = file;
  const sealedName = deps.names.seal(id, cleanName(deps.names.of(upload), mediaType));
  const finished = {
    state,
    mediaType,
    sealedName,
    bytes,
    previewBytes: preview?.bytes ?? null,
    keys,
  } as const;
  if (!(await saveFinished(tx, id, token, finished))) return null;
  const full = upload.caseId ? await addAttachments(tx, deps.limits, upload.caseId, [id]) : null;
  if (full) throw new NotAdded(full);
  if (state === 'SCANNING') await requestScan(tx, id);
  return { state };
}

const closed: FileRefusal = { refused: 'CASE_TAKES_NO_FILES' };

/** Undoes what the transaction wrote. */
class NotAdded extends Error {
  readonly refusal: FileRefusal;
  constructor(refusal: FileRefusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

/** Removes what is not needed any more; what cannot be removed now is found by maintenance. */
async function tidy(
  deps: AttachmentDependencies,
  id: string,
  own: readonly string[],
  over = true,
): Promise<void> {
  try {
    for (const key of own) {
      await deps.storage.remove(key);
      await forgetChunk(deps.database, id, key);
    }
    if (over) await removeChunks(deps, id);
  } catch (error) {
    deps.logger.warn({ err: error, attachment: id }, 'pieces of an upload could not be removed yet');
  }
}
