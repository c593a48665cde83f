import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** What was proposed as the answer of a round, and what became of it. */
@Entity({ name: 'answer' })
@Check('answer_body_check', `body <> ''`)
@Check('answer_decision_check', `decision = ANY (ARRAY['APPROVED', 'RETURNED'])`)
export class AnswerRow {
  @PrimaryColumn({ type: 'uuid' })
  caseId: string;

  @PrimaryColumn({ type: 'integer' })
  cycle: number;

  @PrimaryColumn({ type: 'integer' })
  number: number;

  @Column({ type: 'text' })
  outcome: string;

  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'text', nullable: true })
  authorSubject: string | null;

  @Column({ type: 'text', nullable: true })
  authorStaff: string | null;

  @Column({ type: 'text', nullable: true })
  authorPost: string | null;

  @Column({ type: 'timestamptz' })
  proposedAt: Date;

  @Column({ type: 'text', nullable: true })
  decision: string | null;

  @Column({ type: 'text', nullable: true })
  decidedBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;
}
