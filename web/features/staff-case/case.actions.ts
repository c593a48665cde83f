'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { Answer } from '../../graphql/server.ts';
import { mutate } from '../../graphql/server.ts';
import type { Importance, Outcome, Pillar } from '../staff/vocabulary.ts';
import { type DeskResult, type Intent, idle, isIntent, refused } from './desk-result.ts';
import {
  ApproveAnswerMutation,
  ClassifyCaseMutation,
  ProposeAnswerMutation,
  ReturnAnswerMutation,
  StartCaseMutation,
} from './staff-case.mutations.ts';

const kept = ['text', 'outcome', 'reason', 'importance', 'pillar', 'categoryCode', 'assigneePostId'] as const;

/**
 * Does what one of the forms of a case asks for. On success the page is shown anew; otherwise the result
 * carries the errors and every word that was typed. Works for forms sent without scripts too.
 */
export async function actOnCase(_: DeskResult, form: FormData): Promise<DeskResult> {
  const intent = form.get('intent');
  if (!isIntent(intent)) return idle;
  const values = Object.fromEntries(kept.map((name) => [name, said(form, name)]));
  const sent = { intent, values, lastSeen: said(form, 'lastSeen') || null };
  const errors = await send(intent, form);
  if (errors === null) {
    refresh();
    return { ...sent, status: 'failed', errors: [] };
  }
  const refusal = refused(sent, errors);
  if (!refusal) redirect(`${pathOf(form)}?done=${intent}`);
  refresh();
  return refusal;
}

type UserErrors = readonly { field: string[] | null; message: string; code: string }[];

/** The errors a person can mend; null when the gateway did not answer as it should. */
async function send(intent: Intent, form: FormData): Promise<UserErrors | null> {
  const caseId = said(form, 'caseId');
  const expectedVersion = Number(said(form, 'version'));
  const input = { caseId, expectedVersion };
  switch (intent) {
    case 'start':
      return errorsOf(await mutate(StartCaseMutation, { input }), (data) => data.startCase);
    case 'approve':
      return errorsOf(await mutate(ApproveAnswerMutation, { input }), (data) => data.approveAnswer);
    case 'return':
      return errorsOf(
        await mutate(ReturnAnswerMutation, { input: { ...input, reason: said(form, 'reason') } }),
        (data) => data.returnAnswer,
      );
    case 'propose': {
      // The graph refuses what is not in its vocabulary; the type is a promise of the form.
      const outcome = said(form, 'outcome') as Outcome;
      return errorsOf(
        await mutate(ProposeAnswerMutation, { input: { ...input, outcome, text: said(form, 'text') } }),
        (data) => data.proposeAnswer,
      );
    }
    case 'classify': {
      const entityCode = said(form, 'entityCode');
      const classification = {
        ...input,
        importance: said(form, 'importance') as Importance,
        pillar: said(form, 'pillar') as Pillar,
        categoryCode: said(form, 'categoryCode'),
        assigneePostId: said(form, 'assigneePostId'),
        ...(entityCode ? { entityCode } : {}),
      };
      return errorsOf(
        await mutate(ClassifyCaseMutation, { input: classification }),
        (data) => data.classifyCase,
      );
    }
  }
}

function errorsOf<D>(answer: Answer<D>, payload: (data: D) => { userErrors: UserErrors }): UserErrors | null {
  if (answer.data) return payload(answer.data).userErrors;
  if (answer.problem?.code === 'BAD_USER_INPUT' || answer.problem?.code === 'FORBIDDEN') {
    return [{ field: null, message: answer.problem.message, code: answer.problem.code }];
  }
  return null;
}

function pathOf(form: FormData): string {
  const language = said(form, 'language') === 'en' ? 'en' : 'ar';
  return `/${language}/staff/cases/${encodeURIComponent(said(form, 'reference'))}`;
}

function said(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
