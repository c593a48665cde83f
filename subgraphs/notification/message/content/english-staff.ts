import type { StaffMessages } from '../message.ts';
import {
  due,
  importance,
  level,
  ofEntity,
  outcome,
  rejectionCode,
  type,
  verdict,
} from './english-phrases.ts';

/** What staff read. */
export const toStaff: StaffMessages = {
  'case-arrived': {
    title: 'New case {reference}',
    body: `${type} for {entity}, waiting to be classified by {acknowledgeBy}.`,
  },
  'case-unassigned': {
    title: 'Case {reference} has no responsible entity yet',
    body: `${type} waiting for the operation room to find who is responsible, by {acknowledgeBy}.`,
  },
  'case-assigned': {
    title: 'Case {reference} is assigned to you',
    body: `${type}, importance ${importance}. ${due}`,
  },
  'transfer-asked': {
    title: 'You are asked to take over case {reference}',
    body: `${type}${ofEntity}. Accept or refuse it; without a decision in time the operation room decides. ${due}`,
  },
  'transfer-accepted': {
    title: 'The transfer of {reference} was accepted',
    body: '{hasEntity, select, yes {{entity} has the case now.} other {Another entity has the case now.}}',
  },
  'transfer-refused': {
    title: 'The transfer of {reference} was refused',
    body: `The case says why. {hasTarget, select, yes {The operation room decides now.} other {The case is with you again.}} ${due}`,
  },
  'transfer-to-decide': {
    title: 'Decide who takes case {reference}',
    body: `${type}${ofEntity}{hasTarget, select, yes {, offered to {target}} other {}}. Nobody else decides about it any more. ${due}`,
  },
  'applicant-replied': {
    title: 'The applicant answered your question about {reference}',
    body: `The clock runs again. ${due}`,
  },
  'nobody-replied': {
    title: 'Nobody answered your question about {reference}',
    body: `The time for it has passed and the clock runs again; go on with what is known. ${due}`,
  },
  'part-requested': {
    title: 'You are asked for a part of the answer to {reference}',
    body: `${type}${ofEntity}. The case waits for what you know. ${due}`,
  },
  'part-answered': {
    title: 'A part of the answer to {reference} has come',
    body: `It stands in the case. ${due}`,
  },
  'part-withdrawn': {
    title: 'Your part of the answer to {reference} is not needed any more',
    body: 'It was withdrawn; the case says why.',
  },
  'interim-proposed': {
    title: 'An interim reply to {reference} waits for your approval',
    body: `${type}${ofEntity}. The applicant hears of a later date only once you agree. ${due}`,
  },
  'interim-approved': {
    title: 'The interim reply to {reference} was given',
    body: 'The applicant knows the new date. First promised: the end of {originalDue}; now: the end of {due}.',
  },
  'interim-declined': {
    title: 'The interim reply to {reference} was declined',
    body: `The date stays; the case says why. ${due}`,
  },
  'answer-to-review': {
    title: 'An answer waits for review: {reference}',
    body: `${type}${ofEntity}, {reviews, plural, =0 {not reviewed before} one {reviewed once before} other {reviewed # times before}}. ${due}`,
  },
  'answer-published': {
    title: 'Your answer to {reference} is published',
    body: `The review approved it. Outcome: ${outcome}.`,
  },
  'answer-returned': {
    title: 'Your answer to {reference} came back',
    body: `The review asks for changes; the case says which. {reviews, plural, =0 {} one {It was reviewed once.} other {It was reviewed # times.}} ${due}`,
  },
  'rejection-proposed': {
    title: 'A rejection waits for your decision: {reference}',
    body: `${type}${ofEntity}. The entity proposes to reject it; only you can. ${due}`,
  },
  'rejection-approved': {
    title: 'Case {reference} was rejected',
    body: `As proposed: ${rejectionCode}. The applicant has been told.`,
  },
  'rejection-declined': {
    title: 'Case {reference} is not rejected',
    body: `The operation room declined; the case says why. Work goes on. ${due}`,
  },
  'merged-away': {
    title: 'Case {reference} was merged into another',
    body: 'There is nothing left to do in it: its reporter follows the other case.',
  },
  'case-withdrawn': {
    title: 'Case {reference} was withdrawn',
    body: 'The applicant took it back. There is nothing left to do in it.',
  },
  'case-rated': {
    title: 'Case {reference} was rated',
    body: `{score, plural, one {# star} other {# stars}} out of 5. ${verdict}`,
  },
  'answer-to-score': {
    title: 'A badly rated answer waits to be scored: {reference}',
    body: `${type}${ofEntity}: {score, plural, one {# star} other {# stars}} out of 5.`,
  },
  'answer-scored': {
    title: 'The answer to {reference} was scored',
    body: 'By the rubric: {quality}. The case says how.',
  },
  'case-came-back': {
    title: 'Case {reference} was reopened',
    body: `A new round begins, with half the time and more importance; the case says why. ${due}`,
  },
  'appeal-made': {
    title: 'An appeal waits for your decision: {reference}',
    body: `${type}${ofEntity}. The applicant has reopened it as often as possible and still disagrees.`,
  },
  'case-near-due': {
    title: 'Reminder: case {reference} is due soon',
    body: `${type}${ofEntity}, importance ${importance}. Most of the time is used. ${due}`,
  },
  'case-escalated': {
    title:
      'Escalated to {level, select, L2 {the secretary general} L3 {the minister} L4 {the Prime Ministry} other {the operation room}}: case {reference} is late',
    body: `${type}${ofEntity}. {hasDue, select, yes {${level}.} other {Nobody has acknowledged it since {submitted}.}}`,
  },
  'escalation-requested': {
    title: 'The applicant asks for escalation: {reference}',
    body: `${type}${ofEntity}. {hasDue, select, yes {${level}.} other {Nobody has acknowledged it since {submitted}.}}`,
  },
  'note-mention': {
    title: 'You are mentioned in a note on {reference}',
    body: `${type}${ofEntity}. The note is for staff only.`,
  },
  'promise-noted': {
    title: 'Your promise about {reference} was noted',
    body: 'The operation room noted that you promised it by {promisedOn}.',
  },
};
