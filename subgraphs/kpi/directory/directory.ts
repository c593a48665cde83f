/** What figures need of the directory. */
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';

export type TermKind = 'sector' | 'entity' | 'category' | 'governorate' | 'programme';

export interface Term extends Names {
  kind: TermKind;
  code: string;
  version: number;
  /** Of an entity: the sector it belongs to. */
  sector: string | null;
  /** Of a category: the programme it belongs to. */
  programme: string | null;
  /** Of a programme: its cases are not for everybody. */
  restricted: boolean;
}
