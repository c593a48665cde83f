import type { EntityClass } from '@bekhedmetkom/platform/database';
import { followerEntities } from '@bekhedmetkom/platform/outbox-entities';
import { ClockRow } from '../clock/clock.entity.ts';
import { CycleRow, PendingDeltaRow } from '../cycle/cycle.entity.ts';
import { CalendarRow, TermRow } from '../directory/directory.entity.ts';
import { DurationRow, RollupRow, StandingRow } from '../rollup/rollup.entity.ts';
import { TargetRow } from '../target/target.entity.ts';
import { ReopeningTermRow, ThresholdRow } from '../terms/terms.entity.ts';

/** Every table of the figures. */
export const entities: EntityClass[] = [
  CycleRow,
  PendingDeltaRow,
  ClockRow,
  RollupRow,
  StandingRow,
  DurationRow,
  TermRow,
  CalendarRow,
  TargetRow,
  ThresholdRow,
  ReopeningTermRow,
  ...followerEntities,
];
