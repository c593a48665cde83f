/** Levels of escalation that rounds of cases reached, kept once each. */
import type { Tx } from '@bekhedmetkom/platform/database';
import type { EscalationLevel } from '@bekhedmetkom/schema/events/vocabulary';

export interface EscalationRow {
  caseId: string;
  cycle: number;
  level: EscalationLevel;
  trigger: 'CLOCK' | 'APPLICANT';
  at: Date;
  posts: string[];
}

const add = `
insert into escalation (case_id, cycle, level, trigger, at, posts)
select $1::uuid, $2::int, one.level, $3, $4::timestamptz, array(select jsonb_array_elements_text(one.posts))
from jsonb_to_recordset($5::jsonb) as one(level text, posts jsonb)
on conflict do nothing
returning level`;

/** Records levels of a round that were not reached before; gives those that are new. */
export async function addEscalations(
  tx: Tx,
  { id, cycle }: { id: string; cycle: number },
  reached: {
    trigger: EscalationRow['trigger'];
    at: Date;
    levels: readonly { level: EscalationLevel; posts: readonly string[] }[];
  },
): Promise<EscalationLevel[]> {
  const { trigger, at, levels } = reached;
  const values = [id, cycle, trigger, at, JSON.stringify(levels)];
  const rows = await tx.prepared<{ level: EscalationLevel }>('add-escalations', add, values);
  return rows.map((row) => row.level).sort();
}

const ofCycles = `
select case_id as "caseId", cycle, level, trigger, at, posts from escalation
where (case_id, cycle) in (select * from unnest($1::uuid[], $2::int[])) order by case_id, level`;

/** The levels that these rounds reached, the lowest of each first. */
export async function loadEscalations(
  tx: Tx,
  of: readonly { id: string; cycle: number }[],
): Promise<Map<string, EscalationRow[]>> {
  const values = [of.map(({ id }) => id), of.map(({ cycle }) => cycle)];
  const rows = await tx.prepared<EscalationRow>('load-escalations', ofCycles, values);
  return Map.groupBy(rows, (row) => row.caseId);
}
