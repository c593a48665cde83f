import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the seed said of a thing when it was last applied. */
@Entity({ name: 'seeded' })
export class SeededRow {
  @PrimaryColumn({ type: 'text' })
  kind: string;

  @PrimaryColumn({ type: 'text' })
  key: string;

  @Column({ type: 'text' })
  hash: string;
}
