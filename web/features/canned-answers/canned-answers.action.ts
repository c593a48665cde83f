'use server';

import { redirect } from 'next/navigation';
import type { Answer } from '../../graphql/server.ts';
import { mutate } from '../../graphql/server.ts';
import { readField } from '../forms/read-field.ts';
import { type CaseType, caseTypes, type Outcome } from '../staff/vocabulary.ts';
import { RemoveCannedAnswerMutation, SaveCannedAnswerMutation } from './canned-answers.query.ts';
import { type CannedResult, type CannedValues, cannedFields, refused } from './canned-result.ts';

/**
 * Saves or removes a canned answer, as the button that was pressed says. On success the list is shown again;
 * otherwise the result carries the errors and every word that was typed.
 */
export async function changeCannedAnswer(_: CannedResult, form: FormData): Promise<CannedResult> {
  const removes = form.get('intent') === 'remove';
  const typed = Object.fromEntries(cannedFields.map((name) => [name, readField(form, name)])) as CannedValues;
  // Removing is a form of its own: what is typed beside it stays as it is.
  const values = removes ? null : typed;
  const errors = removes ? await remove(form) : await save(form, typed);
  if (errors === null) return { status: 'failed', values, errors: [] };
  const refusal = refused(values, errors);
  if (refusal) return refusal;
  const entity = readField(form, 'entity');
  const language = readField(form, 'language') === 'en' ? 'en' : 'ar';
  const address = new URLSearchParams({ ...(entity && { entity }), done: removes ? 'removed' : 'saved' });
  redirect(`/${language}/staff/canned-answers?${address}`);
}

type UserErrors = readonly { field: string[] | null; message: string; code: string }[];

async function save(form: FormData, values: CannedValues): Promise<UserErrors | null> {
  const id = readField(form, 'id');
  const type = caseTypes.find((one) => one === values.type) as CaseType | undefined;
  // The graph refuses what is not in its vocabulary; the type is a promise of the form.
  const outcome = (values.outcome || null) as Outcome | null;
  const input = {
    ...(id && { id, expectedVersion: Number(readField(form, 'version')) }),
    entityCode: readField(form, 'owner') || null,
    names: { ar: values.nameAr, en: values.nameEn },
    body: { ar: values.bodyAr, en: values.bodyEn },
    type: type ?? null,
    outcome,
  };
  return errorsOf(await mutate(SaveCannedAnswerMutation, { input }), (data) => data.saveCannedAnswer);
}

async function remove(form: FormData): Promise<UserErrors | null> {
  const input = { id: readField(form, 'id'), expectedVersion: Number(readField(form, 'version')) };
  return errorsOf(await mutate(RemoveCannedAnswerMutation, { input }), (data) => data.removeCannedAnswer);
}

function errorsOf<D>(answer: Answer<D>, payload: (data: D) => { userErrors: UserErrors }): UserErrors | null {
  if (answer.data) return payload(answer.data).userErrors;
  const { problem } = answer;
  if (problem?.code === 'BAD_USER_INPUT' || problem?.code === 'NOT_FOUND') {
    return [{ field: null, message: problem.message, code: problem.code }];
  }
  return null;
}
