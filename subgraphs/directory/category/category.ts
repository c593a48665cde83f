import type { Names, Pillar, Programme } from '@bekhedmetkom/schema/events/vocabulary';

export interface Category {
  code: string;
  names: Names;
  sector: string;
  defaultPillar: Pillar;
  programme: Programme;
  /** Its cases are one person's own matter: nobody is offered to follow somebody else's. */
  personal: boolean;
  /** Its place in lists, from 1. */
  order: number;
}
