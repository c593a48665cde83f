import type { Tx } from '@bekhedmetkom/platform/database';
import type { SlaPolicy } from '@bekhedmetkom/schema/events/directory';
import { ReopeningTermRow } from './terms.entity.ts';
import { type FigureTerms, usualTerms } from './terms.ts';

const names = {
  FEWEST_SHOWN: 'fewestShown',
  FEWEST_RANKED: 'fewestRanked',
  LARGE_VOLUME: 'largeVolume',
  MIDDLE_VOLUME: 'middleVolume',
  WATCHED_QUESTIONS: 'watchedQuestions',
} as const satisfies Record<string, keyof FigureTerms>;

// Of each programme the policy that is in force; of them the longest, as a figure takes in all programmes.
const maturity = `
  select 'MATURITY' as name, max(working_days) as value from (
    select distinct on (programme) working_days from reopening_term
    where effective_from <= ($1::timestamptz at time zone 'Asia/Amman')::date
    order by programme, version desc
  ) in_force having count(*) > 0`;
const read = `select name, value from threshold union all ${maturity}`;

/** The terms as they are at a moment. */
export async function readTerms(tx: Tx, now: Date): Promise<FigureTerms> {
  const rows = await tx.prepared<{ name: string; value: number }>('kpi-terms-read', read, [now]);
  const terms = { ...usualTerms };
  for (const { name, value } of rows) {
    if (name === 'MATURITY') terms.maturityWorkingDays = value;
    else if (name in names) terms[names[name as keyof typeof names]] = value;
  }
  return terms;
}

/** Keeps for how long a policy lets answers be reopened. */
export async function saveReopeningTerm({ manager }: Tx, policy: SlaPolicy): Promise<void> {
  const { programme, version, effectiveFrom, terms } = policy;
  const term = { programme, version, effectiveFrom, workingDays: terms.reopenWorkingDays };
  await manager.upsert(ReopeningTermRow, term, ['programme', 'version']);
}
