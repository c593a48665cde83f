'use server';

import { refresh } from 'next/cache';
import { mutate } from '../../graphql/server.ts';
import { keysOf, type RubricDraft, wholeNumber } from './criteria.ts';
import { PublishRubricMutation } from './rubric.query.ts';
import { type RubricResult, resultOf } from './rubric-result.ts';

/** Publishes what the editor holds as the next version of the rubric. */
export async function publishRubric(draft: RubricDraft, expectedVersion: number): Promise<RubricResult> {
  const keys = keysOf(draft.criteria);
  const criteria = draft.criteria.map(({ ar, en, weight, max }, i) => ({
    key: keys[i] ?? '',
    names: { ar, en },
    weight: figure(weight),
    max: figure(max),
  }));
  const input = { expectedVersion, criteria, samplePercent: figure(draft.samplePercent) };
  const { data, problem } = await mutate(PublishRubricMutation, { input });
  if (data) {
    const result = resultOf(data.publishRubric.userErrors);
    if (result.status === 'published') refresh();
    return result;
  }
  if (problem?.code === 'BAD_USER_INPUT') {
    return { status: 'invalid', errors: [{ id: null, message: problem.message }] };
  }
  return { status: 'failed', errors: [] };
}

// What is no number is refused by its range, in the words of the service.
function figure(typed: string): number {
  const number = wholeNumber(typed);
  return Number.isNaN(number) ? -1 : Math.min(number, 1_000_000);
}
