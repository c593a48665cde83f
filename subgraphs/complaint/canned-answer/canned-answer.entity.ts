import type { CaseType, Outcome } from '@bekhedmetkom/schema/events/vocabulary';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { BilingualColumns } from '../wording/bilingual.columns.ts';

/** A prepared answer of an entity, or of all when it has none. */
@Entity({ name: 'canned_answer' })
@Check('canned_answer_body_ar_check', `body_ar <> ''`)
@Check('canned_answer_body_en_check', `body_en <> ''`)
@Check('canned_answer_name_ar_check', `name_ar <> ''`)
@Check('canned_answer_name_en_check', `name_en <> ''`)
@Check('canned_answer_version_check', 'version > 0')
@Index('canned_answer_entity', ['entity', 'id'])
export class CannedAnswerRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;

  @Column({ type: 'text', nullable: true, comment: 'Null: for every entity' })
  entity: string | null;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column(() => BilingualColumns, { prefix: 'name' })
  names: BilingualColumns;

  @Column(() => BilingualColumns, { prefix: 'body' })
  body: BilingualColumns;

  @Column({ type: 'text', nullable: true })
  outcome: Outcome | null;

  @Column({ type: 'text', nullable: true })
  type: CaseType | null;

  @Column({ type: 'text' })
  changedBy: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  changedAt: Date;
}
