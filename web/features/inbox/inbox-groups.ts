/** Headings of the inbox: what is late, what falls due today, what comes later. The order of rows is kept. */
import { type SlaReading, slaWords } from '../staff/sla-words.ts';
import { ammanDate } from '../staff/working-time.ts';

type GroupName = 'overdue' | 'today' | 'later' | 'stopped';

export interface Grouped<R> {
  name: GroupName;
  rows: R[];
}

/** Runs of rows under one heading, at `now` (ms since 1970), Asia/Amman. A heading may come twice. */
export function groupRows<R extends { sla: SlaReading | null }>(
  rows: readonly R[],
  now: number,
): Grouped<R>[] {
  const groups: Grouped<R>[] = [];
  for (const row of rows) {
    const name = groupOf(row.sla, now);
    const last = groups.at(-1);
    if (last?.name === name) last.rows.push(row);
    else groups.push({ name, rows: [row] });
  }
  return groups;
}

function groupOf(sla: SlaReading | null, now: number): GroupName {
  const words = slaWords(sla, now);
  if (words.tone === 'overdue') return 'overdue';
  if (words.tone === 'stopped' || words.moment === null) return 'stopped';
  return ammanDate(Date.parse(words.moment)) <= ammanDate(now) ? 'today' : 'later';
}
