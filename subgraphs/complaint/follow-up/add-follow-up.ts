import type { Viewer } from '@bekhedmetkom/platform/auth';
import { type Database, databaseNow } from '@bekhedmetkom/platform/database';
import { appendToOutbox } from '@bekhedmetkom/platform/outbox';
import type { FollowUpPromised } from '@bekhedmetkom/schema/events/complaint';
import type { CaseRecord } from '../case/case.record.ts';
import { loadCases } from '../case/case.store.ts';
import type { Refusal } from '../case/case.ts';
import { type Access, accessTo } from '../case-access/case.policy.ts';
import type { SealedWords } from '../confidential/sealed-words.ts';
import { actingPost } from '../directory/acting-post.ts';
import type { Directory } from '../directory/directory.ts';
import { notFound, nothingThere } from '../refusal/not-found.ts';
import { readText } from '../wording/written-text.ts';
import { addFollowUpRow, type FollowUpRow, lockFollowUp, settleFollowUpRow } from './follow-up.store.ts';
import { checkPromise, maxFollowUpLength, mayBeFollowedUp } from './follow-up.ts';

interface Dependencies {
  database: Database;
  words: SealedWords;
  directory(): Directory;
}

export interface FollowUpResult {
  record: CaseRecord;
  access: Access;
  followUp: FollowUpRow | null;
  refusals: Refusal[];
}

/** Keeps what a focal point promised the operation room. It changes nothing of the case. */
export function addFollowUp(
  { database, directory, words }: Dependencies,
  input: { caseId: string | null; text: string; post: string | null; promisedOn: string },
  viewer: Viewer,
): Promise<FollowUpResult> {
  return database.transaction(async (tx) => {
    const [record] = input.caseId === null ? [] : await loadCases(tx, [input.caseId]);
    const access = record && accessTo(viewer, record);
    if (!record || !access?.seesInternal) throw notFound(viewer.language);
    const refuse = (refusal: Refusal): FollowUpResult => ({
      record,
      access,
      followUp: null,
      refusals: [refusal],
    });
    if (!access.capacities.includes('OPERATION_ROOM')) return refuse({ refused: 'FORBIDDEN' });
    const written = readText(input.text, { field: ['text'], min: 1, max: maxFollowUpLength });
    if ('refused' in written) return refuse(written);
    const known = directory();
    const post = input.post === null ? undefined : known.post(input.post);
    const entities = [record.entity, record.transferTo, ...record.partEntities];
    if (!post || post.entity === null || !mayBeFollowedUp(post, entities)) {
      return refuse({ refused: 'UNKNOWN_POST', field: ['postId'] });
    }
    const now = await databaseNow(tx);
    const unfit = checkPromise(input.promisedOn, now, known.calendar());
    if (unfit) return refuse(unfit);

    const followUp = await addFollowUpRow(tx, {
      caseId: record.id,
      entity: post.entity,
      post: post.key,
      text: words.keep(record, written.text),
      promisedOn: input.promisedOn,
      at: now,
      author: viewer.subject ?? '',
      authorPost: actingPost(known, viewer.subject, record.entity)?.key ?? null,
    });
    const { promisedOn } = followUp;
    const payload: FollowUpPromised = {
      followUpId: followUp.id,
      caseId: record.id,
      post: post.key,
      promisedOn,
    };
    await appendToOutbox(tx, { key: followUp.id, version: 1, type: 'follow-up.promised', payload });
    return { record, access, followUp, refusals: [] };
  });
}

/** Records whether a promise was kept; once. */
export function settleFollowUp(
  { database, words }: Dependencies,
  input: { id: string | null; kept: boolean; comment: string | null },
  viewer: Viewer,
): Promise<FollowUpResult> {
  return database.transaction(async (tx) => {
    const found = input.id === null ? undefined : await lockFollowUp(tx, input.id);
    const [record] = found ? await loadCases(tx, [found.caseId]) : [];
    const access = record && accessTo(viewer, record);
    if (!found || !record || !access?.seesInternal) throw nothingThere(viewer.language);
    const refuse = (refusal: Refusal): FollowUpResult => ({
      record,
      access,
      followUp: found,
      refusals: [refusal],
    });
    if (!access.capacities.includes('OPERATION_ROOM')) return refuse({ refused: 'FORBIDDEN' });
    if (found.settledAt !== null) return refuse({ refused: 'ALREADY_SETTLED' });
    const comment = readText(input.comment ?? '', { field: ['comment'], min: 0, max: maxFollowUpLength });
    if ('refused' in comment) return refuse(comment);
    const outcome = { at: await databaseNow(tx), by: viewer.subject ?? '', kept: input.kept };
    const settled = { ...outcome, comment: words.keep(record, comment.text || null) };
    return { record, access, followUp: await settleFollowUpRow(tx, found.id, settled), refusals: [] };
  });
}
