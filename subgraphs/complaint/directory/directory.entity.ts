import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A thing of the directory, as it was last announced. */
@Entity({ name: 'directory_item' })
export class DirectoryItemRow {
  @PrimaryColumn({ type: 'text' })
  kind: string;

  @PrimaryColumn({ type: 'text' })
  key: string;

  @Column({ type: 'jsonb' })
  payload: unknown;
}

/** One row: how often the directory has changed here. */
@Entity({ name: 'directory_state' })
@Check('directory_state_single_check', 'single')
export class DirectoryStateRow {
  @PrimaryColumn({ type: 'boolean', default: true })
  single: boolean;

  @Column({ type: 'bigint', default: 0 })
  revision: number;

  @Column({ type: 'boolean', default: false })
  caughtUp: boolean;
}
