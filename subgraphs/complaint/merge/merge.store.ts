/** Cases that follow another one. */
import type { Tx } from '@bekhedmetkom/platform/database';
import { recordColumns, recordTables } from '../case/case.columns.ts';
import type { CaseRecord } from '../case/case.record.ts';

const lock = `
select id from cases where id = any($1::uuid[]) or parent_id = $2::uuid order by id for no key update`;

/**
 * Locks a case, its followers and the case that it is merged into, in the order of their ids, whoever merges
 * what into what: two that meet wait for each other in one direction.
 */
export async function lockFamily(tx: Tx, id: string, parentId: string = id): Promise<void> {
  await tx.prepared('lock-family', lock, [[id, parentId], id]);
}

const move = `
update cases set parent_id = $2, entity = $3, programme = $4, restricted = $5 where parent_id = $1`;
const count = `update cases set followers = followers + $2 where id = $1`;

/**
 * Lets the followers of a case follow another one, or the same one at another entity or in another programme:
 * who has the one has the others, too, and what is kept from others of the one is kept of them. All of them are
 * locked.
 */
export async function moveFollowers(
  tx: Tx,
  { id, followers }: { id: string; followers: number },
  to: Pick<CaseRecord, 'id' | 'entity' | 'programme' | 'restricted'>,
): Promise<void> {
  const values = [id, to.id, to.entity, to.programme, to.restricted];
  if (followers > 0) await tx.prepared('move-followers', move, values);
}

/** Counts followers of a locked case. Its version stays: whoever works on it need not look again for that. */
export async function addFollowers(tx: Tx, id: string, more: number): Promise<void> {
  await tx.prepared('add-followers', count, [id, more]);
}

/** Whose followers are listed: all that follow, or those of these entities. */
export interface DuplicatesPage {
  entities: 'all' | readonly string[];
  limit: number;
  from: 'START' | 'END';
  place: readonly [submittedAt: number, id: string] | null;
}

const page = (comparison: '<' | '>', direction: 'asc' | 'desc'): string => `
select ${recordColumns} from ${recordTables}
where c.parent_id = $1 and ($2::text[] is null or c.entity = any($2))
  and ($4::uuid is null or (c.submitted_at, c.id) ${comparison} ($3::timestamptz, $4::uuid))
order by c.submitted_at ${direction}, c.id ${direction} limit $5`;
const forward = page('>', 'asc');
const backward = page('<', 'desc');

/** A page of the cases that follow one, the oldest first whichever end it begins at. */
export async function listDuplicates(tx: Tx, parentId: string, of: DuplicatesPage): Promise<CaseRecord[]> {
  const { entities, limit, from, place } = of;
  const [at, id] = place ?? [null, null];
  const values = [parentId, codes(entities), at === null ? null : new Date(at), id, limit];
  if (from === 'START') return tx.prepared<CaseRecord>('list-duplicates', forward, values);
  return (await tx.prepared<CaseRecord>('list-duplicates-back', backward, values)).toReversed();
}

const total = `
select count(*)::int as count from (
  select from cases where parent_id = $1 and ($2::text[] is null or entity = any($2)) limit 10000
) counted`;

/** How many follow a case, up to 10,000. */
export async function countDuplicates(
  tx: Tx,
  parentId: string,
  entities: 'all' | readonly string[],
): Promise<number> {
  const [row] = await tx.prepared<{ count: number }>('count-duplicates', total, [parentId, codes(entities)]);
  return row?.count ?? 0;
}

const codes = (entities: 'all' | readonly string[]) => (entities === 'all' ? null : entities);
