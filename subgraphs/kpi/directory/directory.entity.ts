import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Term, TermKind } from './directory.ts';

@Entity({
  name: 'term',
  comment: 'What the directory calls its things; of an entity also the sector it belongs to today.',
})
@Check('term_kind_check', `kind = ANY (ARRAY['sector', 'entity', 'category', 'governorate', 'programme'])`)
export class TermRow implements Term {
  @PrimaryColumn({ type: 'text' })
  kind: TermKind;

  @PrimaryColumn({ type: 'text' })
  code: string;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'text' })
  ar: string;

  @Column({ type: 'text' })
  en: string;

  @Column({ type: 'text', nullable: true })
  sector: string | null;

  @Column({ type: 'text', nullable: true, comment: 'Of a category: the programme that it belongs to.' })
  programme: string | null;

  @Column({
    type: 'boolean',
    default: false,
    comment: 'Of a programme: its cases are not for everybody, and no figures of it alone for the public.',
  })
  restricted: boolean;
}

/** Which days are worked: the newest calendar of the directory. */
@Entity({ name: 'calendar' })
@Check('calendar_single_check', 'single')
export class CalendarRow {
  @PrimaryColumn({ type: 'boolean', default: true })
  single: boolean;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'integer', array: true })
  workingDays: number[];

  @Column({ type: 'jsonb' })
  holidays: { from: string; to: string }[];
}
