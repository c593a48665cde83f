import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { NamesColumns } from '../names/names.columns.ts';
import type { Sector } from './sector.ts';

@Entity({ name: 'sector' })
@Check('sector_name_ar_check', `name_ar <> ''`)
@Check('sector_name_en_check', `name_en <> ''`)
export class SectorRow implements Sector {
  @PrimaryColumn({ type: 'text' })
  code: string;

  @Column(() => NamesColumns, { prefix: false })
  names: NamesColumns;

  @Column({ name: 'position', type: 'integer' })
  order: number;
}
