import type { Names } from '@bekhedmetkom/schema/events/vocabulary';

export interface Entity {
  code: string;
  names: Names;
  /** Code of its sector. */
  sector: string;
  /** What it is: ministry, department, company, … */
  kind: string;
  /** Code of the entity that supervises it. */
  parent: string | null;
  /** Code of the entity that took over its work. */
  successor: string | null;
  /** First and last day it exists, YYYY-MM-DD; no last day while it does. */
  validFrom: string;
  validTo: string | null;
  /** Its place in lists, from 1. */
  order: number;
}

/** Whether the entity exists on a day (YYYY-MM-DD, Asia/Amman); both its first and last day count. */
export function existsOn(entity: Pick<Entity, 'validFrom' | 'validTo'>, day: string): boolean {
  return entity.validFrom <= day && (entity.validTo === null || day <= entity.validTo);
}

/** The entity that does the work on a day: itself, or the first of its successors that exists then. */
export function responsibleOn(
  entity: Entity,
  day: string,
  find: (code: string) => Entity | undefined,
): Entity | null {
  const seen = new Set<string>();
  let candidate: Entity | undefined = entity;
  while (candidate && !seen.has(candidate.code)) {
    if (existsOn(candidate, day)) return candidate;
    seen.add(candidate.code);
    candidate = candidate.successor === null ? undefined : find(candidate.successor);
  }
  return null;
}
