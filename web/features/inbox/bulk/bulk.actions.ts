'use server';

import type { FragmentType } from '../../../graphql/generated/index.ts';
import { readFragment } from '../../../graphql/generated/index.ts';
import { type Answer, mutate } from '../../../graphql/server.ts';
import {
  AssignCasesMutation,
  BulkOutcome,
  StartCasesMutation,
  TransferCasesMutation,
  UndoBulkMutation,
} from '../list/inbox.query.ts';
import { type BulkAction, type BulkResult, type BulkUndo, toBulkResult, unanswered } from './bulk-result.ts';

interface Item {
  caseId: string;
  expectedVersion: number;
}

/** Gives the cases to one post. */
export async function assignCases(items: Item[], assigneePostId: string): Promise<BulkResult> {
  const answer = await mutate(AssignCasesMutation, { items, assigneePostId });
  return resultOf('assign', answer, (data) => data.assignCases);
}

/** Begins work on the cases, each by the viewer. */
export async function startCases(items: Item[]): Promise<BulkResult> {
  return resultOf('start', await mutate(StartCasesMutation, { items }), (data) => data.startCases);
}

/** Asks one entity to take the cases. */
export async function transferCases(
  items: Item[],
  toEntityCode: string,
  reason: string,
): Promise<BulkResult> {
  const answer = await mutate(TransferCasesMutation, { items, toEntityCode, reason });
  return resultOf('transfer', answer, (data) => data.transferCases);
}

/** Takes back what a bulk action said can be. */
export async function undoBulk(items: BulkUndo[]): Promise<BulkResult> {
  return resultOf('undo', await mutate(UndoBulkMutation, { items }), (data) => data.undoBulk);
}

function resultOf<D>(
  action: BulkAction,
  answer: Answer<D>,
  payload: (data: D) => FragmentType<typeof BulkOutcome>,
): BulkResult {
  if (answer.data) return toBulkResult(action, readFragment(BulkOutcome, payload(answer.data)));
  const known = answer.problem?.code === 'BAD_USER_INPUT' || answer.problem?.code === 'FORBIDDEN';
  return { ...unanswered(action), problem: known ? (answer.problem?.message ?? null) : '' };
}
