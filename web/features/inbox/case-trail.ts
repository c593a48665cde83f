/** The references of the list a case was opened from, so that its page can step to the next one. */
export const trailKey = 'bk:trail';

export interface Trail {
  /** Path and query of the list. */
  from: string;
  references: string[];
  /** How many cases of the list stand before these, and how many it has in all. */
  before: number;
  total: number;
}

export interface TrailPlace {
  /** From 1. */
  index: number;
  total: number;
  previous: string | null;
  next: string | null;
}

/** Where a case stands in the list, or null when it was not opened from there. */
export function placeIn(trail: Trail | null, reference: string): TrailPlace | null {
  const index = trail?.references.indexOf(reference) ?? -1;
  if (!trail || index < 0) return null;
  return {
    index: trail.before + index + 1,
    total: Math.max(trail.total, trail.before + trail.references.length),
    previous: trail.references[index - 1] ?? null,
    next: trail.references[index + 1] ?? null,
  };
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
    return { from, references, before: count(trail, 'before'), total: count(trail, 'total') };
  } catch {
    return null;
  }
}

function count(trail: object, name: string): number {
  const value: unknown = Reflect.get(trail, name);
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : 0;
}
