/** The ends of a part: the entity that was asked answers it, or who asked withdraws it. */
import type { Viewer } from '@bekhedmetkom/platform/auth';
import { answeringEntities } from '../case/case.policy.ts';
import { longestAnswer, longestReason, type Refusal } from '../case/case.ts';
import { type CaseResult, type CaseRoom, changeCase, type Moment } from '../case/change-case.ts';
import type { CaseStep } from '../case/start-case.ts';
import { readText } from '../submission/written-text.ts';
import { askedEntities, loadParts, type PartRow, settlePart } from './part.store.ts';

interface PartStep extends CaseStep {
  /** Number of the part in its case. */
  part: number;
}

/** Answers a part. By a focal point of the entity that was asked; to others the part does not exist. */
export function answerPart(
  room: CaseRoom,
  input: PartStep & { text: string },
  viewer: Viewer,
): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(room, { ...request, action: 'ANSWER_PART' }, async (moment) => {
    const { tx, record, now, directory } = moment;
    const own = answeringEntities(viewer);
    const found = await openPart(moment, input.part, (part) => own.includes(part.entity));
    if ('refused' in found) return found;
    const text = readText(input.text, { field: ['text'], min: 1, max: longestAnswer });
    if ('refused' in text) return text;
    const { number, entity } = found.part;
    const posts = directory.postsOf(viewer.subject ?? '');
    const post = posts.find((one) => one.entity === entity)?.key ?? moment.post;
    await settlePart(tx, record.id, number, { answer: moment.keep(text.text), reason: null, at: now, post });
    const main = directory.mainFocalPointOf(record.entity);
    return {
      after: { openParts: record.openParts - 1 },
      text: text.text,
      internal: true,
      told: main ? [main.key] : [],
      detail: { part: number, entity },
    };
  });
}

/** Withdraws a part: the answer does not wait for it any more, and its entity has no more to do with the case. */
export function withdrawPart(
  room: CaseRoom,
  input: PartStep & { reason: string },
  viewer: Viewer,
): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(room, { ...request, action: 'WITHDRAW_PART' }, async (moment) => {
    const { tx, record, now, post, directory } = moment;
    const found = await openPart(moment, input.part, () => true);
    if ('refused' in found) return found;
    const reason = readText(input.reason, { field: ['reason'], min: 1, max: longestReason });
    if ('refused' in reason) return reason;
    const { number, entity } = found.part;
    await settlePart(tx, record.id, number, {
      answer: null,
      reason: moment.keep(reason.text),
      at: now,
      post,
    });
    const asked = directory.mainFocalPointOf(entity);
    return {
      after: {
        openParts: record.openParts - 1,
        partEntities: askedEntities(found.all.filter((part) => part !== found.part)),
      },
      text: reason.text,
      internal: true,
      told: asked ? [asked.key] : [],
      detail: { part: number, entity },
    };
  });
}

async function openPart(
  { tx, record }: Moment,
  number: number,
  mayBe: (part: PartRow) => boolean,
): Promise<{ part: PartRow; all: PartRow[] } | Refusal> {
  const all = (await loadParts(tx, [record.id])).get(record.id) ?? [];
  const part = all.find((one) => one.number === number);
  const field = ['part'];
  if (!part || !mayBe(part)) return { refused: 'UNKNOWN_PART', field, facts: { part: number } };
  if (part.state !== 'OPEN') return { refused: 'PART_SETTLED', field, facts: { state: part.state } };
  return { part, all };
}
