import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({
  name: 'target',
  comment:
    'What a figure should reach: a share from 0 to 1, or working minutes. A proposal, to be changed here.',
})
export class TargetRow {
  @PrimaryColumn({ type: 'text' })
  name: string;

  @Column({ type: 'double precision' })
  value: number;
}
