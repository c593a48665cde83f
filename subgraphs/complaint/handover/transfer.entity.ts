import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({
  name: 'transfer',
  comment: 'One row for each time somebody was asked to decide: the target, then the operation room',
})
@Check('transfer_check', '(decision IS NULL) = (decided_at IS NULL)')
@Check('transfer_decision_check', `decision = ANY (ARRAY['ACCEPTED', 'REFUSED', 'REFERRED', 'ENDED'])`)
@Check('transfer_reason_check', `reason <> ''`)
@Index('transfer_waits', ['caseId'], { unique: true, where: 'decision IS NULL' })
export class TransferRow {
  @PrimaryColumn({ type: 'uuid' })
  caseId: string;

  @PrimaryColumn({ type: 'integer' })
  number: number;

  @Column({ type: 'text' })
  fromEntity: string;

  @Column({ type: 'text' })
  toEntity: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'boolean' })
  atRoom: boolean;

  @Column({ type: 'timestamptz' })
  requestedAt: Date;

  @Column({ type: 'text', nullable: true })
  requestedPost: string | null;

  @Column({
    type: 'text',
    nullable: true,
    comment: 'REFERRED: nobody decided in time; ENDED: the case ended meanwhile',
  })
  decision: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  decidedPost: string | null;

  @Column({ type: 'text', nullable: true })
  refusal: string | null;

  @Column({
    type: 'text',
    nullable: true,
    comment: 'Entity that has the case since; the operation room may choose another than was asked',
  })
  receivedBy: string | null;

  @Column({ type: 'integer', nullable: true, comment: 'Working minutes for which the former entity held it' })
  creditedMinutes: number | null;
}
