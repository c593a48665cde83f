import type { Programme as Code, Names } from '@bekhedmetkom/schema/events/vocabulary';

/** The same platform run for another purpose, with its own categories, SLA matrix, coordinator and visibility. */
export interface Programme {
  code: Code;
  names: Names;
  /** Only its coordinator, the Prime Minister's office and the focal points of the entity see its cases. */
  restricted: boolean;
  /** Has a coordinator. */
  coordinated: boolean;
  order: number;
}
