import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A line of the audit trail, written by one statement that chains it to the one before (`audit.repository.ts`). */
@Entity({
  name: 'audit',
  comment: 'What administrators changed. Append-only; each hash covers its row and the hash before it',
})
export class AuditRow {
  @PrimaryColumn({ type: 'integer' })
  seq: number;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  actor: string;

  @Column({ type: 'text' })
  action: string;

  @Column({ type: 'jsonb' })
  detail: Record<string, unknown>;

  @Column({ type: 'bytea' })
  hash: Buffer;
}

/** One row: whoever has locked it may change the directory. */
@Entity({ name: 'change_lock' })
@Check('change_lock_single_check', 'single')
export class ChangeLockRow {
  @PrimaryColumn({ type: 'boolean', default: true })
  single: boolean;
}

/** What was last announced of a thing. */
@Entity({ name: 'announced' })
export class AnnouncedRow {
  @PrimaryColumn({ type: 'text' })
  type: string;

  @PrimaryColumn({ type: 'text' })
  key: string;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'jsonb' })
  payload: unknown;

  @Column({ type: 'text' })
  detail: string;
}
