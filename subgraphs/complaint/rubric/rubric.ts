/**
 * The rubric by which reviewers score answers, and the rule of which answers must be scored (domain.md §4):
 * all of HIGH and CRITICAL cases, every one rated two or less, and a sample of the rest.
 */
import type { Importance, Names } from '@bekhedmetkom/schema/events/vocabulary';
import { isLowRating, type Refusal } from '../case/case.ts';
import type { IsSampled } from './sample.ts';

export interface Criterion {
  /** Stable: figures are compared by it. */
  key: string;
  names: Names;
  /** How much a point of it counts. */
  weight: number;
  /** Most points. */
  max: number;
}

export interface Rubric {
  version: number;
  criteria: readonly Criterion[];
  /** How many of a hundred answers that need no score are scored all the same. */
  samplePercent: number;
}

export interface Score {
  criterion: string;
  points: number;
}

/** A score by the rubric: Σ weight × points, and the most that could be had. */
export interface Tally {
  score: number;
  max: number;
}

const maxCriteria = 12;
const maxPoints = 10;
const maxWeight = 100;
const always: readonly Importance[] = ['HIGH', 'CRITICAL'];

/** Whether an answer must be scored: by the rule, or because `isSampled` takes its cycle. */
export function scoreRequired(
  answer: { id: string; cycle: number; importance: Importance | null; ratingScore: number | null },
  { samplePercent }: Pick<Rubric, 'samplePercent'>,
  isSampled: IsSampled,
): boolean {
  if (answer.importance !== null && always.includes(answer.importance)) return true;
  if (isLowRating(answer.ratingScore)) return true;
  return isSampled(answer.id, answer.cycle, samplePercent);
}

/**
 * Adds up scores. Refused: a criterion that does not exist or comes twice, points out of range, and a
 * criterion without points: scores are given whole or, where they are not `required`, not at all (null).
 */
export function tally(
  scores: readonly Score[],
  { criteria }: Pick<Rubric, 'criteria'>,
  required: boolean,
): Tally | Refusal | null {
  if (scores.length === 0 && !required) return null;
  const given = new Map<string, number>();
  for (const [i, { criterion: key, points }] of scores.entries()) {
    const field = ['scores', `${i}`];
    const criterion = criteria.find((one) => one.key === key);
    if (!criterion) return { refused: 'UNKNOWN_CRITERION', field: [...field, 'criterion'], facts: { key } };
    if (given.has(key)) return { refused: 'CRITERION_TWICE', field: [...field, 'criterion'], facts: { key } };
    if (!Number.isInteger(points) || points < 0 || points > criterion.max) {
      const facts = { nameAr: criterion.names.ar, nameEn: criterion.names.en, max: criterion.max };
      return { refused: 'POINTS_OUT_OF_RANGE', field: [...field, 'points'], facts };
    }
    given.set(key, points);
  }
  const missing = criteria.filter(({ key }) => !given.has(key));
  if (missing.length > 0) {
    const facts = {
      criteria: missing.map(({ key }) => key),
      namesAr: missing.map(({ names }) => names.ar),
      namesEn: missing.map(({ names }) => names.en),
    };
    return { refused: 'SCORES_REQUIRED', field: ['scores'], facts };
  }
  return {
    score: criteria.reduce((sum, { key, weight }) => sum + weight * (given.get(key) ?? 0), 0),
    max: criteria.reduce((sum, { max, weight }) => sum + weight * max, 0),
  };
}

/** Refuses a rubric that nobody could score by; its names are checked beside. */
export function checkRubric(criteria: readonly Criterion[], samplePercent: number): Refusal | null {
  if (criteria.length === 0) return { refused: 'REQUIRED', field: ['criteria'] };
  if (criteria.length > maxCriteria) {
    return { refused: 'TOO_MANY', field: ['criteria'], facts: { max: maxCriteria } };
  }
  const seen = new Set<string>();
  for (const [i, { key, weight, max }] of criteria.entries()) {
    const field = ['criteria', `${i}`];
    if (!/^[a-z][a-z0-9-]{0,39}$/.test(key)) return { refused: 'CRITERION_KEY', field: [...field, 'key'] };
    if (seen.has(key)) return { refused: 'CRITERION_TWICE', field: [...field, 'key'], facts: { key } };
    seen.add(key);
    const unfit =
      outOfRange(weight, 1, maxWeight, [...field, 'weight']) ??
      outOfRange(max, 1, maxPoints, [...field, 'max']);
    if (unfit) return unfit;
  }
  return outOfRange(samplePercent, 0, 100, ['samplePercent']);
}

function outOfRange(value: number, min: number, max: number, field: readonly string[]): Refusal | null {
  if (Number.isInteger(value) && value >= min && value <= max) return null;
  return { refused: 'OUT_OF_RANGE', field, facts: { min, max } };
}
