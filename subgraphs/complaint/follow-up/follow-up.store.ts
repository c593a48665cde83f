import type { Tx } from '@bekhedmetkom/platform/database';

export interface FollowUpRow {
  id: string;
  caseId: string;
  /** Entity of the post when it promised. */
  entity: string;
  post: string;
  text: string;
  /** `YYYY-MM-DD`, Asia/Amman. */
  promisedOn: string;
  at: Date;
  author: string;
  authorPost: string | null;
  settledAt: Date | null;
  kept: boolean | null;
  comment: string | null;
  /** Whether the promised day has passed and nobody recorded the outcome. */
  overdue: boolean;
}

const amman = `(clock_timestamp() at time zone 'Asia/Amman')::date`;
const isOverdue = `(f.settled_at is null and f.promised_on < ${amman})`;
const columns = `f.id, f.case_id as "caseId", f.entity, f.post, f.body as text, f.promised_on as "promisedOn",
  f.at, f.author, f.author_post as "authorPost", f.settled_at as "settledAt", f.kept, f.comment,
  ${isOverdue} as overdue`;

const add = `
insert into follow_up as f (case_id, entity, post, body, promised_on, at, author, author_post)
values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${columns}`;

type New = Pick<
  FollowUpRow,
  'caseId' | 'entity' | 'post' | 'text' | 'promisedOn' | 'at' | 'author' | 'authorPost'
>;

export async function addFollowUpRow(tx: Tx, one: New): Promise<FollowUpRow> {
  const { caseId, entity, post, text, promisedOn, at, author, authorPost } = one;
  const values = [caseId, entity, post, text, promisedOn, at, author, authorPost];
  return exactly(await tx.prepared<FollowUpRow>('add-follow-up', add, values));
}

const lock = `select ${columns} from follow_up f where f.id = $1 for update`;

export async function lockFollowUp(tx: Tx, id: string): Promise<FollowUpRow | undefined> {
  const [row] = await tx.prepared<FollowUpRow>('lock-follow-up', lock, [id]);
  return row;
}

const settle = `
update follow_up f set settled_at = $2, settled_by = $3, kept = $4, comment = $5 where id = $1
returning ${columns}`;

/** Records whether a promise was kept. */
export async function settleFollowUpRow(
  tx: Tx,
  id: string,
  outcome: { at: Date; by: string; kept: boolean; comment: string | null },
): Promise<FollowUpRow> {
  const { at, by, kept, comment } = outcome;
  return exactly(await tx.prepared<FollowUpRow>('settle-follow-up', settle, [id, at, by, kept, comment]));
}

export interface FollowUpFilter {
  post?: string | null;
  open?: boolean | null;
  overdue?: boolean | null;
}

/** Whose follow-ups are listed; what is in one of the parts is in the whole. */
export interface FollowUpScope {
  /** Of every case, or, unless `restricted`, of every case that is not. */
  all: boolean;
  restricted: boolean;
  /** Of posts in these entities. */
  entities: readonly string[];
  /** Of cases of these programmes. */
  programmes: readonly string[];
}

/** Where a page goes on: behind the follow-up of this day and id. */
export type FollowUpPlace = readonly [promisedOn: string, id: string] | null;

/** A page of the log, by the promised day. */
export async function listFollowUps(
  tx: Tx,
  filter: FollowUpFilter,
  scope: FollowUpScope,
  { limit, after }: { limit: number; after: FollowUpPlace },
): Promise<FollowUpRow[]> {
  const { conditions, values } = where(filter, scope);
  if (after) {
    values.push(...after);
    conditions.push(`(f.promised_on, f.id) > ($${values.length - 1}::date, $${values.length}::uuid)`);
  }
  values.push(limit);
  return tx.query<FollowUpRow>(
    `select ${columns} from follow_up f where ${conditions.join(' and ')}
    order by f.promised_on, f.id limit $${values.length}`,
    values,
  );
}

/** How many there are, up to 10,000. */
export async function countFollowUps(tx: Tx, filter: FollowUpFilter, scope: FollowUpScope): Promise<number> {
  const { conditions, values } = where(filter, scope);
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from (
      select from follow_up f where ${conditions.join(' and ')} limit 10000
    ) counted`,
    values,
  );
  return row?.count ?? 0;
}

function where({ post, open, overdue }: FollowUpFilter, scope: FollowUpScope) {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const conditions = [withinScope(scope, bind)];
  if (post !== null && post !== undefined) conditions.push(`f.post = ${bind(post)}`);
  if (open !== null && open !== undefined) conditions.push(`f.settled_at is ${open ? '' : 'not '}null`);
  if (overdue !== null && overdue !== undefined) conditions.push(overdue ? isOverdue : `not ${isOverdue}`);
  return { conditions, values };
}

function withinScope(
  { all, restricted, entities, programmes }: FollowUpScope,
  bind: (value: unknown) => string,
): string {
  if (all && restricted) return 'true';
  const parts: string[] = [];
  const ofCase = (condition: string) =>
    `exists (select from cases c where c.id = f.case_id and ${condition})`;
  if (all) parts.push(ofCase('not c.restricted'));
  if (entities.length > 0) parts.push(`f.entity = any(${bind(entities)}::text[])`);
  if (programmes.length > 0) parts.push(ofCase(`c.programme = any(${bind(programmes)}::text[])`));
  return `(${parts.join(' or ') || 'false'})`;
}

/** A page of one case's follow-ups: from its first on, or from its last back. */
export interface FollowUpPage {
  caseId: string;
  limit: number;
  from: 'START' | 'END';
  place: FollowUpPlace;
}

const pagesFrom = (comparison: '<' | '>', direction: 'asc' | 'desc'): string => `
select found.* from rows from (unnest($1::uuid[], $2::date[], $3::uuid[], $4::int[]))
  with ordinality as page(case_id, day, id, size, place)
cross join lateral (
  select page.place, ${columns} from follow_up f
  where f.case_id = page.case_id
    and (page.id is null or (f.promised_on, f.id) ${comparison} (page.day, page.id))
  order by f.promised_on ${direction}, f.id ${direction} limit page.size
) found order by found.place, found."promisedOn", found.id`;
const pages = { START: pagesFrom('>', 'asc'), END: pagesFrom('<', 'desc') };

/** The follow-ups of each page, by the promised day, in the order of the pages asked for. */
export async function loadFollowUpPages(tx: Tx, asked: readonly FollowUpPage[]): Promise<FollowUpRow[][]> {
  const found = new Map<FollowUpPage, FollowUpRow[]>();
  for (const from of ['START', 'END'] as const) {
    const these = asked.filter((page) => page.from === from);
    if (these.length === 0) continue;
    const name = `load-follow-ups-${from.toLowerCase()}`;
    const rows = await tx.prepared<FollowUpRow & { place: number }>(name, pages[from], [
      these.map(({ caseId }) => caseId),
      these.map(({ place }) => place?.[0] ?? null),
      these.map(({ place }) => place?.[1] ?? null),
      these.map(({ limit }) => limit),
    ]);
    const byPlace = Map.groupBy(rows, ({ place }) => place);
    these.forEach((page, i) => {
      found.set(page, byPlace.get(i + 1) ?? []);
    });
  }
  return asked.map((page) => found.get(page) ?? []);
}

const count = `
select case_id as "caseId", count(*)::int as count from follow_up where case_id = any($1::uuid[])
group by case_id`;

/** How many follow-ups these cases have. */
export async function countFollowUpsOf(tx: Tx, caseIds: readonly string[]): Promise<number[]> {
  const rows = await tx.prepared<{ caseId: string; count: number }>('count-follow-ups', count, [caseIds]);
  const found = new Map(rows.map((row) => [row.caseId, row.count]));
  return caseIds.map((id) => found.get(id) ?? 0);
}

function exactly(rows: FollowUpRow[]): FollowUpRow {
  const [row] = rows;
  if (!row) throw new Error('the database kept no follow-up');
  return row;
}
