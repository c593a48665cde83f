import { createHmac, createSecretKey, hash, hkdfSync, randomBytes } from 'node:crypto';
import type { Viewer } from '@bekhedmetkom/platform/auth';
import { holds } from '@bekhedmetkom/platform/auth';
import type { Database } from '@bekhedmetkom/platform/database';
import { Fault } from '@bekhedmetkom/platform/errors';
import { ammanDay } from '@bekhedmetkom/time/amman';
import type { AttachmentLimits } from '../attachment/attachment.ts';
import { readUploads, writeWithAttachments } from '../attachment/bring-attachments.ts';
import type { CaseRecord } from '../case/case.record.ts';
import { loadCases } from '../case/case.store.ts';
import type { Refusal } from '../case/case.ts';
import type { ContactSeal } from '../contact/sealed-contact.ts';
import type { Directory } from '../directory/directory.ts';
import { asFollower, findFollowed } from '../merge/follow-case.ts';
import type { FollowUpSecrets } from '../reference/follow-up-secret.ts';
import { makeReference, referenceBytes } from '../reference/reference.ts';
import { makeCaseWriter } from './case-writer.ts';
import type { DatabaseClock } from './database-clock.ts';
import { openCase, readSubmission, type Submission, type SubmissionFields } from './submission.ts';
import { findSubmission } from './submit.statement.ts';
import { uuidV7 } from './uuid-v7.ts';

interface Surroundings {
  database: Database;
  clock: DatabaseClock;
  secrets: FollowUpSecrets;
  seal: ContactSeal;
  directory(): Directory;
  /** Told when an outbox line was committed. */
  wakeRelay(): void;
  /** 32 bytes: idempotency keys are kept hashed under a key derived from it. */
  serverKey: Uint8Array;
  attachmentLimits: AttachmentLimits;
}

type SubmitResult = { record: CaseRecord; secret: string } | { refusals: Refusal[] };
export type SubmitCase = (fields: SubmissionFields, viewer: Viewer) => Promise<SubmitResult>;

const referenceTries = 5;

/**
 * Submits a case. The same idempotency key with the same content gives the same
 * case and the same secret again, with other content a refusal.
 */
export function makeSubmitCase(around: Surroundings): SubmitCase {
  const label = 'bekhedmetkom idempotency';
  const keyKey = createSecretKey(Buffer.from(hkdfSync('sha256', around.serverKey, '', label, 32)));

  const write = makeCaseWriter(around.database, around.wakeRelay);

  async function again(keyHash: Buffer, bodyHash: Buffer, secret: string): Promise<SubmitResult> {
    const found = await findSubmission(around.database, keyHash);
    if (found && !found.bodyHash.equals(bodyHash)) {
      return { refusals: [{ refused: 'IDEMPOTENCY_MISMATCH', field: ['idempotencyKey'] }] };
    }
    const [record] = found ? await loadCases(around.database, [found.id]) : [];
    if (!record) throw new Fault('INTERNAL_SERVER_ERROR', 'a submission has no case');
    return { record, secret };
  }

  return async (fields, viewer) => {
    const now = await around.clock.now();
    const directory = around.directory();
    const read = readSubmission(fields, directory, now);
    if ('refusals' in read) return read;
    const { submission } = read;
    const uploads = readUploads(fields.attachments);
    if ('refused' in uploads) return { refusals: [uploads] };
    const scope = viewer.subject === null ? `client ${viewer.client ?? ''}` : `subject ${viewer.subject}`;
    const keyHash = createHmac('sha256', keyKey).update(`${scope}\n${fields.idempotencyKey}`).digest();
    const follows = fields.follows ?? null;
    const bodyHash = hashOf(submission, follows === null ? uploads : [...uploads, follows]);
    const secret = around.secrets.derive(scope, fields.idempotencyKey);
    const filer = filerOf(viewer, submission.anonymous);
    const secretHash = around.secrets.hash(secret);

    const followed = follows === null ? null : await findFollowed(around.database, follows);
    if (followed && 'refused' in followed) {
      // Sent again, it is answered as before, whatever became of the other case.
      const isSentAgain = (await findSubmission(around.database, keyHash)) !== undefined;
      return isSentAgain ? again(keyHash, bodyHash, secret) : { refusals: [followed] };
    }

    for (let attempt = 1; ; attempt++) {
      const id = uuidV7(now.getTime());
      const year = Number(ammanDay(now).slice(0, 4));
      const reference = makeReference(year, randomBytes(referenceBytes));
      const { by, actor, ...owner } = filer;
      const opened = openCase(submission, { id, reference, ...owner }, directory, now);
      const record = followed === null ? opened : asFollower(opened, followed);
      if ('refused' in record) return { refusals: [record] };
      const sealedContact = around.seal.seal(id, submission.contact);
      const fresh = {
        record,
        text: submission.text,
        point: submission.point,
        credit: submission.credit,
        sealedContact,
        secretHash,
        keyHash,
        bodyHash,
        by,
        actor,
      };
      try {
        const isNew =
          uploads.length === 0 && followed === null
            ? await write(fresh)
            : await writeWithAttachments(around.database, around.attachmentLimits, fresh, uploads);
        if (typeof isNew !== 'boolean') return { refusals: [isNew] };
        return isNew ? { record, secret } : await again(keyHash, bodyHash, secret);
      } catch (error) {
        if (attempt === referenceTries || !isTakenReference(error)) throw error;
      }
    }
  };
}

/** Agents and importers file for others; everybody else for themselves, or for nobody when anonymous. */
function filerOf(viewer: Viewer, anonymous: boolean) {
  const forOthers = holds(viewer, 'CONTACT_CENTRE') || holds(viewer, 'IMPORTER');
  if (forOthers) {
    const by = holds(viewer, 'IMPORTER') ? ('IMPORTER' as const) : ('STAFF' as const);
    return { applicantSubject: null, filedBy: viewer.subject, by, actor: viewer.subject };
  }
  const subject = anonymous || viewer.kind !== 'person' ? null : viewer.subject;
  return { applicantSubject: subject, filedBy: null, by: 'APPLICANT' as const, actor: subject };
}

function hashOf(submission: Submission, uploads: readonly string[]): Buffer {
  const { contact, ...rest } = submission;
  return hash('sha256', JSON.stringify([rest, contact, ...uploads]), 'buffer');
}

// Forty random bits a year meet by chance once in a million; the index notices.
function isTakenReference(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '23505' && constraint === 'cases_reference_key';
}
