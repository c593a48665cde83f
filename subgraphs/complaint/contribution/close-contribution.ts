/** The ends of a part: the entity that was asked answers it, or who asked withdraws it. */
import type { Viewer } from '@bekhedmetkom/platform/auth';
import { maxAnswerLength, maxReasonLength, type Refusal } from '../case/case.ts';
import { answeringEntities } from '../case-access/case.policy.ts';
import {
  type CaseDependencies,
  type CaseResult,
  changeCase,
  type TransitionContext,
} from '../case-change/change-case.ts';
import type { CaseStep } from '../case-change/start-case.ts';
import {
  type ContributionRow,
  closeContribution,
  contributingEntitiesOf,
  loadContributions,
} from '../handover/contribution.store.ts';
import { readText } from '../wording/written-text.ts';

interface ContributionStep extends CaseStep {
  /** Number of the part in its case. */
  contribution: number;
}

/** Answers a part. By a focal point of the entity that was asked; to others the part does not exist. */
export function answerContribution(
  deps: CaseDependencies,
  input: ContributionStep & { text: string },
  viewer: Viewer,
): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(deps, { ...request, action: 'ANSWER_PART' }, async (context) => {
    const { tx, record, now, directory } = context;
    const own = answeringEntities(viewer);
    const found = await findOpenContribution(context, input.contribution, (contribution) =>
      own.includes(contribution.entity),
    );
    if ('refused' in found) return found;
    const text = readText(input.text, { field: ['text'], min: 1, max: maxAnswerLength });
    if ('refused' in text) return text;
    const { number, entity } = found.contribution;
    const posts = directory.postsOf(viewer.subject ?? '');
    const post = posts.find((one) => one.entity === entity)?.key ?? context.post;
    await closeContribution(tx, record.id, number, {
      answer: context.keep(text.text),
      reason: null,
      at: now,
      post,
    });
    const main = directory.mainFocalPointOf(record.entity);
    return {
      after: { openParts: record.openParts - 1 },
      text: text.text,
      internal: true,
      told: main ? [main.key] : [],
      detail: { contribution: number, entity },
    };
  });
}

/** Withdraws a part: the answer does not wait for it any more, and its entity has no more to do with the case. */
export function withdrawContribution(
  deps: CaseDependencies,
  input: ContributionStep & { reason: string },
  viewer: Viewer,
): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(deps, { ...request, action: 'WITHDRAW_PART' }, async (context) => {
    const { tx, record, now, post, directory } = context;
    const found = await findOpenContribution(context, input.contribution, () => true);
    if ('refused' in found) return found;
    const reason = readText(input.reason, { field: ['reason'], min: 1, max: maxReasonLength });
    if ('refused' in reason) return reason;
    const { number, entity } = found.contribution;
    await closeContribution(tx, record.id, number, {
      answer: null,
      reason: context.keep(reason.text),
      at: now,
      post,
    });
    const asked = directory.mainFocalPointOf(entity);
    return {
      after: {
        openParts: record.openParts - 1,
        partEntities: contributingEntitiesOf(
          found.all.filter((contribution) => contribution !== found.contribution),
        ),
      },
      text: reason.text,
      internal: true,
      told: asked ? [asked.key] : [],
      detail: { contribution: number, entity },
    };
  });
}

async function findOpenContribution(
  { tx, record }: TransitionContext,
  number: number,
  mayBe: (contribution: ContributionRow) => boolean,
): Promise<{ contribution: ContributionRow; all: ContributionRow[] } | Refusal> {
  const all = (await loadContributions(tx, [record.id])).get(record.id) ?? [];
  const contribution = all.find((one) => one.number === number);
  const field = ['contribution'];
  if (!contribution || !mayBe(contribution))
    return { refused: 'UNKNOWN_PART', field, facts: { contribution: number } };
  if (contribution.state !== 'OPEN')
    return { refused: 'PART_SETTLED', field, facts: { state: contribution.state } };
  return { contribution, all };
}
