import type { Messages } from '../message.ts';

const type =
  '{type, select, COMPLAINT {Complaint} INQUIRY {Inquiry} COMPLIMENT {Compliment} REPORT {Report} SUGGESTION {Suggestion} other {Case}}';
const importance =
  '{importance, select, LOW {low} MEDIUM {medium} HIGH {high} CRITICAL {critical} other {not set}}';
const due = '{hasDue, select, yes {The answer is due by the end of {due}.} other {}}';
const answerComes =
  '{hasDue, select, yes {You will have an answer by the end of {due}.} other {We tell you when there is an answer.}}';
const outcome =
  '{outcome, select, SOLVED {solved} PARTLY_SOLVED {solved in part} EXPLAINED {explained} ACCEPTED {accepted} PARTLY_ACCEPTED {accepted in part} NOT_ACCEPTED {not accepted} OUT_OF_REMIT {outside the remit of government entities} other {answered}}';

export const english: Messages = {
  'case-received': {
    title: 'We have received your case {reference}',
    body: '{hasEntity, select, yes {It is with {entity}. By {acknowledgeBy} we confirm who works on it.} other {We are finding out who is responsible, and confirm it by {acknowledgeBy}.}}',
  },
  'case-arrived': {
    title: 'New case {reference}',
    body: `${type} for {entity}, waiting to be classified by {acknowledgeBy}.`,
  },
  'case-unassigned': {
    title: 'Case {reference} has no responsible entity yet',
    body: `${type} waiting for the operation room to find who is responsible, by {acknowledgeBy}.`,
  },
  'case-accepted': {
    title: 'Your case {reference} has someone working on it',
    body: `{hasEntity, select, yes {It is with {entity}.} other {}} ${answerComes}`,
  },
  'case-assigned': {
    title: 'Case {reference} is assigned to you',
    body: `${type}, importance ${importance}. ${due}`,
  },
  'case-started': {
    title: 'Work on your case {reference} has begun',
    body: `{hasEntity, select, yes {{entity} is working on it.} other {}} ${answerComes}`,
  },
  'answer-to-review': {
    title: 'An answer waits for review: {reference}',
    body: `${type}{hasEntity, select, yes { of {entity}} other {}}, {reviews, plural, =0 {not reviewed before} one {reviewed once before} other {reviewed # times before}}. ${due}`,
  },
  'case-answered': {
    title: 'Your case {reference} has an answer',
    body: `{outcome, select, SOLVED {The matter is solved.} PARTLY_SOLVED {The matter is solved in part.} EXPLAINED {Your question is answered.} ACCEPTED {Your suggestion is accepted.} PARTLY_ACCEPTED {Your suggestion is accepted in part.} NOT_ACCEPTED {Your suggestion is not accepted; the answer says why.} OUT_OF_REMIT {The matter is outside the remit of government entities; the answer says who can help.} other {The answer is published.}} Read it, and tell us whether it helped.`,
  },
  'answer-published': {
    title: 'Your answer to {reference} is published',
    body: `The review approved it. Outcome: ${outcome}.`,
  },
  'answer-returned': {
    title: 'Your answer to {reference} came back',
    body: `The review asks for changes; the case says which. {reviews, plural, =0 {} one {It was reviewed once.} other {It was reviewed # times.}} ${due}`,
  },
  'case-rated': {
    title: 'Case {reference} was rated',
    body: '{score, plural, one {# star} other {# stars}} out of 5. {solved, select, YES {The applicant says it is solved.} PARTLY {The applicant says it is solved in part.} NO {The applicant says it is not solved.} other {}}',
  },
  'case-closed': {
    title: 'Your case {reference} is closed',
    body: 'The time for rating has passed. The answer stays readable.',
  },
};
