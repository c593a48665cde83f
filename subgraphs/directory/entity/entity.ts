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
