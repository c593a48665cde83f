import type { Names, Pillar, Programme } from '@bekhedmetkom/schema/events/vocabulary';

export interface Category {
  code: string;
  names: Names;
  sector: string;
  defaultPillar: Pillar;
  programme: Programme;
  /** Its place in lists, from 1. */
  order: number;
}
