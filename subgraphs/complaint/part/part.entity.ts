import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({ name: 'part', comment: 'What other entities are asked to contribute to the answer of a case' })
@Check('part_check', `(state = 'OPEN') = (settled_at IS NULL)`)
@Check('part_check1', `(state = 'ANSWERED') = (answer IS NOT NULL)`)
@Check('part_question_check', `question <> ''`)
@Check('part_state_check', `state = ANY (ARRAY['OPEN', 'ANSWERED', 'WITHDRAWN'])`)
@Index('part_due', ['dueAt', 'caseId', 'number'])
@Index('part_entity', ['entity', 'dueAt', 'caseId', 'number'])
export class PartRow {
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
