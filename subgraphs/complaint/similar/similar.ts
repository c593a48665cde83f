/** How alike two cases are: pure. The formula is documented with `SimilarCase.likeness`. */
import type { Point } from '../location/location.ts';

/** Where somebody says it is. */
export interface Place {
  governorate: string | null;
  /** Folded. */
  district: string | null;
  point: Point | null;
}

/** What is compared of the one who asks. */
export interface Sought extends Place {
  category: string | null;
}

/** What is compared of a case. */
export interface Candidate extends Place {
  category: string | null;
  /** Share of the sought words that it has, 0 to 1. */
  words: number;
  /** Trigram likeness of the subjects, 0 to 1. */
  trigrams: number;
}

const weights = { words: 0.7, place: 0.2, category: 0.1 };
/** Less alike is not offered: as a whole, and by the words alone. */
const leastLikeness = 0.5;
const leastWords = 0.4;
/** Metres within which two points are one place. */
const reach = 500;
const metresPerDegree = 111_200;
/** Degrees, some 100 metres: where somebody reported from is never told closer than that. */
const cell = 0.001;

/** Whether the case may be offered: the same place, no other category, and enough in common. */
export function isSimilar(sought: Sought, candidate: Candidate): boolean {
  const isOther = sought.category !== null && candidate.category !== sought.category;
  if (isOther || !isSamePlace(sought, candidate)) return false;
  return wordsOf(candidate) >= leastWords && likenessOf(sought, candidate) >= leastLikeness;
}

/** From 0 to 1 in steps of a tenth, so that nobody finds out word by word, or metre by metre, what was written. */
export function likenessOf(sought: Sought, candidate: Candidate): number {
  const category = sought.category !== null && sought.category === candidate.category ? 1 : 0;
  const { words: w, place: p, category: c } = weights;
  const likeness = w * wordsOf(candidate) + p * placeLikeness(sought, candidate) + c * category;
  return Math.round(Math.min(1, likeness) * 10) / 10;
}

/** Metres from where is asked to a case, to the nearest hundred; null where one has no point. */
export function distanceOf(asked: Place, candidate: Place): number | null {
  if (!asked.point || !candidate.point) return null;
  return Math.round(metres(asked.point, snapped(candidate.point)) / 100) * 100;
}

/**
 * At most 500 metres apart, or, where one has no point, in the same district, or in the same governorate while one of
 * them names no district. Two that are tied to no place are at the same place.
 */
function isSamePlace(one: Place, other: Place): boolean {
  const distance = distanceOf(one, other);
  if (distance !== null) return distance <= reach;
  if (one.governorate !== other.governorate) return false;
  return one.district === null || other.district === null || isSameDistrict(one.district, other.district);
}

function placeLikeness(one: Place, other: Place): number {
  const distance = distanceOf(one, other);
  if (distance !== null) return Math.max(0, 1 - distance / (2 * reach));
  if (one.governorate === null || one.governorate !== other.governorate) return 0;
  const [here, there] = [one.district, other.district];
  return here !== null && there !== null && isSameDistrict(here, there) ? 1 : 0.5;
}

/** Whether one says no other words than the other: `الرصيفه`, `الرصيفه الجبل الشمالي`. */
function isSameDistrict(one: string, other: string): boolean {
  const [short = [], long = []] = [one.split(' '), other.split(' ')].toSorted((a, b) => a.length - b.length);
  return short.every((word) => long.includes(word));
}

function wordsOf({ words, trigrams }: Candidate): number {
  return Math.max(words, trigrams);
}

function snapped({ latitude, longitude }: Point): Point {
  const snap = (degrees: number): number => Math.round(degrees / cell) * cell;
  return { latitude: snap(latitude), longitude: snap(longitude) };
}

function metres(one: Point, other: Point): number {
  const north = (one.latitude - other.latitude) * metresPerDegree;
  const narrowing = Math.cos((one.latitude * Math.PI) / 180);
  return Math.hypot(north, (one.longitude - other.longitude) * metresPerDegree * narrowing);
}
