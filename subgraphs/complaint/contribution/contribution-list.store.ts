/** Lists of parts: those that an entity is to answer, and those that it waits for. */
import type { Tx } from '@bekhedmetkom/platform/database';
import type { ContributionRow, ContributionState } from '../handover/contribution.store.ts';
import { contributionColumns } from '../handover/contribution.store.ts';

export interface ContributionFilter {
  state?: ContributionState[] | null;
  /** True: to be answered by the viewer's entities; false: asked by them of others. */
  mine?: boolean | null;
}

/** Whose parts are listed. */
export interface PartScope {
  /** Entities whose parts the viewer answers. */
  answers: readonly string[];
  /** Entities whose cases the viewer sees, or all. */
  asks: 'all' | readonly string[];
  /** Programmes whose restricted cases are included although every entity is; or all of them. */
  restricted: 'all' | readonly string[];
}

/** Where a page goes on: behind the part of this due date, case and number. */
export type PartPlace = readonly [dueAt: number, caseId: string, number: number] | null;

/** A page of parts, the next due first. */
export async function listContributions(
  tx: Tx,
  filter: ContributionFilter,
  scope: PartScope,
  { limit, after }: { limit: number; after: PartPlace },
): Promise<ContributionRow[]> {
  const query = where(filter, scope);
  if (!query) return [];
  const { conditions, bind, values } = query;
  if (after) {
    const [at, id, number] = after;
    conditions.push(
      `(p.due_at, p.case_id, p.number) > (${bind(new Date(at))}::timestamptz, ${bind(id)}::uuid, ${bind(number)}::int)`,
    );
  }
  return tx.query<ContributionRow>(
    `select ${contributionColumns} from contribution p join cases c on c.id = p.case_id where ${conditions.join(' and ')}
    order by p.due_at, p.case_id, p.number limit ${bind(limit)}`,
    values,
  );
}

/** How many there are, up to 10,000. */
export async function countContributions(
  tx: Tx,
  filter: ContributionFilter,
  scope: PartScope,
): Promise<number> {
  const query = where(filter, scope);
  if (!query) return 0;
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from (
      select from contribution p join cases c on c.id = p.case_id where ${query.conditions.join(' and ')} limit 10000
    ) counted`,
    query.values,
  );
  return row?.count ?? 0;
}

/** Null when nothing can match. */
function where(filter: ContributionFilter, scope: PartScope) {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const ways: string[] = [];
  if (filter.mine !== false && scope.answers.length > 0) {
    ways.push(`p.entity = any(${bind(scope.answers)}::text[])`);
  }
  if (filter.mine !== true) ways.push(...askedBy(scope, bind));
  if (ways.length === 0) return null;
  const conditions = [`(${ways.join(' or ')})`];
  if (filter.state) conditions.push(`p.state = any(${bind(filter.state)}::text[])`);
  return { conditions, values, bind };
}

function askedBy({ asks, restricted }: PartScope, bind: (value: unknown) => string): string[] {
  const coordinated = restricted === 'all' ? [] : restricted;
  const ofProgramme = coordinated.length > 0 ? [`c.programme = any(${bind(coordinated)}::text[])`] : [];
  if (asks === 'all') return [restricted === 'all' ? 'true' : 'not c.restricted', ...ofProgramme];
  return [...(asks.length > 0 ? [`c.entity = any(${bind(asks)}::text[])`] : []), ...ofProgramme];
}
