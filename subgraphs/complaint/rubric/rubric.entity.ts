import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Criterion } from './rubric.ts';

@Entity({ name: 'rubric_version' })
@Check('rubric_version_sample_percent_check', '(sample_percent >= 0) AND (sample_percent <= 100)')
@Check('rubric_version_version_check', 'version > 0')
export class RubricVersionRow {
  @PrimaryColumn({ type: 'integer' })
  version: number;

  @Column({ type: 'jsonb' })
  criteria: Criterion[];

  @Column({
    type: 'integer',
    comment: 'How many of a hundred answers that need no score are scored all the same',
  })
  samplePercent: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  publishedAt: Date;

  @Column({ type: 'text', nullable: true })
  publishedBy: string | null;
}

@Entity({
  name: 'answer_score',
  comment: 'What a reviewer gave an answer (case_id, cycle, number), returned ones too',
})
@Check('answer_score_check', '(max > 0) AND (score <= max)')
@Check('answer_score_score_check', 'score >= 0')
export class AnswerScoreRow {
  @PrimaryColumn({ type: 'uuid' })
  caseId: string;

  @PrimaryColumn({ type: 'integer' })
  cycle: number;

  @PrimaryColumn({ type: 'integer' })
  number: number;

  @ForeignKey(() => RubricVersionRow, { name: 'answer_score_rubric_version_fkey' })
  @Column({ type: 'integer' })
  rubricVersion: number;

  @Column({ type: 'jsonb' })
  points: unknown;

  @Column({ type: 'integer' })
  score: number;

  @Column({ type: 'integer' })
  max: number;

  @Column({ type: 'text', nullable: true })
  comment: string | null;

  @Column({ type: 'text', nullable: true })
  scoredBy: string | null;

  @Column({ type: 'text', nullable: true })
  scoredPost: string | null;

  @Column({ type: 'timestamptz' })
  scoredAt: Date;
}
