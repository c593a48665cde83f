/** What reviewers gave answers, and which answers still wait for it. */
import type { Tx } from '@bekhedmetkom/platform/database';
import { recordColumns, recordTables } from '../case/case.columns.ts';
import type { CaseRecord } from '../case/case.record.ts';
import type { Score, Tally } from './rubric.ts';

export interface ScoreRow extends Tally {
  caseId: string;
  cycle: number;
  rubricVersion: number;
  points: Score[];
  comment: string | null;
  at: Date;
}

const add = `
insert into answer_score (case_id, cycle, number, rubric_version, points, score, max, comment, scored_by,
  scored_post, scored_at)
select $1::uuid, $2::int, max(number), $3, $4, $5, $6, $7, $8, $9, $10 from answer
where case_id = $1::uuid and cycle = $2::int having max(number) is not null`;

/** Keeps the score of the answer proposed last in a cycle. */
export async function addScore(
  tx: Tx,
  row: ScoreRow,
  by: { subject: string | null; post: string | null },
): Promise<void> {
  const { caseId, cycle, rubricVersion, points, score, max, comment, at } = row;
  await tx.prepared('add-score', add, [
    caseId,
    cycle,
    rubricVersion,
    JSON.stringify(points),
    score,
    max,
    comment,
    by.subject,
    by.post,
    at,
  ]);
}

const last = `
select s.case_id as "caseId", s.cycle, s.rubric_version as "rubricVersion", s.points, s.score, s.max,
  s.comment, s.scored_at as at
from unnest($1::uuid[], $2::int[]) as one(case_id, cycle)
cross join lateral (
  select max(number) as number from answer where case_id = one.case_id and cycle = one.cycle
) newest
join answer_score s on s.case_id = one.case_id and s.cycle = one.cycle and s.number = newest.number`;

/** The scores of the answers proposed last in these cycles, in no order. */
export async function lastScores(tx: Tx, of: readonly { id: string; cycle: number }[]): Promise<ScoreRow[]> {
  return tx.prepared<ScoreRow>('last-scores', last, [of.map(({ id }) => id), of.map(({ cycle }) => cycle)]);
}

/** Whose cases are listed: all but restricted ones, and those of the programmes that the viewer coordinates. */
export interface ScoringScope {
  everywhere: boolean;
  programmes: readonly string[];
}

const waiting = `y.rating_score <= 2 and y.quality_score is null and not c.imported
  and ((not c.restricted and $1::boolean) or c.programme = any($2::text[]))`;
const queue = `
select ${recordColumns} from ${recordTables}
where ${waiting} and ($3::timestamptz is null or (y.rated_at, y.case_id) > ($3::timestamptz, $4::uuid))
order by y.rated_at, y.case_id limit $5`;

/** Answered cases whose answer was rated two or less and waits for a score, by when they were rated. */
export async function listToScore(
  tx: Tx,
  { everywhere, programmes }: ScoringScope,
  { limit, after }: { limit: number; after: { at: Date; id: string } | null },
): Promise<CaseRecord[]> {
  const values = [everywhere, programmes, after?.at ?? null, after?.id ?? null, limit];
  return tx.prepared<CaseRecord>('list-to-score', queue, values);
}

const count = `select count(*)::int as count from (
  select from ${recordTables} where ${waiting} limit 10000
) counted`;

/** How many there are, up to 10,000. */
export async function countToScore(tx: Tx, { everywhere, programmes }: ScoringScope): Promise<number> {
  const [row] = await tx.prepared<{ count: number }>('count-to-score', count, [everywhere, programmes]);
  return row?.count ?? 0;
}
