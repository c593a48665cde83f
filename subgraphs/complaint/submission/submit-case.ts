import { createHmac, createSecretKey, hkdfSync, randomBytes } from 'node:crypto';
import type { Viewer } from '@bekhedmetkom/platform/auth';
import { holds } from '@bekhedmetkom/platform/auth';
import type { Database } from '@bekhedmetkom/platform/database';
import { Fault } from '@bekhedmetkom/platform/errors';
import type { Limits } from '@bekhedmetkom/platform/limits';
import { makeReference, referenceBytes } from '@bekhedmetkom/text/reference';
import { ammanDay } from '@bekhedmetkom/time/amman';
import type { AttachmentLimits } from '../attachment/attachment.ts';
import type { CaseRecord } from '../case/case.record.ts';
import { loadCases } from '../case/case.store.ts';
import type { Refusal } from '../case/case.ts';
import type { DatabaseClock } from '../clock/database-clock.ts';
import { asKept } from '../confidential/as-kept.ts';
import type { SealedWords } from '../confidential/sealed-words.ts';
import type { ContactSeal } from '../contact/sealed-contact.ts';
import type { Directory } from '../directory/directory.ts';
import type { FollowUpSecrets } from '../reference/follow-up-secret.ts';
import { uuidV7 } from '../reference/uuid-v7.ts';
import { coordinatorsOf } from '../transfer/room.ts';
import { bodyHashOf } from './body-hash.ts';
import { readUploads, writeWithAttachments } from './bring-attachments.ts';
import { makeCaseWriter } from './case-writer.ts';
import { channelOf } from './channel.ts';
import { type ContactPace, openContactLimit } from './contact-limit.ts';
import { asFollower, findFollowed } from './follow-case.ts';
import { openCase, readSubmission, type SubmissionFields } from './submission.ts';
import { findSubmission } from './submit.statement.ts';

interface Dependencies {
  database: Database;
  clock: DatabaseClock;
  secrets: FollowUpSecrets;
  seal: ContactSeal;
  words: SealedWords;
  directory(): Directory;
  /** Told when an outbox line was committed. */
  wakeRelay(): void;
  /** 32 bytes: idempotency keys are kept hashed under a key derived from it. */
  serverKey: Uint8Array;
  attachmentLimits: AttachmentLimits;
  /** How often one contact may be given by people; agents and importers file for many. */
  contactPace: ContactPace;
  limits: Limits;
}

type SubmitResult = { record: CaseRecord; secret: string } | { refusals: Refusal[] };
export type SubmitCase = (fields: SubmissionFields, viewer: Viewer) => Promise<SubmitResult>;

const referenceTries = 5;

/**
 * Submits a case. The same idempotency key with the same content gives the same
 * case and the same secret again, with other content a refusal.
 */
export function makeSubmitCase(deps: Dependencies): SubmitCase {
  const label = 'bekhedmetkom idempotency';
  const keyKey = createSecretKey(Buffer.from(hkdfSync('sha256', deps.serverKey, '', label, 32)));

  const limit = openContactLimit(deps.limits, deps.contactPace);
  const write = makeCaseWriter(deps.database, deps.wakeRelay);

  /** What was answered before to a key; null when it is new. */
  async function again({ keyHash, bodyHash, secret, viewer }: Attempt): Promise<SubmitResult | null> {
    const found = await findSubmission(deps.database, keyHash);
    if (!found) return null;
    const [record] = await loadCases(deps.database, [found.id]);
    if (!record) throw new Fault('INTERNAL_SERVER_ERROR', 'a submission has no case');
    if (!found.bodyHash.equals(bodyHash) || isSomebodyElses(record, viewer)) {
      return { refusals: [{ refused: 'IDEMPOTENCY_MISMATCH', field: ['idempotencyKey'] }] };
    }
    return { record, secret };
  }

  return async (fields, viewer) => {
    const now = await deps.clock.now();
    const directory = deps.directory();
    // The key alone is the scope: the same attempt may come from another network, on another day, signed out.
    const keyHash = createHmac('sha256', keyKey).update(fields.idempotencyKey).digest();
    const bodyHash = bodyHashOf(fields);
    const secret = deps.secrets.derive(fields.idempotencyKey);
    // Sent again, it is answered as before, whatever would speak against it by now.
    const attempt = { keyHash, bodyHash, secret, viewer };
    const refuse = async (refusals: Refusal[]): Promise<SubmitResult> =>
      (await again(attempt)) ?? { refusals };

    const read = readSubmission({ ...fields, channel: channelOf(viewer, fields.channel) }, directory, now);
    if ('refusals' in read) return refuse(read.refusals);
    const { submission } = read;
    const uploads = readUploads(fields.attachments);
    if ('refused' in uploads) return refuse([uploads]);
    const follows = fields.follows ?? null;
    const filer = filerOf(viewer, submission.anonymous);
    const secretHash = deps.secrets.hash(secret);

    const followed = follows === null ? null : await findFollowed(deps.database, deps.directory(), follows);
    if (followed && 'refused' in followed) return refuse([followed]);

    const place = filer.filedBy === null ? await limit.take(submission.contact) : null;
    if (place && 'retryAfter' in place) {
      const { retryAfter } = place;
      const facts = { minutes: Math.ceil(retryAfter / 60), retryAfter };
      return refuse([{ refused: 'TOO_MANY_FOR_CONTACT', field: ['contact'], facts }]);
    }

    for (let tries = 1; ; tries++) {
      const id = uuidV7(now.getTime());
      const year = Number(ammanDay(now).slice(0, 4));
      const reference = makeReference(year, randomBytes(referenceBytes));
      const { by, actor, ...owner } = filer;
      const opened = openCase(submission, { id, reference, ...owner }, directory, now);
      const record = followed === null ? opened : asFollower(opened, followed);
      if ('refused' in record) return refuse([record]);
      const sealedContact = deps.seal.seal(id, submission.contact);
      const fresh = {
        ...asKept(record, submission, deps.words),
        credit: submission.credit,
        sealedContact,
        secretHash,
        keyHash,
        bodyHash,
        by,
        actor,
        told: coordinatorsOf(directory, record.programme),
      };
      try {
        const isNew =
          uploads.length === 0 && followed === null
            ? await write(fresh)
            : await writeWithAttachments(deps.database, deps.attachmentLimits, fresh, uploads);
        if (typeof isNew !== 'boolean') return refuse([isNew]);
        if (isNew) return { record: fresh.record, secret };
        await place?.giveBack();
        const before = await again(attempt);
        if (before) return before;
        throw new Fault('INTERNAL_SERVER_ERROR', 'a submission was neither written nor found');
      } catch (error) {
        if (tries === referenceTries || !isTakenReference(error)) throw error;
      }
    }
  };
}

interface Attempt {
  keyHash: Buffer;
  bodyHash: Buffer;
  secret: string;
  viewer: Viewer;
}

/** Whether two people who are both known sent the same key: then it is no repetition. */
function isSomebodyElses({ applicantSubject, filedBy }: CaseRecord, { subject }: Viewer): boolean {
  const owner = applicantSubject ?? filedBy;
  return owner !== null && subject !== null && owner !== subject;
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

// Forty random bits a year meet by chance once in a million; the index notices.
function isTakenReference(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '23505' && constraint === 'cases_reference_key';
}
