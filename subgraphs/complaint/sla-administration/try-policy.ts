import type { Tx } from '@bekhedmetkom/platform/database';
import type { CaseState, CaseType, Importance } from '@bekhedmetkom/schema/events/vocabulary';
import { dueDates } from '../clock/case-clock.ts';
import { type Directory, type SlaPolicy, timeToResolve } from '../directory/directory.ts';
import { dayOf, fromLocalDate, startOfDay, toLocalDate } from '../sla/working-calendar.ts';
import { type PastCycle, pastCycles } from './dry-run.store.ts';
import { maxCycles } from './try-calendar.ts';

export interface PolicyRow {
  type: CaseType;
  importance: Importance;
  cycles: number;
  /** Late under the policy in force today. */
  late: number;
  /** Late under the policy that is tried. */
  wouldBeLate: number;
}

export interface PolicyTrial {
  cycles: number;
  late: number;
  wouldBeLate: number;
  /** False when there are more, of all programmes together: the newest were looked at. */
  complete: boolean;
  rows: PolicyRow[];
}

/** Whole days in Asia/Amman, half-open (`YYYY-MM-DD`). */
interface Window {
  from: string;
  to: string;
}

const batch = 2_000;
/** Left out of every figure. */
const excluded: readonly CaseState[] = ['DUPLICATE', 'WITHDRAWN'];

/**
 * How many of the cycles classified in a window would have been late under a policy, and under that of today,
 * had they stood under it from their submission on. Pauses and promises count as they were. Writes nothing.
 */
export async function tryPolicy(
  tx: Tx,
  directory: Directory,
  { policy, window, now }: { policy: SlaPolicy; window: Window; now: Date },
  most = maxCycles,
): Promise<PolicyTrial> {
  const today = directory.policyFor(policy.programme, toLocalDate(dayOf(now.getTime())));
  const rows = new Map<string, PolicyRow>();
  const since = new Date(startOfDay(fromLocalDate(window.from)));
  const end = new Date(startOfDay(fromLocalDate(window.to)));
  let before = { id: '00000000-0000-0000-0000-000000000000', acknowledgedAt: end };
  let seen = 0;
  for (;;) {
    const past = await pastCycles(tx, since, before, Math.min(batch, most + 1 - seen));
    for (const cycle of past) {
      if (seen === most) return summed(rows, false);
      seen++;
      if (cycle.programme !== policy.programme || excluded.includes(cycle.state)) continue;
      const row = rowOf(rows, cycle);
      if (!row) continue;
      row.cycles++;
      if (isLateUnder(today, cycle, directory, now)) row.late++;
      if (isLateUnder(policy, cycle, directory, now)) row.wouldBeLate++;
    }
    const last = past.at(-1);
    if (!last || past.length < batch) return summed(rows, true);
    before = last;
  }
}

function isLateUnder(policy: SlaPolicy, cycle: PastCycle, directory: Directory, now: Date): boolean {
  if (cycle.importance === null) return false;
  const given = timeToResolve(policy, cycle.type, cycle.pillar, cycle.importance);
  // What was reopened has a share of the time, as at its reopening.
  const share = cycle.number > 1 ? policy.terms.reopenedShare : 1;
  const part = (time: number | null) => (time === null ? null : Math.max(1, Math.ceil(time * share)));
  const sla = { slaDays: part(given.slaDays), slaMinutes: part(given.slaMinutes) };
  if (sla.slaDays === null && sla.slaMinutes === null) return false;
  const { dueAt } = dueDates({ ...cycle, ...sla }, directory.calendar(cycle.calendarVersion));
  return dueAt !== null && (cycle.publishedAt ?? now) > dueAt;
}

function rowOf(rows: Map<string, PolicyRow>, { type, importance }: PastCycle): PolicyRow | null {
  if (importance === null) return null;
  const key = `${type} ${importance}`;
  const known = rows.get(key);
  if (known) return known;
  const row = { type, importance, cycles: 0, late: 0, wouldBeLate: 0 };
  rows.set(key, row);
  return row;
}

function summed(rows: ReadonlyMap<string, PolicyRow>, complete: boolean): PolicyTrial {
  const all = [...rows.values()].sort(
    (a, b) => a.type.localeCompare(b.type) || a.importance.localeCompare(b.importance),
  );
  const sum = (field: 'cycles' | 'late' | 'wouldBeLate') => all.reduce((total, row) => total + row[field], 0);
  return { cycles: sum('cycles'), late: sum('late'), wouldBeLate: sum('wouldBeLate'), complete, rows: all };
}
