import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EntityRow } from '../entity/entity.entity.ts';
import { NamesColumns } from '../names/names.columns.ts';
import type { Unit } from './unit.ts';

@Entity({ name: 'unit' })
@Check('unit_name_ar_check', `name_ar <> ''`)
@Check('unit_name_en_check', `name_en <> ''`)
@Index('unit_entity', ['entity'])
export class UnitRow implements Unit {
  @PrimaryColumn({ type: 'text' })
  code: string;

  @ForeignKey(() => EntityRow, { name: 'unit_entity_fkey', deferrable: 'INITIALLY DEFERRED' })
  @Column({ type: 'text' })
  entity: string;

  @Column(() => NamesColumns, { prefix: false })
  names: NamesColumns;
}
