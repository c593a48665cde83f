import type { Tx } from '@bekhedmetkom/platform/database';
import type { Directory } from '../directory/directory.ts';
import type { WorkingCalendar } from '../sla/working-calendar.ts';
import { amend, deadlineIn, workingDaysMoved } from './amend.ts';
import { openCycles } from './dry-run.store.ts';

export interface MovedCycle {
  id: string;
  dueAt: Date;
  newDueAt: Date;
  /** Working days by the calendar of today; negative when it becomes earlier. */
  days: number;
}

export interface CalendarTrial {
  /** Cycles that were reckoned. */
  open: number;
  /** False when there are more open cycles: those with the next deadlines were reckoned. */
  complete: boolean;
  moved: number;
  /** Would become earlier; they stay as they are unless the calendar may shorten. */
  shortened: number;
  byDays: { days: number; cycles: number }[];
  /** The furthest moves, those that shorten first. */
  examples: MovedCycle[];
}

/** How many a run reckons at most: what a question may take. */
export const maxCycles = 50_000;
const maxExamples = 20;
const batch = 2_000;
const nil = '00000000-0000-0000-0000-000000000000';

/** What a calendar would make of every open cycle, those with the next deadlines first. Writes nothing. */
export async function tryCalendar(
  tx: Tx,
  directory: Directory,
  draft: WorkingCalendar,
  most = maxCycles,
): Promise<CalendarTrial> {
  const trial: CalendarTrial = { open: 0, complete: true, moved: 0, shortened: 0, byDays: [], examples: [] };
  const byDays = new Map<number, number>();
  const now = directory.calendar();
  let after: { id: string; place: Date } = { id: nil, place: new Date(0) };
  for (;;) {
    const cycles = await openCycles(tx, after, Math.min(batch, most + 1 - trial.open));
    for (const cycle of cycles) {
      if (trial.open === most) return { ...trial, complete: false, byDays: sorted(byDays) };
      trial.open++;
      const current = directory.calendar(cycle.calendarVersion);
      const amendment = amend(cycle, { current, amended: draft, mayShorten: false });
      if (amendment.kind === 'SAME') continue;
      const [dueAt, newDueAt] = [deadlineIn(cycle), deadlineIn(amendment.dates)];
      const days = workingDaysMoved(now, dueAt, newDueAt);
      if (amendment.kind === 'MOVES') trial.moved++;
      else trial.shortened++;
      byDays.set(days, (byDays.get(days) ?? 0) + 1);
      keepExample(trial.examples, { id: cycle.id, dueAt, newDueAt, days });
    }
    const last = cycles.at(-1);
    if (!last || cycles.length < batch) return { ...trial, byDays: sorted(byDays) };
    after = last;
  }
}

function keepExample(examples: MovedCycle[], one: MovedCycle): void {
  examples.push(one);
  examples.sort((a, b) => Number(b.days < 0) - Number(a.days < 0) || Math.abs(b.days) - Math.abs(a.days));
  examples.splice(maxExamples);
}

function sorted(byDays: ReadonlyMap<number, number>): CalendarTrial['byDays'] {
  return [...byDays].map(([days, cycles]) => ({ days, cycles })).sort((a, b) => a.days - b.days);
}
