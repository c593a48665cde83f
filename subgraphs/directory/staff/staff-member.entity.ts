import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { NamesColumns } from '../names/names.columns.ts';
import type { StaffMember } from './staff-member.ts';

@Entity({ name: 'staff' })
@Unique('staff_subject_key', ['subject'])
@Check('staff_name_ar_check', `name_ar <> ''`)
@Check('staff_name_en_check', `name_en <> ''`)
export class StaffMemberRow implements StaffMember {
  @PrimaryColumn({ type: 'text' })
  key: string;

  @Column({ type: 'text', nullable: true })
  subject: string | null;

  @Column(() => NamesColumns, { prefix: false })
  names: NamesColumns;

  @Column({ type: 'text', nullable: true })
  email: string | null;
}
