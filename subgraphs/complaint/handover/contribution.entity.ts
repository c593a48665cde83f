import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({
  name: 'contribution',
  comment: 'What other entities are asked to contribute to the answer of a case',
})
@Check('contribution_check', `(state = 'OPEN') = (settled_at IS NULL)`)
@Check('contribution_check1', `(state = 'ANSWERED') = (answer IS NOT NULL)`)
@Check('contribution_question_check', `question <> ''`)
@Check('contribution_state_check', `state = ANY (ARRAY['OPEN', 'ANSWERED', 'WITHDRAWN'])`)
@Index('contribution_due', ['dueAt', 'caseId', 'number'])
@Index('contribution_entity', ['entity', 'dueAt', 'caseId', 'number'])
export class ContributionRow {
  @PrimaryColumn({ type: 'uuid' })
  caseId: string;

  @PrimaryColumn({ type: 'integer' })
  number: number;

  @Column({ type: 'text' })
  entity: string;

  @Column({ type: 'text' })
  question: string;

  @Column({ type: 'timestamptz' })
  requestedAt: Date;

  @Column({ type: 'text', nullable: true })
  requestedPost: string | null;

  @Column({ type: 'timestamptz' })
  dueAt: Date;

  @Column({ type: 'text', default: 'OPEN' })
  state: string;

  @Column({ type: 'text', nullable: true })
  answer: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  settledAt: Date | null;

  @Column({ type: 'text', nullable: true })
  settledPost: string | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;
}
