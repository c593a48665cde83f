import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import { Column } from 'typeorm';

/** A text in both languages, as two columns that begin with the prefix of where it is embedded. */
export class BilingualColumns implements Names {
  @Column({ type: 'text' })
  ar: string;

  @Column({ type: 'text' })
  en: string;
}
