import { instant } from '@bekhedmetkom/platform/database';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Cycle } from './cycle.ts';

/** The columns of a cycle, in the table of cycles and in that of what the sums know of them. */
abstract class CycleColumns implements Cycle {
  @PrimaryColumn({ type: 'uuid' })
  caseId: string;

  @PrimaryColumn({ type: 'smallint' })
  number: number;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'text' })
  entity: string;

  @Column({ type: 'text' })
  governorate: string;

  @Column({ type: 'text' })
  category: string;

  @Column({ type: 'text' })
  type: string;

  @Column({ type: 'text' })
  pillar: string;

  @Column({ type: 'text' })
  importance: string;

  @Column({ type: 'text' })
  channel: string;

  @Column({ type: 'text' })
  applicantKind: string;

  @Column({ type: 'text' })
  programme: string;

  @Column({ type: 'boolean' })
  counted: boolean;

  @Column({ type: 'timestamptz', transformer: instant })
  submittedAt: number;

  @Column({ type: 'timestamptz', transformer: instant })
  acknowledgeBy: number;

  @Column({ type: 'boolean' })
  acknowledgedOnTime: boolean;

  @Column({
    type: 'timestamptz',
    nullable: true,
    comment:
      'Current due of a classified cycle; until then the due of its acknowledgement. Null while a pause keeps it from being reached.',
    transformer: instant,
  })
  dueAt: number | null;

  @Column({
    type: 'timestamptz',
    nullable: true,
    comment: 'The same, of the first due.',
    transformer: instant,
  })
  originalDueAt: number | null;

  @Column({ type: 'timestamptz', nullable: true, transformer: instant })
  answeredAt: number | null;

  @Column({ type: 'timestamptz', nullable: true, transformer: instant })
  publishedAt: number | null;

  @Column({ type: 'timestamptz', nullable: true, transformer: instant })
  closedAt: number | null;

  @Column({ type: 'boolean' })
  running: boolean;

  @Column({ type: 'boolean' })
  classified: boolean;

  @Column({ type: 'boolean' })
  misrouted: boolean;

  @Column({ type: 'boolean' })
  reviewed: boolean;

  @Column({ type: 'boolean' })
  firstPass: boolean;

  @Column({ type: 'boolean' })
  reopened: boolean;

  @Column({ type: 'timestamptz', nullable: true, transformer: instant })
  ratedAt: number | null;

  @Column({ type: 'smallint', nullable: true })
  score: number | null;

  @Column({ type: 'integer', nullable: true })
  workingMinutes: number | null;

  @Column({ type: 'smallint' })
  acceptedTransfers: number;

  @Column({ type: 'boolean' })
  openedByApplicant: boolean;

  @Column({ type: 'integer', nullable: true })
  qualityScore: number | null;

  @Column({ type: 'integer', nullable: true })
  qualityMax: number | null;

  @Column({
    type: 'smallint',
    default: 0,
    comment: 'Levels of the ladder that it reached: bit n is level n.',
  })
  escalated: number;

  @Column({
    type: 'boolean',
    default: false,
    comment: `Of another system's record: it never was on the ladder of escalation.`,
  })
  imported: boolean;
}

@Entity({
  name: 'cycle',
  comment:
    'One row per cycle of a case, as its last event left it. Everything else here can be counted again from these rows.',
})
@Index('cycle_acknowledge_by', ['acknowledgeBy'], { where: 'counted' })
@Index('cycle_due', ['dueAt'], { where: 'counted AND (due_at IS NOT NULL)' })
@Index('cycle_entity_acknowledge_by', ['entity', 'acknowledgeBy'], { where: 'counted' })
@Index('cycle_entity_closed', ['entity', 'closedAt'], { where: 'counted AND (closed_at IS NOT NULL)' })
@Index('cycle_entity_due', ['entity', 'dueAt'], { where: 'counted AND (due_at IS NOT NULL)' })
@Index('cycle_entity_original_due', ['entity', 'originalDueAt'], {
  where: 'counted AND (original_due_at IS NOT NULL)',
})
@Index('cycle_entity_published', ['entity', 'publishedAt'], {
  where: 'counted AND (published_at IS NOT NULL)',
})
@Index('cycle_entity_rated', ['entity', 'ratedAt'], { where: 'counted AND (rated_at IS NOT NULL)' })
@Index('cycle_entity_running', ['entity'], { where: 'counted AND running' })
@Index('cycle_entity_submitted', ['entity', 'submittedAt'], { where: 'counted' })
@Index('cycle_original_due', ['originalDueAt'], { where: 'counted AND (original_due_at IS NOT NULL)' })
@Index('cycle_programme', ['programme'])
export class CycleRow extends CycleColumns {}

@Entity({
  name: 'pending_delta',
  comment:
    'Cycles that changed since they were summed, as the sums know them; existed is false when they do not.',
})
export class PendingDeltaRow extends CycleColumns {
  @Column({ type: 'boolean' })
  existed: boolean;
}
