import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EntityRow } from '../entity/entity.entity.ts';
import { NamesColumns } from '../names/names.columns.ts';
import { UnitRow } from '../unit/unit.entity.ts';
import type { Service } from './service.ts';

@Entity({ name: 'service' })
@Check('service_name_ar_check', `name_ar <> ''`)
@Check('service_name_en_check', `name_en <> ''`)
@Index('service_entity', ['entity'])
export class ServiceRow implements Service {
  @PrimaryColumn({ type: 'text' })
  code: string;

  @ForeignKey(() => EntityRow, { name: 'service_entity_fkey', deferrable: 'INITIALLY DEFERRED' })
  @Column({ type: 'text' })
  entity: string;

  @ForeignKey(() => UnitRow, { name: 'service_unit_fkey', deferrable: 'INITIALLY DEFERRED' })
  @Column({ type: 'text', nullable: true })
  unit: string | null;

  @Column(() => NamesColumns, { prefix: false })
  names: NamesColumns;
}
