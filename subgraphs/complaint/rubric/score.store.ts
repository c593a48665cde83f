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

export interface ScoredAnswer extends Tally {
  rubricVersion: number;
  points: Score[];
}

const scored = `
select s.rubric_version as "rubricVersion", s.points, s.score, s.max
from answer_score s join cases c on c.id = s.case_id
where not c.restricted order by s.case_id desc, s.cycle desc, s.number desc limit $1`;

/** The scored answers of the newest cases, restricted programmes left out. */
export async function scoredAnswers(tx: Tx, limit: number): Promise<ScoredAnswer[]> {
  return tx.prepared<ScoredAnswer>('scored-answers', scored, [limit]);
}

/** Whose cases are listed: all but restricted ones, and those of the programmes that the viewer coordinates. */
export interface ScoringScope {
  everywhere: boolean;
  programmes: readonly string[];
}

/** A cycle whose answer was rated two or less and waits for a score, the first of its case. */
const waiting = `w.rating_score <= 2 and w.quality_score is null and w.published_at is not null`;
const firstWaiting = `${waiting} and not c.imported
  and not exists (
    select from cycle before where before.case_id = w.case_id and before.number < w.number
      and before.rating_score <= 2 and before.quality_score is null and before.published_at is not null
  )
  and ((not c.restricted and $1::boolean) or c.programme = any($2::text[]))`;
const queue = `
select ${recordColumns}, w.rated_at as "waitsSince"
from cycle w join (${recordTables}) on c.id = w.case_id
where ${firstWaiting} and ($3::timestamptz is null or (w.rated_at, w.case_id) > ($3::timestamptz, $4::uuid))
order by w.rated_at, w.case_id limit $5`;

export interface WaitingCase extends CaseRecord {
  /** When the answer that waits was rated. */
  waitsSince: Date;
}

/** Cases with an answer that was rated two or less and waits for a score, by when it was rated. */
export async function listToScore(
  tx: Tx,
  { everywhere, programmes }: ScoringScope,
  { limit, after }: { limit: number; after: { at: Date; id: string } | null },
): Promise<WaitingCase[]> {
  const values = [everywhere, programmes, after?.at ?? null, after?.id ?? null, limit];
  return tx.prepared<WaitingCase>('list-to-score', queue, values);
}

const count = `select count(*)::int as count from (
  select from cycle w join cases c on c.id = w.case_id where ${firstWaiting} limit 10000
) counted`;

/** How many there are, up to 10,000. */
export async function countToScore(tx: Tx, { everywhere, programmes }: ScoringScope): Promise<number> {
  const [row] = await tx.prepared<{ count: number }>('count-to-score', count, [everywhere, programmes]);
  return row?.count ?? 0;
}

const toScore = `
select distinct on (w.case_id) w.case_id as "caseId", w.number, w.answer_author as author
from cycle w join cases c on c.id = w.case_id
where w.case_id = any($1::uuid[]) and ${waiting} and not c.imported order by w.case_id, w.number`;

export interface CycleToScore {
  caseId: string;
  number: number;
  /** Subject who wrote its answer. */
  author: string | null;
}

/** The first cycle of each case whose answer waits for a score, in no order; cases without one are left out. */
export async function cyclesToScore(tx: Tx, caseIds: readonly string[]): Promise<CycleToScore[]> {
  return tx.prepared<CycleToScore>('cycles-to-score', toScore, [caseIds]);
}

const setQuality = `
update cycle set quality_score = $3, quality_max = $4 where case_id = $1 and number = $2`;

/** Keeps the score of a cycle that is over. */
export async function scoreCycle(
  tx: Tx,
  { caseId, cycle, score, max }: Tally & { caseId: string; cycle: number },
): Promise<void> {
  await tx.prepared('score-cycle', setQuality, [caseId, cycle, score, max]);
}
