import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A round of a case: from its submission or reopening to its end. */
@Entity({ name: 'cycle' })
@Check('cycle_rating_score_check', '(rating_score >= 1) AND (rating_score <= 5)')
@Index('cycle_calendar', { synchronize: false })
@Index('cycle_classified', ['acknowledgedAt', 'caseId'], { where: 'acknowledged_at IS NOT NULL' })
@Index('cycle_to_score', ['ratedAt', 'caseId'], { where: '(rating_score <= 2) AND (quality_score IS NULL)' })
export class CycleRow {
  @PrimaryColumn({ type: 'uuid' })
  caseId: string;

  @PrimaryColumn({ type: 'integer' })
  number: number;

  @Column({ type: 'text', default: 'APPLICANT' })
  openedBy: string;

  @Column({ type: 'timestamptz' })
  submittedAt: Date;

  @Column({ type: 'integer' })
  policyVersion: number;

  @Column({ type: 'integer' })
  calendarVersion: number;

  @Column({ type: 'timestamptz' })
  acknowledgeBy: Date;

  @Column({ type: 'timestamptz', nullable: true })
  acknowledgedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  originalDueAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  dueAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  pausedAt: Date | null;

  @Column({ type: 'jsonb', default: [] })
  pauses: unknown;

  @Column({ type: 'timestamptz', nullable: true })
  startedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  publishedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  closedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  outcome: string | null;

  @Column({ type: 'integer', default: 0 })
  reviews: number;

  @Column({ type: 'boolean', nullable: true })
  approvedAtFirstReview: boolean | null;

  @Column({ type: 'integer', nullable: true })
  workingMinutes: number | null;

  @Column({
    type: 'text',
    nullable: true,
    comment: 'Subject who wrote the answer proposed last: may not review it',
  })
  answerAuthor: string | null;

  @Column({ type: 'integer', nullable: true })
  ratingScore: number | null;

  @Column({ type: 'text', nullable: true })
  ratingSolved: string | null;

  @Column({ type: 'text', nullable: true })
  ratingComment: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  ratedAt: Date | null;

  @Column({
    type: 'integer',
    nullable: true,
    comment: 'Working days that the policy gave, half of them after a reopening',
  })
  slaDays: number | null;

  @Column({ type: 'integer', nullable: true })
  slaMinutes: number | null;

  @Column({ type: 'text', nullable: true, comment: 'Why it was reopened' })
  reason: string | null;

  @Column({ type: 'integer', default: 0 })
  questions: number;

  @Column({ type: 'text', nullable: true, comment: 'The question that waits for the applicant' })
  question: string | null;

  @Column({ type: 'date', nullable: true, comment: 'Day promised in an interim reply, Asia/Amman' })
  interimDueOn: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  interimAt: Date | null;

  @Column({ type: 'double precision', nullable: true })
  qualityScore: number | null;

  @Column({ type: 'double precision', nullable: true })
  qualityMax: number | null;

  @Column({ type: 'timestamptz', nullable: true })
  escalationAskedAt: Date | null;

  @Column({ type: 'jsonb', default: [] })
  escalations: unknown;

  @Column({
    type: 'integer',
    nullable: true,
    comment: 'Newest calendar that was considered and not adopted; null when none was',
  })
  calendarSeen: number | null;
}
