import type { Tx } from '@bekhedmetkom/platform/database';

const reasons = `
select distinct on (case_id) case_id as id, body as text from timeline
where case_id = any($1::uuid[]) and action = 'REJECT' order by case_id, seq desc`;

/** What applicants were told when their cases were rejected, by the id of the case. */
export async function loadRejectionTexts(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.prepared<{ id: string; text: string }>('load-rejections', reasons, [ids]);
  return new Map(rows.map(({ id, text }) => [id, text]));
}
