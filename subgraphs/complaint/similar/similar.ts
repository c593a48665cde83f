/** How alike two cases are: pure. The formula is documented with `SimilarCase.likeness`. */
import type { Point } from '../location/location.ts';

/** What is compared of the one who asks. */
export interface Sought {
  category: string | null;
  governorate: string | null;
  /** Folded. */
  district: string | null;
  point: Point | null;
}

/** What is compared of a case. */
export interface Candidate {
  /** Share of the sought stems that it has, 0 to 1. */
  stems: number;
  /** Trigram likeness of the subjects, 0 to 1. */
  trigrams: number;
  category: string | null;
  governorate: string | null;
  /** Folded. */
  district: string | null;
  point: Point | null;
}

const weights = { words: 0.7, place: 0.2, category: 0.1 };
/** Less alike is not offered. */
export const leastLikeness = 0.4;
const kmPerDegree = 111.2;
const reach = 2;
/** Degrees, some 500 metres: where somebody reported from is never told closer than that. */
const cell = 0.005;

/** From 0 to 1 in steps of a tenth, so that nobody finds out word by word, or metre by metre, what was written. */
export function likenessOf(sought: Sought, candidate: Candidate): number {
  const words = Math.max(candidate.stems, candidate.trigrams);
  const category = sought.category !== null && sought.category === candidate.category ? 1 : 0;
  const { words: w, place: p, category: c } = weights;
  const likeness = w * words + p * placeLikeness(sought, candidate) + c * category;
  return Math.round(Math.min(1, likeness) * 10) / 10;
}

function placeLikeness(sought: Sought, candidate: Candidate): number {
  if (sought.point && candidate.point) {
    const km = kilometres(snapped(sought.point), snapped(candidate.point));
    return Math.max(0, 1 - km / reach);
  }
  if (sought.governorate === null || sought.governorate !== candidate.governorate) return 0;
  return sought.district !== null && sought.district === candidate.district ? 1 : 0.5;
}

function snapped({ latitude, longitude }: Point): Point {
  const snap = (degrees: number): number => Math.round(degrees / cell) * cell;
  return { latitude: snap(latitude), longitude: snap(longitude) };
}

function kilometres(one: Point, other: Point): number {
  const north = (one.latitude - other.latitude) * kmPerDegree;
  const narrowing = Math.cos((one.latitude * Math.PI) / 180);
  return Math.hypot(north, (one.longitude - other.longitude) * kmPerDegree * narrowing);
}
