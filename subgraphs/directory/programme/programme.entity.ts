import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { NamesColumns } from '../names/names.columns.ts';
import type { Programme } from './programme.ts';

@Entity({ name: 'programme' })
@Check('programme_name_ar_check', `name_ar <> ''`)
@Check('programme_name_en_check', `name_en <> ''`)
export class ProgrammeRow implements Programme {
  @PrimaryColumn({ type: 'text' })
  code: Programme['code'];

  @Column(() => NamesColumns, { prefix: false })
  names: NamesColumns;

  @Column({ type: 'boolean' })
  restricted: boolean;

  @Column({ type: 'boolean' })
  coordinated: boolean;

  @Column({ name: 'position', type: 'integer' })
  order: number;
}
