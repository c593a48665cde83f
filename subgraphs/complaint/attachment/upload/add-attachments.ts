import type { Tx } from '@bekhedmetkom/platform/database';
import { appendToOutbox } from '@bekhedmetkom/platform/outbox';
import type { AttachmentAdded } from '@bekhedmetkom/schema/events/complaint';
import { appendToAudit } from '../../audit/audit.store.ts';
import type { FileRefusal } from '../../refusal/file-refusal.ts';
import { type AttachmentRow, addToCase, lockAttachment, usageOf } from '../attachment.store.ts';
import { type AttachmentLimits, checkRoom } from '../attachment.ts';

/**
 * Makes finished uploads part of a case: all of them or none. Each leaves a line in the audit and an event
 * with nothing but ids. The case is locked, or new in this very transaction.
 */
export async function addAttachments(
  tx: Tx,
  limits: AttachmentLimits,
  caseId: string,
  ids: readonly string[],
): Promise<FileRefusal | null> {
  const uploads: AttachmentRow[] = [];
  // In one order, so that two who bring the same files wait for each other in one direction.
  for (const id of [...new Set(ids)].sort()) {
    const upload = await lockAttachment(tx, id);
    const wrong = upload ? checkUpload(upload, caseId) : notFound;
    if (wrong || !upload) return wrong ?? notFound;
    uploads.push(upload);
  }
  const more = { files: uploads.length, bytes: uploads.reduce((sum, one) => sum + (one.bytes ?? 0), 0) };
  const full = checkRoom(await usageOf(tx, caseId, { begun: false }), more, limits);
  if (full) return full;

  await addToCase(
    tx,
    uploads.map(({ id }) => id),
    caseId,
  );
  for (const { id, addedBy, actor, mediaType, bytes } of uploads) {
    const detail = { attachmentId: id, mediaType, bytes };
    await appendToAudit(tx, [caseId], { actorKind: addedBy, actor, action: 'ADD_ATTACHMENT', detail });
    const payload: AttachmentAdded = { attachmentId: id, caseId };
    await appendToOutbox(tx, { key: id, version: 1, type: 'attachment.added', payload });
  }
  return null;
}

const notFound: FileRefusal = { refused: 'UPLOAD_NOT_FOUND' };

/** Why an upload cannot become part of this case; what is another's does not exist. */
function checkUpload(upload: AttachmentRow, caseId: string): FileRefusal | null {
  if (upload.addedAt !== null || (upload.caseId !== null && upload.caseId !== caseId)) return notFound;
  if (upload.refusal) return { refused: upload.refusal };
  if (upload.state === 'UPLOADING') return { refused: 'UPLOAD_INCOMPLETE' };
  return upload.state === 'READY' || upload.state === 'SCANNING' ? null : notFound;
}
