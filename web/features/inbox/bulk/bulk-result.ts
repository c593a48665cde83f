import type { OwnRowRef } from '../list/row-view.ts';

/** What came of doing the same to many cases: each has its own result, and some of it can be taken back. */
export const bulkActions = ['assign', 'start', 'transfer', 'undo'] as const;
export type BulkAction = (typeof bulkActions)[number];

export interface BulkUndo {
  caseId: string;
  expectedVersion: number;
  assigneePostId: string;
}

export interface BulkResult {
  action: BulkAction;
  /** Ids of the cases for which it was done. */
  done: string[];
  /** Those for which it was refused, each with its reason in words. */
  refused: { caseId: string; message: string }[];
  /** The cases as they are now, done or refused, as far as the viewer may still see them. */
  cases: OwnRowRef[];
  /** What can be taken back; empty when nothing can. */
  undo: BulkUndo[];
  /** Whether anything was asked of the server. */
  sent: boolean;
  /** Why nothing was done at all, in words; empty: the gateway did not answer; null: something was. */
  problem: string | null;
}

/** The payload of the graph for a bulk action. */
export interface BulkOutcome {
  results: readonly {
    caseId: string;
    case: OwnRowRef | null;
    userErrors: readonly { message: string }[];
  }[];
  undo: readonly BulkUndo[];
  userErrors: readonly { message: string }[];
}

/** Sorts the results of an action: what was done, what was refused and why. Undoing cannot be undone. */
export function toBulkResult(action: BulkAction, outcome: BulkOutcome): BulkResult {
  const done = outcome.results.filter((one) => one.userErrors.length === 0).map((one) => one.caseId);
  const refused = outcome.results.flatMap(({ caseId, userErrors }) => {
    const [first] = userErrors;
    return first ? [{ caseId, message: first.message }] : [];
  });
  return {
    action,
    sent: true,
    done,
    refused,
    cases: outcome.results.flatMap((one) => one.case ?? []),
    undo: action === 'undo' ? [] : outcome.undo.map((one) => ({ ...one })),
    problem: outcome.userErrors[0]?.message ?? null,
  };
}

/** Nothing came back. `problem` is set by whoever knows it; empty: the gateway did not answer. */
export function unanswered(action: BulkAction): BulkResult {
  return { action, sent: true, done: [], refused: [], cases: [], undo: [], problem: null };
}
