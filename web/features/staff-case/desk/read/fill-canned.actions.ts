'use server';

import { query } from '../../../../graphql/server.ts';
import { FilledAnswerQuery } from './desk.query.ts';

/** A canned answer with its variables filled for one case; null when it could not be read. */
export async function fillCanned(
  id: string,
  caseId: string,
  language: 'ar' | 'en',
): Promise<{ text: string; missing: string[] } | null> {
  const { data } = await query(FilledAnswerQuery, { id, caseId }, language);
  return data?.cannedAnswerFor ?? null;
}
