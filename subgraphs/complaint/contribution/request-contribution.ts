import type { Viewer } from '@bekhedmetkom/platform/auth';
import {
  type CaseDependencies,
  type CaseResult,
  changeCase,
  type TransitionContext,
} from '../case-change/change-case.ts';
import type { CaseStep } from '../case-change/start-case.ts';
import { addContribution } from '../handover/contribution.store.ts';
import { closeOf } from '../sla/compute-due-dates.ts';
import { checkTarget } from '../transfer/target.ts';
import { readText } from '../wording/written-text.ts';
import { dueDayOfContribution, maxOpenContributions, maxQuestionLength } from './contribution.ts';

export interface RequestPartInput extends CaseStep {
  entityCode: string;
  question: string;
  /** `YYYY-MM-DD`; null: as the rules have it. */
  dueOn: string | null;
}

/** Asks another entity for a part of the answer; the case stays where it is and waits for every part. */
export function requestContribution(
  deps: CaseDependencies,
  input: RequestPartInput,
  viewer: Viewer,
): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(deps, { ...request, action: 'REQUEST_PART' }, (context) => ask(context, input));
}

async function ask(context: TransitionContext, { entityCode: entity, dueOn, ...input }: RequestPartInput) {
  const { tx, record, now, post, directory, calendar, keep } = context;
  const question = readText(input.question, { field: ['question'], min: 1, max: maxQuestionLength });
  if ('refused' in question) return question;
  const refusal = checkTarget(directory, {
    code: entity,
    from: record.entity ?? '',
    now,
    field: ['entityCode'],
  });
  if (refusal) return refusal;
  if (record.openParts >= maxOpenContributions)
    return { refused: 'TOO_MANY', facts: { max: maxOpenContributions } };
  const day = dueDayOfContribution(dueOn, record.dueAt, now, calendar);
  if ('refused' in day) return day;
  const dueAt = new Date(closeOf(calendar, day.dueOn));
  const number = await addContribution(tx, record.id, {
    entity,
    question: keep(question.text),
    at: now,
    post,
    dueAt,
  });
  const asked = directory.mainFocalPointOf(entity);
  return {
    after: {
      openParts: record.openParts + 1,
      partEntities: [...new Set([...record.partEntities, entity])],
    },
    text: question.text,
    internal: true,
    told: asked ? [asked.key] : [],
    detail: { part: number, entity, dueOn: day.dueOn },
  };
}
