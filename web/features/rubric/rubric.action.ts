'use server';

import { refresh } from 'next/cache';
import type { RubricDryRunQuery as DryRun } from '../../graphql/generated/graphql.ts';
import { mutate, query } from '../../graphql/server.ts';
import {
  failedBy,
  publishedAs,
  refusedBy,
  type TrialResult,
  triedOut,
} from '../sla-administration/trial-result.ts';
import { boxOf } from './box-of.ts';
import { keysOf, type RubricDraft, wholeNumber } from './criteria.ts';
import { PublishRubricMutation, RubricDryRunQuery } from './rubric.query.ts';

export type RubricTrial = DryRun['rubricDryRun'];
type Result = TrialResult<RubricTrial>;

/** Says what is wrong with a rubric, else what it would have made of scored answers. Publishes nothing. */
export async function tryRubric(draft: RubricDraft, expectedVersion: number): Promise<Result> {
  const refused = await send(draft, expectedVersion, true);
  if (refused.status !== 'published') return refused;
  const { data, problem } = await query(RubricDryRunQuery, { criteria: criteriaOf(draft) });
  return data ? triedOut(data.rubricDryRun) : failedBy(problem);
}

/** Publishes what the editor holds as the next version of the rubric. */
export async function publishRubric(draft: RubricDraft, expectedVersion: number): Promise<Result> {
  const result = await send(draft, expectedVersion, false);
  if (result.status === 'published') refresh();
  return result;
}

async function send(draft: RubricDraft, expectedVersion: number, checkOnly: boolean): Promise<Result> {
  const samplePercent = figure(draft.samplePercent);
  const input = { expectedVersion, checkOnly, criteria: criteriaOf(draft), samplePercent };
  const { data, problem } = await mutate(PublishRubricMutation, { input });
  if (!data) return failedBy(problem);
  const { rubric, userErrors } = data.publishRubric;
  return refusedBy<RubricTrial>(userErrors, boxOf) ?? publishedAs(rubric?.version ?? 0);
}

function criteriaOf({ criteria }: RubricDraft) {
  const keys = keysOf(criteria);
  return criteria.map(({ ar, en, weight, max }, i) => ({
    key: keys[i] ?? '',
    names: { ar, en },
    weight: figure(weight),
    max: figure(max),
  }));
}

// What is no number is refused by its range, in the words of the service.
function figure(typed: string): number {
  const number = wholeNumber(typed);
  return Number.isNaN(number) ? -1 : Math.min(number, 1_000_000);
}
