/** The references of the list a case was opened from, so that its page can step to the next one. */
export const trailKey = 'bk:trail';

export interface Trail {
  /** Path and query of the list. */
  from: string;
  references: string[];
}

export interface TrailPlace {
  /** From 1. */
  index: number;
  total: number;
  previous: string | null;
  next: string | null;
}

/** Where a case stands in the trail, or null when it was not opened from there. */
export function placeIn(trail: Trail | null, reference: string): TrailPlace | null {
  const index = trail?.references.indexOf(reference) ?? -1;
  if (!trail || index < 0) return null;
  return {
    index: index + 1,
    total: trail.references.length,
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
    return { from, references };
  } catch {
    return null;
  }
}
