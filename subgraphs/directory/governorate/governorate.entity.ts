import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { NamesColumns } from '../names/names.columns.ts';
import type { Governorate } from './governorate.ts';

@Entity({ name: 'governorate' })
@Unique('governorate_iso_key', ['iso'])
@Check('governorate_name_ar_check', `name_ar <> ''`)
@Check('governorate_name_en_check', `name_en <> ''`)
export class GovernorateRow implements Governorate {
  @PrimaryColumn({ type: 'text' })
  code: string;

  @Column({ type: 'text' })
  iso: string;

  @Column(() => NamesColumns, { prefix: false })
  names: NamesColumns;

  @Column({ name: 'position', type: 'integer' })
  order: number;
}
