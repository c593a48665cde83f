'use server';

import { query } from '../../graphql/server.ts';
import type { Revealed } from './revealed.ts';
import { ApplicantQuery } from './staff-case.query.ts';

/** Asks for the applicant's identity on the viewer's behalf, or hides it again. */
export async function revealApplicant(_: Revealed, form: FormData): Promise<Revealed> {
  const id = form.get('caseId');
  if (typeof id !== 'string' || form.get('hide')) return { shown: false, applicant: null, at: null };
  const { data } = await query(ApplicantQuery, { id });
  return { shown: true, applicant: data?.case?.applicant ?? null, at: new Date().toISOString() };
}
