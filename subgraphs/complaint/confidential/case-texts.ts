/** Where the words of cases are kept: every column that holds what somebody wrote, and how all of one case are rewritten. */
import type { Tx } from '@bekhedmetkom/platform/database';

interface TextColumns {
  table: string;
  /** The column that names the case. */
  owner: string;
  columns: readonly string[];
}

/**
 * Each of these is written through `SealedWords.keep` (in a transition: `Moment.keep`) and read through
 * `SealedWords.open` or `openRow`. A proposal's text, in the `jsonb` column `cases.proposal`, belongs to them.
 */
export const caseTexts: readonly TextColumns[] = [
  { table: 'cases', owner: 'id', columns: ['subject', 'district'] },
  { table: 'submission_content', owner: 'case_id', columns: ['body'] },
  { table: 'cycle', owner: 'case_id', columns: ['reason', 'rating_comment', 'question'] },
  { table: 'answer', owner: 'case_id', columns: ['body', 'reason'] },
  { table: 'timeline', owner: 'case_id', columns: ['body'] },
  { table: 'transfer', owner: 'case_id', columns: ['reason', 'refusal'] },
  { table: 'contribution', owner: 'case_id', columns: ['question', 'answer', 'reason'] },
  { table: 'note', owner: 'case_id', columns: ['body'] },
  { table: 'follow_up', owner: 'case_id', columns: ['body', 'comment'] },
  { table: 'answer_score', owner: 'case_id', columns: ['comment'] },
  {
    table: 'identity_request',
    owner: 'case_id',
    columns: ['reason', 'endorsed_because', 'decision_reason'],
  },
];

const proposed = `select proposal->>'text' as text from cases where id = $1 and proposal is not null`;
const propose = `update cases set proposal = jsonb_set(proposal, '{text}', to_jsonb($2::text)) where id = $1`;

/** Rewrites every text of a locked case; gives how many were changed. */
export async function rewriteTexts(
  tx: Tx,
  caseId: string,
  rewrite: (kept: string) => string,
): Promise<number> {
  let changed = 0;
  const renew = (text: string | null): string | null => {
    const after = text === null ? null : rewrite(text);
    if (after !== text) changed++;
    return after;
  };
  for (const { table, owner, columns } of caseTexts) {
    const rows = await tx.query<Record<string, string | null>>(
      `select ctid::text as place, ${columns.join(', ')} from ${table} where ${owner} = $1 for update`,
      [caseId],
    );
    const set = columns.map((column, i) => `${column} = $${i + 2}`).join(', ');
    for (const row of rows) {
      const before = changed;
      const values = columns.map((column) => renew(row[column] ?? null));
      if (changed > before)
        await tx.query(`update ${table} set ${set} where ctid = $1::tid`, [row.place, ...values]);
    }
  }
  for (const { text } of await tx.query<{ text: string }>(proposed, [caseId])) {
    const after = renew(text);
    if (after !== text) await tx.query(propose, [caseId, after]);
  }
  return changed;
}
