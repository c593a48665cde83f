import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({ name: 'identity_request', comment: 'Requests to be shown who filed a report' })
@Check('identity_request_check', 'decided_by IS DISTINCT FROM requested_by')
@Check('identity_request_check1', '(decision IS NULL) = (decided_at IS NULL)')
@Check('identity_request_check2', 'endorsed_by IS DISTINCT FROM requested_by')
@Check(
  'identity_request_check3',
  `(endorsed_by IS NULL) OR (decision IS DISTINCT FROM 'APPROVED') OR (endorsed_by IS DISTINCT FROM decided_by)`,
)
@Check('identity_request_check4', '(endorsed_by IS NULL) = (endorsed_at IS NULL)')
@Check('identity_request_decision_check', `decision = ANY (ARRAY['APPROVED', 'DECLINED'])`)
@Check('identity_request_reason_check', `reason <> ''`)
@Index('identity_request_asked', { synchronize: false })
@Index('identity_request_case', ['caseId', 'id'])
@Index('identity_request_open', ['id'], { where: 'decision IS NULL' })
@Index('identity_request_waits', ['caseId', 'requestedBy'], { unique: true, where: 'decision IS NULL' })
export class IdentityRequestRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;

  @Column({ type: 'uuid' })
  caseId: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'text' })
  requestedBy: string;

  @Column({ type: 'text', nullable: true })
  requestedPost: string | null;

  @Column({ type: 'timestamptz' })
  requestedAt: Date;

  @Column({ type: 'text', nullable: true })
  decision: string | null;

  @Column({ type: 'text', nullable: true })
  decidedBy: string | null;

  @Column({ type: 'text', nullable: true })
  decidedPost: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt: Date | null;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column({ type: 'boolean', default: true, comment: 'Who asked decides on others; one approval is enough' })
  askedAsCustodian: boolean;

  @Column({
    type: 'text',
    nullable: true,
    comment: 'The custodian who decided in favour; a second person approves',
  })
  endorsedBy: string | null;

  @Column({ type: 'text', nullable: true })
  endorsedPost: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  endorsedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  endorsedBecause: string | null;

  @Column({ type: 'text', nullable: true })
  decisionReason: string | null;

  @Column({ type: 'timestamptz', nullable: true, comment: 'Who asked is shown the reporter until then' })
  visibleUntil: Date | null;
}
