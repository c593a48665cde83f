/** Which of the selected cases something may be done to: what the server allows this viewer, and nothing else. */
import type { CaseAction } from '../../../graphql/generated/graphql.ts';
import type { LiveRow } from '../list/live-list.ts';
import type { RowActions } from '../list/row-view.ts';

export const bulkTools = ['assign', 'start', 'transfer'] as const;
export type BulkTool = (typeof bulkTools)[number];

const actions: Record<BulkTool, CaseAction> = { assign: 'ASSIGN', start: 'START', transfer: 'TRANSFER' };

/** What the viewer may do, by the id of a case, with the version of the case for which that holds. */
export type Allowed = Readonly<Record<string, RowActions>>;

/** The rows to which the tool applies. Of a case that has changed since it was asked, nothing is known. */
export function rowsFor<R extends LiveRow>(tool: BulkTool, rows: readonly R[], allowed: Allowed): R[] {
  return rows.filter(({ id, version }) => {
    const known = allowed[id];
    return known?.version === version && known.actions.includes(actions[tool]);
  });
}

/** The rows to which each tool applies. */
export function toolsFor<R extends LiveRow>(rows: readonly R[], allowed: Allowed): Record<BulkTool, R[]> {
  return {
    assign: rowsFor('assign', rows, allowed),
    start: rowsFor('start', rows, allowed),
    transfer: rowsFor('transfer', rows, allowed),
  };
}
