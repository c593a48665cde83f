/** Headings of the inbox: what is late, due today, due later, standing still or over; or the entities. */
import { addDays, ammanDay } from '@bekhedmetkom/time/amman';
import type { CaseFilter } from '../../../graphql/generated/graphql.ts';
import { type SlaReading, slaWords } from '../../staff/sla-words.ts';

export const dueGroups = ['overdue', 'today', 'later', 'paused', 'stopped'] as const;
export type DueGroup = (typeof dueGroups)[number];

export interface Grouped<R, N extends string = DueGroup> {
  name: N;
  rows: R[];
}

/** Runs of rows under one heading, at `now` (ms since 1970), Asia/Amman. A heading may come twice. */
export function groupRows<R extends { sla: SlaReading | null }>(
  rows: readonly R[],
  now: number,
): Grouped<R>[] {
  return runsOf(rows, (row) => groupOf(row.sla, now));
}

/** The same by entity; an empty name: nobody knows it yet. */
export function groupByEntity<R extends { assigned: { code: string } | null }>(
  rows: readonly R[],
): Grouped<R, string>[] {
  return runsOf(rows, (row) => row.assigned?.code ?? '');
}

function runsOf<R, N extends string>(rows: readonly R[], nameOf: (row: R) => N): Grouped<R, N>[] {
  const groups: Grouped<R, N>[] = [];
  for (const row of rows) {
    const name = nameOf(row);
    const last = groups.at(-1);
    if (last?.name === name) last.rows.push(row);
    else groups.push({ name, rows: [row] });
  }
  return groups;
}

function groupOf(sla: SlaReading | null, now: number): DueGroup {
  const words = slaWords(sla, now);
  if (words.tone === 'overdue' || words.tone === 'paused') return words.tone;
  if (words.tone === 'stopped' || words.moment === null) return 'stopped';
  return ammanDay(Date.parse(words.moment)) <= ammanDay(now) ? 'today' : 'later';
}

type SlaStatus = NonNullable<CaseFilter['sla']>[number];
const statuses: Record<DueGroup, readonly SlaStatus[]> = {
  overdue: ['OVERDUE'],
  today: ['ON_TIME', 'DUE_SOON'],
  later: ['ON_TIME', 'DUE_SOON'],
  paused: ['PAUSED'],
  stopped: ['STOPPED'],
};

/** The filter of all cases of a list that stand under a heading, at `now`: by it they are counted. */
export function filterOfGroup(filter: CaseFilter, group: DueGroup, now: number): CaseFilter {
  const sla = statuses[group].filter((status) => filter.sla?.includes(status) ?? true);
  if (group !== 'today' && group !== 'later') return { ...filter, sla };
  const tomorrow = addDays(ammanDay(now), 1);
  const { from, to } = filter.due ?? { from: '1970-01-01', to: '9000-01-01' };
  const due =
    group === 'today' ? { from, to: inOrder(to, tomorrow)[0] } : { from: inOrder(from, tomorrow)[1], to };
  // A window that ends before it begins is empty, which the server would call a mistake.
  return due.from < due.to ? { ...filter, sla, due } : { ...filter, sla: [] };
}

/** Two dates, the earlier one first. */
function inOrder(one: string, other: string): [string, string] {
  return one < other ? [one, other] : [other, one];
}
