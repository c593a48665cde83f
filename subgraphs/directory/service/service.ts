import type { Names } from '@bekhedmetkom/schema/events/vocabulary';

/** Something an entity does for people. */
export interface Service {
  code: string;
  entity: string;
  /** Code of the unit that gives it; null when the entity as a whole does. */
  unit: string | null;
  names: Names;
}
