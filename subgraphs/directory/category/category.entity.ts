import type { Pillar, Programme } from '@bekhedmetkom/schema/events/vocabulary';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { NamesColumns } from '../names/names.columns.ts';
import { SectorRow } from '../sector/sector.entity.ts';
import type { Category } from './category.ts';

@Entity({ name: 'category' })
@Check('category_name_ar_check', `name_ar <> ''`)
@Check('category_name_en_check', `name_en <> ''`)
export class CategoryRow implements Category {
  @PrimaryColumn({ type: 'text' })
  code: string;

  @Column(() => NamesColumns, { prefix: false })
  names: NamesColumns;

  @ForeignKey(() => SectorRow, { name: 'category_sector_fkey', deferrable: 'INITIALLY DEFERRED' })
  @Column({ type: 'text' })
  sector: string;

  @Column({ type: 'text' })
  defaultPillar: Pillar;

  @Column({ type: 'text' })
  programme: Programme;

  @Column({ name: 'position', type: 'integer' })
  order: number;

  @Column({
    type: 'boolean',
    default: false,
    comment: `Its cases are one person's own matter: nobody is offered to follow another's`,
  })
  personal: boolean;
}
