'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { type Answer, mutate } from '../../../../graphql/server.ts';
import { readField } from '../../../forms/read-field.ts';
import type { Importance, Outcome, Pillar } from '../../../staff/vocabulary.ts';
import { type DeskResult, idle, refused, typedValues } from '../draft/desk-result.ts';
import { type Intent, isIntent } from '../panel/intents.ts';
import * as mutations from './desk.mutations.ts';
import { outcomeOfLate } from './late-answer.ts';
import { otherSubject } from './other-subject.ts';

/**
 * Does what one of the forms of a case asks for. On success the page is shown anew; otherwise the result
 * carries the errors and every word that was typed. Works for forms sent without scripts too.
 */
export async function actOnCase(_: DeskResult, form: FormData): Promise<DeskResult> {
  const intent = form.get('intent');
  if (!isIntent(intent)) return idle;
  const sent = { intent, values: typedValues(form), lastSeen: readField(form, 'lastSeen') || null };
  const errors = await steps[intent](form);
  if (errors === null) {
    const outcome = await outcomeOfLate(intent, {
      caseId: readField(form, 'caseId'),
      lastSeen: sent.lastSeen,
      language: readField(form, 'language') === 'en' ? 'en' : 'ar',
    });
    if (outcome === 'done') redirect(donePath(form, intent));
    refresh();
    return { ...sent, status: outcome === 'unknown' ? 'unknown' : 'failed', errors: [] };
  }
  const refusal = refused(sent, errors);
  if (!refusal) redirect(donePath(form, intent));
  refresh();
  return refusal;
}

type UserErrors = readonly { field: readonly string[] | null; message: string; code: string }[];
/** The errors a person can mend; null when the gateway did not answer as it should. */
type Step = (form: FormData) => Promise<UserErrors | null>;

// The graph refuses what is not in its vocabularies; the types are promises of the forms.
const steps: Record<Intent, Step> = {
  classify: async (form) => {
    const entityCode = readField(form, 'entityCode');
    const subject = readField(form, 'categoryCode');
    const input = {
      ...versionRef(form),
      importance: readField(form, 'importance') as Importance,
      pillar: readField(form, 'pillar') as Pillar,
      categoryCode: subject === otherSubject ? null : subject,
      assigneePostId: readField(form, 'assigneePostId'),
      ...(entityCode ? { entityCode } : {}),
    };
    return errorsOf(await mutate(mutations.ClassifyCaseMutation, { input }), (data) => data.classifyCase);
  },
  start: async (form) =>
    errorsOf(
      await mutate(mutations.StartCaseMutation, { input: versionRef(form) }),
      (data) => data.startCase,
    ),
  propose: async (form) => {
    const input = {
      ...versionRef(form),
      outcome: readField(form, 'outcome') as Outcome,
      text: readField(form, 'text'),
    };
    return errorsOf(await mutate(mutations.ProposeAnswerMutation, { input }), (data) => data.proposeAnswer);
  },
  approve: async (form) => {
    const input = { ...versionRef(form), ...scored(form) };
    return errorsOf(await mutate(mutations.ApproveAnswerMutation, { input }), (data) => data.approveAnswer);
  },
  return: async (form) => {
    const input = { ...versionRef(form), reason: readField(form, 'reason') };
    return errorsOf(await mutate(mutations.ReturnAnswerMutation, { input }), (data) => data.returnAnswer);
  },
  score: async (form) => {
    const { scores = [], comment } = scored(form);
    const input = { ...versionRef(form), scores, comment };
    return errorsOf(await mutate(mutations.ScoreAnswerMutation, { input }), (data) => data.scoreAnswer);
  },
  transfer: async (form) => {
    const input = {
      ...versionRef(form),
      toEntityCode: readField(form, 'toEntityCode'),
      reason: readField(form, 'reason'),
    };
    return errorsOf(await mutate(mutations.TransferCaseMutation, { input }), (data) => data.transferCase);
  },
  acceptTransfer: async (form) => {
    const entityCode = readField(form, 'entityCode');
    const input = {
      ...versionRef(form),
      assigneePostId: readField(form, 'assigneePostId'),
      ...(entityCode ? { entityCode } : {}),
    };
    return errorsOf(await mutate(mutations.AcceptTransferMutation, { input }), (data) => data.acceptTransfer);
  },
  refuseTransfer: async (form) =>
    errorsOf(
      await mutate(mutations.RefuseTransferMutation, { input: reasoned(form) }),
      (data) => data.refuseTransfer,
    ),
  ask: async (form) => {
    const input = { ...versionRef(form), question: readField(form, 'question') };
    return errorsOf(await mutate(mutations.AskApplicantMutation, { input }), (data) => data.askApplicant);
  },
  requestContribution: async (form) => {
    const input = {
      ...versionRef(form),
      entityCode: readField(form, 'entityCode'),
      question: readField(form, 'question'),
      dueOn: readField(form, 'dueOn') || null,
    };
    return errorsOf(
      await mutate(mutations.RequestPartMutation, { input }),
      (data) => data.requestContribution,
    );
  },
  answerContribution: async (form) => {
    const input = {
      ...versionRef(form),
      contribution: Number(readField(form, 'part')),
      text: readField(form, 'text'),
    };
    return errorsOf(await mutate(mutations.AnswerPartMutation, { input }), (data) => data.answerContribution);
  },
  withdrawContribution: async (form) => {
    const input = { ...reasoned(form), contribution: Number(readField(form, 'part')) };
    return errorsOf(
      await mutate(mutations.WithdrawPartMutation, { input }),
      (data) => data.withdrawContribution,
    );
  },
  proposeInterim: async (form) => {
    const input = { ...versionRef(form), text: readField(form, 'text'), dueOn: readField(form, 'dueOn') };
    return errorsOf(
      await mutate(mutations.ProposeInterimMutation, { input }),
      (data) => data.proposeInterimReply,
    );
  },
  approveInterim: async (form) =>
    errorsOf(
      await mutate(mutations.ApproveInterimMutation, { input: versionRef(form) }),
      (data) => data.approveInterimReply,
    ),
  declineInterim: async (form) =>
    errorsOf(
      await mutate(mutations.DeclineInterimMutation, { input: reasoned(form) }),
      (data) => data.declineInterimReply,
    ),
  proposeRejection: async (form) => {
    const code = readField(form, 'code') as 'SUB_JUDICE' | 'ABUSIVE' | 'OUT_OF_ANY_REMIT';
    const input = { ...versionRef(form), code, text: readField(form, 'text') };
    return errorsOf(
      await mutate(mutations.ProposeRejectionMutation, { input }),
      (data) => data.proposeRejection,
    );
  },
  approveRejection: async (form) =>
    errorsOf(
      await mutate(mutations.ApproveRejectionMutation, { input: versionRef(form) }),
      (data) => data.approveRejection,
    ),
  declineRejection: async (form) =>
    errorsOf(
      await mutate(mutations.DeclineRejectionMutation, { input: reasoned(form) }),
      (data) => data.declineRejection,
    ),
  merge: async (form) => {
    const input = { ...versionRef(form), intoReference: readField(form, 'intoReference') };
    return errorsOf(await mutate(mutations.MergeCaseMutation, { input }), (data) => data.mergeCase);
  },
  assign: async (form) => {
    const input = { ...versionRef(form), assigneePostId: readField(form, 'assigneePostId') };
    return errorsOf(await mutate(mutations.AssignCaseMutation, { input }), (data) => data.assignCase);
  },
  reopen: async (form) =>
    errorsOf(
      await mutate(mutations.ReopenByStaffMutation, { input: reasoned(form) }),
      (data) => data.reopenByStaff,
    ),
  declineAppeal: async (form) =>
    errorsOf(
      await mutate(mutations.DeclineAppealMutation, { input: reasoned(form) }),
      (data) => data.declineAppeal,
    ),
  addNote: async (form) => {
    const input = {
      caseId: readField(form, 'caseId'),
      text: readField(form, 'text'),
      mentions: all(form, 'mentions'),
    };
    return errorsOf(await mutate(mutations.AddNoteMutation, { input }), (data) => data.addNote);
  },
  addFollowUp: async (form) => {
    const input = {
      caseId: readField(form, 'caseId'),
      text: readField(form, 'text'),
      postId: readField(form, 'postId'),
      promisedOn: readField(form, 'promisedOn'),
    };
    return errorsOf(await mutate(mutations.AddFollowUpMutation, { input }), (data) => data.addFollowUp);
  },
  settleFollowUp: async (form) => {
    const input = {
      id: readField(form, 'followUp'),
      kept: readField(form, 'kept') === 'true',
      comment: readField(form, 'comment') || null,
    };
    const errors = errorsOf(
      await mutate(mutations.SettleCaseFollowUpMutation, { input }),
      (data) => data.settleFollowUp,
    );
    // The promise is named `id` by the graph, and `followUp` in the form.
    return errors?.map((one) => (one.field?.at(-1) === 'id' ? { ...one, field: ['followUp'] } : one)) ?? null;
  },
  requestIdentity: async (form) => {
    const input = { caseId: readField(form, 'caseId'), reason: readField(form, 'reason') };
    return errorsOf(
      await mutate(mutations.RequestIdentityMutation, { input }),
      (data) => data.requestReporterIdentity,
    );
  },
  approveIdentity: (form) => decideIdentity(form, true),
  declineIdentity: (form) => decideIdentity(form, false),
};

async function decideIdentity(form: FormData, approve: boolean): Promise<UserErrors | null> {
  const input = {
    requestId: readField(form, 'request'),
    expectedVersion: Number(readField(form, 'requestVersion')),
    reason: readField(form, 'reason') || null,
    approve,
  };
  return errorsOf(
    await mutate(mutations.DecideIdentityMutation, { input }),
    (data) => data.decideReporterIdentity,
  );
}

function versionRef(form: FormData) {
  return { caseId: readField(form, 'caseId'), expectedVersion: Number(readField(form, 'version')) };
}

function reasoned(form: FormData) {
  return { ...versionRef(form), reason: readField(form, 'reason') };
}

/** Points by criterion, sent as `points.<key>`; none at all when nothing was scored. */
function scored(form: FormData) {
  const scores = [...form.entries()].flatMap(([name, value]) =>
    name.startsWith('points.') && value !== ''
      ? [{ criterion: name.slice('points.'.length), points: Number(value) }]
      : [],
  );
  return { ...(scores.length > 0 ? { scores } : {}), comment: readField(form, 'comment') || null };
}

function errorsOf<D>(answer: Answer<D>, payload: (data: D) => { userErrors: UserErrors }): UserErrors | null {
  if (answer.data) return payload(answer.data).userErrors;
  if (answer.problem?.code === 'BAD_USER_INPUT' || answer.problem?.code === 'FORBIDDEN') {
    return [{ field: null, message: answer.problem.message, code: answer.problem.code }];
  }
  return null;
}

/** The page of the case, with the step that was taken and a mark that tells one success from the next. */
function donePath(form: FormData, intent: Intent): string {
  return `${pathOf(form)}?done=${intent}&at=${Date.now().toString(36)}`;
}

function pathOf(form: FormData): string {
  const language = readField(form, 'language') === 'en' ? 'en' : 'ar';
  return `/${language}/staff/cases/${encodeURIComponent(readField(form, 'reference'))}`;
}

function all(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value): value is string => typeof value === 'string' && value !== '');
}
