/** The references of the list a case was opened from, so that its page can step to the next one. */
export const trailKey = 'bk:trail';

export interface Trail {
  /** Path and query of the list. */
  from: string;
  references: string[];
  /** How many cases of the list stand before these, and how many it has in all. */
  before: number;
  total: number;
  /**
   * Of a list by entity, in its order: how many of the references are one entity's, and how many cases that entity has
   * in the whole list. A page holds the first ones of each. Empty for other lists.
   */
  groups: TrailGroup[];
}

export interface TrailGroup {
  rows: number;
  total: number;
}

export interface TrailPlace {
  /** From 1: in the list, or among the cases of its entity in a list by entity. */
  index: number;
  total: number;
  ofEntity: boolean;
  previous: string | null;
  next: string | null;
}

/** Where a case stands in the list, or null when it was not opened from there. */
export function placeIn(trail: Trail | null, reference: string): TrailPlace | null {
  const index = trail?.references.indexOf(reference) ?? -1;
  if (!trail || index < 0) return null;
  return {
    ...numbersOf(trail, index),
    previous: trail.references[index - 1] ?? null,
    next: trail.references[index + 1] ?? null,
  };
}

function numbersOf(
  { before, total, references, groups }: Trail,
  index: number,
): Pick<TrailPlace, 'index' | 'total' | 'ofEntity'> {
  let first = 0;
  for (const group of groups) {
    if (index < first + group.rows) {
      return { index: index - first + 1, total: Math.max(group.total, group.rows), ofEntity: true };
    }
    first += group.rows;
  }
  return { index: before + index + 1, total: Math.max(total, before + references.length), ofEntity: false };
}

/** What was stored, or null when it is not a trail. */
export function readTrail(stored: string | null): Trail | null {
  if (!stored) return null;
  try {
    const trail: unknown = JSON.parse(stored);
    if (typeof trail !== 'object' || trail === null || !('from' in trail) || !('references' in trail))
      return null;
    const { from, references } = trail;
    if (typeof from !== 'string' || !from.startsWith('/') || from.startsWith('//')) return null;
    if (!Array.isArray(references) || !references.every((one) => typeof one === 'string')) return null;
    const groups = 'groups' in trail && Array.isArray(trail.groups) ? trail.groups.map(readGroup) : [];
    return { from, references, before: count(trail, 'before'), total: count(trail, 'total'), groups };
  } catch {
    return null;
  }
}

function readGroup(group: unknown): TrailGroup {
  const read = typeof group === 'object' && group !== null ? group : {};
  return { rows: count(read, 'rows'), total: count(read, 'total') };
}

function count(trail: object, name: string): number {
  const value: unknown = Reflect.get(trail, name);
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : 0;
}
