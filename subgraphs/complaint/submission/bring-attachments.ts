/** Filing a case together with files that were sent beforehand: the case with all of them, or no case. */
import type { Database } from '@bekhedmetkom/platform/database';
import type { AttachmentLimits } from '../attachment/attachment.ts';
import { addAttachments } from '../attachment/upload/add-attachments.ts';
import type { Refusal } from '../case/case.ts';
import { uuidOf } from '../reference/uuid-of.ts';
import type { FileRefusal } from '../refusal/file-refusal.ts';
import { insertCase } from './follow-case.ts';
import type { NewCase } from './submit.statement.ts';

const field = ['attachments'];

/** The keys of uploads from their global ids, each once; a refusal for an id that names none. */
export function readUploads(ids: readonly string[] | null | undefined): string[] | FileRefusal {
  const keys = [...new Set(ids)].map((id) => uuidOf('Attachment', id));
  return keys.includes(null) ? { refused: 'UPLOAD_NOT_FOUND', field } : keys.filter((key) => key !== null);
}

/**
 * Writes a new case and brings its files. False when its idempotency key was taken before: nothing is written
 * then. A refusal undoes everything.
 */
export async function writeWithAttachments(
  database: Database,
  limits: AttachmentLimits,
  fresh: NewCase,
  uploads: readonly string[],
): Promise<boolean | Refusal> {
  try {
    return await database.transaction(async (tx) => {
      const written = await insertCase(tx, fresh);
      if (written !== true) return written;
      const refusal = uploads.length > 0 ? await addAttachments(tx, limits, fresh.record.id, uploads) : null;
      if (refusal) throw new Undone(refusal);
      return true;
    });
  } catch (error) {
    if (error instanceof Undone) return { ...error.refusal, field };
    throw error;
  }
}

class Undone extends Error {
  readonly refusal: FileRefusal;
  constructor(refusal: FileRefusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}
