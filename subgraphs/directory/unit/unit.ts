import type { Names } from '@bekhedmetkom/schema/events/vocabulary';

/** A part of an entity. */
export interface Unit {
  code: string;
  entity: string;
  names: Names;
}
