import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { CaseFilter, CaseOrder } from '../case-list/case-filter.ts';

/** A filter and an order of the list of cases that somebody keeps under a name. */
@Entity({ name: 'saved_view' })
@Unique('saved_view_subject_name_key_key', ['subject', 'nameKey'])
@Check('saved_view_name_check', `name <> ''`)
export class SavedViewRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;

  @Column({ type: 'text' })
  subject: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', comment: 'The name as it is compared: folded' })
  nameKey: string;

  @Column({ type: 'integer' })
  place: number;

  @Column({ type: 'jsonb' })
  filter: CaseFilter;

  @Column({ type: 'text' })
  orderBy: CaseOrder;
}
