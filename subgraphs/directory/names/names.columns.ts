import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import { Column } from 'typeorm';

/** What a thing is called, as two columns of its table. */
export class NamesColumns implements Names {
  @Column({ name: 'name_ar', type: 'text' })
  ar: string;

  @Column({ name: 'name_en', type: 'text' })
  en: string;
}
