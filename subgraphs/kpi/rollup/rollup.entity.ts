import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Period } from '../dimension/period.ts';

@Entity({
  name: 'rollup',
  comment:
    'Counts by day, week or month (bucket: its first day, Asia/Amman) and by at most two axes; the digits of aggregate name the axes.',
})
export class RollupRow {
  @PrimaryColumn({ type: 'smallint' })
  aggregate: number;

  @PrimaryColumn({ type: 'enum', enum: ['day', 'week', 'month'], enumName: 'period' })
  period: Period;

  @PrimaryColumn({ type: 'date' })
  bucket: string;

  @PrimaryColumn({ type: 'text', collation: 'C' })
  a: string;

  @PrimaryColumn({ type: 'text', collation: 'C' })
  b: string;

  @Column({ type: 'integer' })
  received: number;

  @Column({ type: 'integer' })
  closedOfReceived: number;

  @Column({ type: 'integer' })
  classified: number;

  @Column({ type: 'integer' })
  misrouted: number;

  @Column({ type: 'integer' })
  closed: number;

  @Column({ type: 'integer' })
  acknowledgeDue: number;

  @Column({ type: 'integer' })
  acknowledgedOnTime: number;

  @Column({ type: 'integer' })
  due: number;

  @Column({ type: 'integer' })
  late: number;

  @Column({ type: 'integer' })
  originalDue: number;

  @Column({ type: 'integer' })
  originalLate: number;

  @Column({ type: 'integer' })
  published: number;

  @Column({ type: 'integer' })
  reopened: number;

  @Column({ type: 'integer' })
  reviewed: number;

  @Column({ type: 'integer' })
  firstPass: number;

  @Column({ type: 'integer' })
  timed: number;

  @Column({ type: 'integer' })
  rated: number;

  @Column({ type: 'integer' })
  satisfied: number;

  @Column({ type: 'integer', default: 0 })
  scored: number;

  @Column({ type: 'bigint', default: 0 })
  qualityScore: number;

  @Column({ type: 'bigint', default: 0 })
  qualityMax: number;

  @Column({ type: 'integer', default: 0 })
  dueSet: number;

  @Column({ type: 'integer', default: 0 })
  escalatedL0: number;

  @Column({ type: 'integer', default: 0 })
  escalatedL1: number;

  @Column({ type: 'integer', default: 0 })
  escalatedL2: number;

  @Column({ type: 'integer', default: 0 })
  escalatedL3: number;

  @Column({ type: 'integer', default: 0 })
  escalatedL4: number;
}

@Entity({ name: 'current_gauge', comment: 'Cycles that run now, and those of them that are overdue.' })
export class StandingRow {
  @PrimaryColumn({ type: 'smallint' })
  aggregate: number;

  @PrimaryColumn({ type: 'text', collation: 'C' })
  a: string;

  @PrimaryColumn({ type: 'text', collation: 'C' })
  b: string;

  @Column({ type: 'integer' })
  running: number;

  @Column({ type: 'integer' })
  overdue: number;
}

@Entity({ name: 'duration', comment: 'Histogram of working minutes of the answers published in a bucket.' })
export class DurationRow {
  @PrimaryColumn({ type: 'smallint' })
  aggregate: number;

  @PrimaryColumn({ type: 'enum', enum: ['day', 'week', 'month'], enumName: 'period' })
  period: Period;

  @PrimaryColumn({ type: 'date' })
  bucket: string;

  @PrimaryColumn({ type: 'text', collation: 'C' })
  a: string;

  @PrimaryColumn({ type: 'text', collation: 'C' })
  b: string;

  @Column({ type: 'integer', array: true })
  bins: readonly number[];
}
