import type { Tx } from '@bekhedmetkom/platform/database';
import { maxReasonLength, type Refusal } from '../case/case.ts';
import { readText } from '../wording/written-text.ts';
import { type Rubric, type Score, type Tally, tally } from './rubric.ts';
import { addScore } from './score.store.ts';

export interface ScoresInput {
  scores: Score[];
  /** For the author; staff only. */
  comment: string | null;
}

/** Checks scores by a rubric and keeps them for the answer proposed last in a cycle; null when none were given. */
export async function writeScores(
  tx: Tx,
  { input, rubric, isDemanded }: { input: ScoresInput; rubric: Rubric; isDemanded: boolean },
  of: { caseId: string; cycle: number; at: Date },
  by: { subject: string | null; post: string | null; keep(text: string): string },
): Promise<Tally | Refusal | null> {
  const sum = tally(input.scores, rubric, isDemanded);
  if (sum === null || 'refused' in sum) return sum;
  const said = readText(input.comment ?? '', { field: ['comment'], min: 0, max: maxReasonLength });
  if ('refused' in said) return said;
  const row = { ...of, ...sum, rubricVersion: rubric.version, points: input.scores };
  await addScore(tx, { ...row, comment: said.text ? by.keep(said.text) : null }, by);
  return sum;
}
