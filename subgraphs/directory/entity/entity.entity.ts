import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { NamesColumns } from '../names/names.columns.ts';
import { SectorRow } from '../sector/sector.entity.ts';
import type { Entity as DirectoryEntity } from './entity.ts';

@Entity({ name: 'entity' })
@Check('entity_check', 'parent <> code')
@Check('entity_check1', 'successor <> code')
@Check('entity_check2', 'valid_to >= valid_from')
@Check('entity_name_ar_check', `name_ar <> ''`)
@Check('entity_name_en_check', `name_en <> ''`)
@Index('entity_parent', ['parent'])
@Index('entity_sector', ['sector', 'order'])
export class EntityRow implements DirectoryEntity {
  @PrimaryColumn({ type: 'text' })
  code: string;

  @Column(() => NamesColumns, { prefix: false })
  names: NamesColumns;

  @ForeignKey(() => SectorRow, { name: 'entity_sector_fkey', deferrable: 'INITIALLY DEFERRED' })
  @Column({ type: 'text' })
  sector: string;

  @Column({ type: 'text' })
  kind: string;

  @ForeignKey(() => EntityRow, { name: 'entity_parent_fkey', deferrable: 'INITIALLY DEFERRED' })
  @Column({ type: 'text', nullable: true })
  parent: string | null;

  @ForeignKey(() => EntityRow, { name: 'entity_successor_fkey', deferrable: 'INITIALLY DEFERRED' })
  @Column({ type: 'text', nullable: true })
  successor: string | null;

  @Column({ type: 'date' })
  validFrom: string;

  @Column({ type: 'date', nullable: true })
  validTo: string | null;

  @Column({ name: 'position', type: 'integer' })
  order: number;
}
