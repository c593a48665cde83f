/**
 * What a rubric would have made of answers that were scored by earlier versions. Points are never converted: an
 * answer is comparable only when every criterion of the rubric that is tried was scored, out of as many points.
 */
import type { Tx } from '@bekhedmetkom/platform/database';
import { rubricsOf } from './rubric.store.ts';
import { type Criterion, type Rubric, type Tally, tally } from './rubric.ts';
import { type ScoredAnswer, scoredAnswers } from './score.store.ts';

export interface CriterionTrial {
  key: string;
  /** Answers that were scored by it, out of as many points. */
  answers: number;
}

export interface RubricTrial {
  /** Answers that were looked at. */
  answers: number;
  /** Those of them for which the rubric gives a total. */
  comparable: number;
  /** Σ score ÷ Σ maximum of the comparable ones, 0 to 1; null without any. */
  share: number | null;
  /** The same by the rubric that is tried. */
  wouldBeShare: number | null;
  /** Comparable answers of which the share of the maximum would be higher, and lower. */
  higher: number;
  lower: number;
  criteria: CriterionTrial[];
}

const maxAnswers = 500;

/**
 * Tries criteria on the scored answers of the newest cases, at most `limit`; restricted programmes are left out.
 * Writes nothing.
 */
export async function tryRubric(
  tx: Tx,
  criteria: readonly Criterion[],
  limit = maxAnswers,
): Promise<RubricTrial> {
  const answers = await scoredAnswers(tx, limit);
  const versions = [...new Set(answers.map(({ rubricVersion }) => rubricVersion))];
  const rubrics = new Map((await rubricsOf(tx, versions)).map((rubric) => [rubric.version, rubric]));
  return compare(criteria, answers, rubrics);
}

/** The same over answers that were read, with the rubrics by which they were scored. */
export function compare(
  criteria: readonly Criterion[],
  answers: readonly ScoredAnswer[],
  rubrics: ReadonlyMap<number, Pick<Rubric, 'criteria'>>,
): RubricTrial {
  const scoredBy = new Map(criteria.map(({ key }) => [key, 0]));
  const pairs: { was: Tally; wouldBe: Tally }[] = [];
  for (const { rubricVersion, points, score, max } of answers) {
    const former = rubrics.get(rubricVersion)?.criteria ?? [];
    const kept = criteria.filter((one) =>
      former.some((before) => before.key === one.key && before.max === one.max),
    );
    const given = points.filter(({ criterion }) => kept.some(({ key }) => key === criterion));
    for (const { criterion } of given) scoredBy.set(criterion, (scoredBy.get(criterion) ?? 0) + 1);
    const wouldBe = given.length === criteria.length ? tally(given, { criteria }, true) : null;
    if (wouldBe && !('refused' in wouldBe)) pairs.push({ was: { score, max }, wouldBe });
  }
  const shareOf = (tallies: readonly Tally[]) =>
    tallies.length === 0 ? null : sum(tallies, 'score') / sum(tallies, 'max');
  // Fractions are compared by their cross products: both are exact.
  const change = ({ was, wouldBe }: { was: Tally; wouldBe: Tally }) =>
    wouldBe.score * was.max - was.score * wouldBe.max;
  return {
    answers: answers.length,
    comparable: pairs.length,
    share: shareOf(pairs.map(({ was }) => was)),
    wouldBeShare: shareOf(pairs.map(({ wouldBe }) => wouldBe)),
    higher: pairs.filter((pair) => change(pair) > 0).length,
    lower: pairs.filter((pair) => change(pair) < 0).length,
    criteria: criteria.map(({ key }) => ({ key, answers: scoredBy.get(key) ?? 0 })),
  };
}

function sum(tallies: readonly Tally[], field: keyof Tally): number {
  return tallies.reduce((total, each) => total + each[field], 0);
}
