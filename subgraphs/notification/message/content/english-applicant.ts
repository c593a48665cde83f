import type { ApplicantMessages } from '../message.ts';
import { answerComes, interim, outcomeToApplicant, rejection } from './english-phrases.ts';

/** What applicants read. */
export const toApplicants: ApplicantMessages = {
  'case-received': {
    title: 'We have received your request {reference}',
    body: '{hasEntity, select, yes {It is with {entity}. By {acknowledgeBy} we confirm who works on it.} other {We are finding out who is responsible, and confirm it by {acknowledgeBy}.}}',
  },
  'case-following': {
    title: 'We have received your request {reference}',
    body: 'It goes together with a request about the same matter that is being worked on already. We tell you at each step, and you get the same answer.',
  },
  'case-accepted': {
    title: 'Your request {reference} has someone working on it',
    body: `{hasEntity, select, yes {It is with {entity}.} other {}} ${answerComes}`,
  },
  'case-started': {
    title: 'Work on your request {reference} has begun',
    body: `{hasEntity, select, yes {{entity} is working on it.} other {}} ${answerComes}`,
  },
  'case-moved': {
    title: 'Your request {reference} is with another entity now',
    body: `{hasEntity, select, yes {{entity} is responsible for it and has taken it over.} other {}} ${answerComes}`,
  },
  'question-asked': {
    title: 'We have a question about your request {reference}',
    body: '{hasReplyBy, select, yes {Please answer by the end of {replyBy}. Until you answer} other {Please answer. Until you do}}, the time for our answer stands still; if you do not, work goes on with what is known.',
  },
  'question-lapsed': {
    title: 'Work on your request {reference} goes on',
    body: `The time to answer our question has passed; we go on with what is known. ${answerComes}`,
  },
  'interim-given': {
    title: 'There is an interim reply to your request {reference}',
    body: `${interim} The reply says why.`,
  },
  'case-answered': {
    title: 'Your request {reference} has an answer',
    body: `${outcomeToApplicant} Read it, and tell us whether it helped.`,
  },
  'case-rejected': {
    title: 'Your request {reference} was not accepted',
    body: `${rejection} The page of your request says more.`,
  },
  'case-merged': {
    title: 'Your request {reference} goes on together with another',
    body: 'Another request about the same matter is being worked on already. Yours follows it from now on: we tell you at each step, and you get the same answer.',
  },
  'case-reopened': {
    title: 'Your request {reference} is open again',
    body: `{hasEntity, select, yes {It is with {entity}.} other {}} ${answerComes}`,
  },
  'appeal-declined': {
    title: 'Your appeal about {reference} was decided',
    body: 'The follow-up team at the Prime Ministry looked at the request and does not open it again. The page of your request says why.',
  },
  'escalation-heard': {
    title: 'Your request about {reference} was passed on',
    body: 'Those who oversee the entity now know that you ask why the answer is late.',
  },
  'due-moved': {
    title: 'Your request {reference} has a new date',
    body: `The official working days changed, and the date of the answer with them. ${answerComes}`,
  },
  'case-closed': {
    title: 'Your request {reference} is closed',
    body: 'The time for rating has passed. The answer stays readable.',
  },
  'followed-started': {
    title: 'Work on your request {reference} has begun',
    body: `{hasEntity, select, yes {{entity} is working on it, together with others about the same matter.} other {It goes together with others about the same matter.}} ${answerComes}`,
  },
  'followed-interim': {
    title: 'There is an interim reply to your request {reference}',
    body: `${interim} It holds for all who wrote about the same matter.`,
  },
  'followed-answered': {
    title: 'Your request {reference} has an answer',
    body: `${outcomeToApplicant} It is the same for all who wrote about the matter.`,
  },
  'followed-rejected': {
    title: 'Your request {reference} was not accepted, nor was the one that it follows',
    body: `${rejection} If yours is another matter, tell us in a new request.`,
  },
  'followed-withdrawn': {
    title: 'The request that {reference} follows was withdrawn',
    body: 'Whoever filed it took it back. If the matter still concerns you, tell us in a new case: it is looked at by itself.',
  },
};
