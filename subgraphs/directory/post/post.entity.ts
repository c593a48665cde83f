import type { Programme, Role } from '@bekhedmetkom/schema/events/vocabulary';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EntityRow } from '../entity/entity.entity.ts';
import { NamesColumns } from '../names/names.columns.ts';
import { ProgrammeRow } from '../programme/programme.entity.ts';
import { StaffMemberRow } from '../staff/staff-member.entity.ts';
import { UnitRow } from '../unit/unit.entity.ts';
import type { Holding, Post } from './post.ts';

@Entity({ name: 'post' })
@Check('post_check', 'superior <> key')
@Check('post_name_ar_check', `name_ar <> ''`)
@Check('post_name_en_check', `name_en <> ''`)
@Index('post_entity', ['entity'])
@Index('post_main', ['entity'], { unique: true, where: `role = 'MAIN_FOCAL_POINT'::text` })
export class PostRow implements Post {
  @PrimaryColumn({ type: 'text' })
  key: string;

  @Column({ type: 'text' })
  role: Role;

  @ForeignKey(() => EntityRow, { name: 'post_entity_fkey', deferrable: 'INITIALLY DEFERRED' })
  @Column({ type: 'text', nullable: true })
  entity: string | null;

  @ForeignKey(() => UnitRow, { name: 'post_unit_fkey', deferrable: 'INITIALLY DEFERRED' })
  @Column({ type: 'text', nullable: true })
  unit: string | null;

  @Column(() => NamesColumns, { prefix: false })
  names: NamesColumns;

  @ForeignKey(() => PostRow, { name: 'post_superior_fkey', deferrable: 'INITIALLY DEFERRED' })
  @Column({ type: 'text', nullable: true })
  superior: string | null;

  @ForeignKey(() => ProgrammeRow, { name: 'post_programme_fkey', deferrable: 'INITIALLY DEFERRED' })
  @Column({
    type: 'text',
    nullable: true,
    comment: 'Set for the coordinator of a programme: what the post is limited to',
  })
  programme: Programme | null;
}

@Entity({ name: 'holding' })
@Check('holding_check', 'valid_to >= valid_from')
@Index('holding_open', ['post'], { unique: true, where: 'valid_to IS NULL' })
@Index('holding_staff', ['staff'])
export class HoldingRow implements Holding {
  @ForeignKey(() => PostRow, { name: 'holding_post_fkey', deferrable: 'INITIALLY DEFERRED' })
  @PrimaryColumn({ type: 'text' })
  post: string;

  @ForeignKey(() => StaffMemberRow, { name: 'holding_staff_fkey', deferrable: 'INITIALLY DEFERRED' })
  @Column({ type: 'text' })
  staff: string;

  @PrimaryColumn({ type: 'date' })
  validFrom: string;

  @Column({ type: 'date', nullable: true })
  validTo: string | null;
}
