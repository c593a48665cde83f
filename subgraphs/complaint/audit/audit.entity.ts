import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({
  name: 'audit',
  comment: 'Append-only. Each hash covers its row and the hash before it of the same case',
})
export class AuditRow {
  @PrimaryColumn({ type: 'uuid' })
  caseId: string;

  @PrimaryColumn({ type: 'integer' })
  seq: number;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  actorKind: string;

  @Column({ type: 'text', nullable: true })
  actor: string | null;

  @Column({ type: 'text' })
  action: string;

  @Column({ type: 'jsonb' })
  detail: unknown;

  @Column({ type: 'bytea' })
  hash: Buffer;
}
