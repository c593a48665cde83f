import type { Names } from '@bekhedmetkom/schema/events/vocabulary';

export interface Governorate {
  code: string;
  /** ISO 3166-2, e.g. JO-AM. */
  iso: string;
  names: Names;
  /** Its place in lists, from 1. */
  order: number;
}
