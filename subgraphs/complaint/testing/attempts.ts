/** What may be tried on a case in a test, and by whom. */
import type { Viewer } from '@bekhedmetkom/platform/auth';
import { postId } from './documents.ts';
import { layla, mainFocalPoint, operationRoom, reviewer, subFocalPoint, waterFocalPoint } from './viewers.ts';

export const actors = {
  applicant: layla,
  focalPoint: mainFocalPoint,
  officer: subFocalPoint,
  otherEntity: waterFocalPoint,
  room: operationRoom,
  quality: reviewer,
} satisfies Record<string, Viewer>;
export type ActorName = keyof typeof actors;

interface Trying {
  mutation: string;
  /** Of the input, when it is not named like the mutation. */
  type?: string;
  by: 'id' | 'reference';
  input(facts: { parent: string; part: number }): object;
}

const reason = 'Because it is so, and everybody can see it.';
const step = (mutation: string): Trying => ({
  mutation,
  type: 'CaseActionInput',
  by: 'id',
  input: () => ({}),
});
const said = (mutation: string, input: Trying['input']): Trying => ({ mutation, by: 'id', input });
const applied = (mutation: string, more: object): Trying => ({
  mutation,
  by: 'reference',
  input: () => more,
});
const criteria = ['complete', 'correct', 'clear', 'respectful', 'next-step'];
const scores = criteria.map((criterion) => ({ criterion, points: 4 }));
const assigneePostId = postId('MOH-SFP-1');

export const attempts = {
  classify: said('classifyCase', () => ({
    importance: 'MEDIUM',
    pillar: 'TIME',
    categoryCode: 'WAIT',
    assigneePostId,
  })),
  start: step('startCase'),
  transfer: said('transferCase', () => ({ toEntityCode: 'MIYAHUNA', reason })),
  refuse: said('refuseTransfer', () => ({ reason })),
  ask: said('askApplicant', () => ({ question: 'On which day was it?' })),
  reply: applied('replyToQuestion', { text: 'It was on Sunday.' }),
  requestContribution: said('requestContribution', () => ({
    entityCode: 'MIYAHUNA',
    question: 'Was the water cut that day?',
  })),
  answerContribution: said('answerContribution', ({ part }) => ({
    contribution: Math.max(1, part),
    text: 'It was cut from nine to noon.',
  })),
  withdrawContribution: said('withdrawContribution', ({ part }) => ({
    contribution: Math.max(1, part),
    reason,
  })),
  propose: said('proposeAnswer', () => ({
    outcome: 'SOLVED',
    text: 'A second doctor has worked there since Sunday, and nobody waits longer than an hour.',
  })),
  approve: said('approveAnswer', () => ({ scores })),
  return: said('returnAnswer', () => ({ reason })),
  proposeRejection: said('proposeRejection', () => ({ code: 'SUB_JUDICE', text: reason })),
  reject: step('approveRejection'),
  declineRejection: said('declineRejection', () => ({ reason })),
  merge: said('mergeCase', ({ parent }) => ({ intoReference: parent })),
  withdraw: applied('withdrawCase', {}),
  separate: applied('separateCase', {}),
  rate: applied('rateCase', { score: 4, solved: 'YES' }),
  reopen: applied('reopenCase', { reason }),
  reopenByRoom: said('reopenByStaff', () => ({ reason })),
  appeal: applied('appealCase', { reason }),
  declineAppeal: said('declineAppeal', () => ({ reason })),
  escalate: { ...applied('requestEscalation', {}), type: 'ApplicantActionInput' },
} satisfies Record<string, Trying>;
export type Attempt = keyof typeof attempts;

/** Who does it on an ordinary day. */
export const usual: Record<Attempt, ActorName> = {
  classify: 'focalPoint',
  start: 'officer',
  transfer: 'focalPoint',
  refuse: 'otherEntity',
  ask: 'officer',
  reply: 'applicant',
  requestContribution: 'focalPoint',
  answerContribution: 'otherEntity',
  withdrawContribution: 'focalPoint',
  propose: 'officer',
  approve: 'quality',
  return: 'quality',
  proposeRejection: 'focalPoint',
  reject: 'room',
  declineRejection: 'room',
  merge: 'focalPoint',
  withdraw: 'applicant',
  separate: 'applicant',
  rate: 'applicant',
  reopen: 'applicant',
  reopenByRoom: 'room',
  appeal: 'applicant',
  declineAppeal: 'room',
  escalate: 'applicant',
};
