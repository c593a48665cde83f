import Negotiator from 'negotiator';
import { words } from '../wording/words.ts';
import { HttpProblem } from './http-problem.ts';

const responseType = 'application/graphql-response+json';
export const jsonType = 'application/json';
export const streamType = 'text/event-stream';
export type AnswerType = typeof responseType | typeof jsonType | typeof streamType;

/** Plain JSON first: what is taken when anything will do, as GraphQL over HTTP advises. */
const known: AnswerType[] = [jsonType, responseType, streamType];

/**
 * Chooses the form of the answer by the Accept header: the most wanted one that we speak. Throws an HttpProblem 406.
 */
export function negotiate(accept: string | undefined): AnswerType {
  if (accept === undefined || accept.trim() === '') return jsonType;
  const best = new Negotiator({ headers: { accept: accept.toLowerCase() } }).mediaType(known);
  const type = known.find((each) => each === best);
  if (!type) throw new HttpProblem(406, words.acceptOneOf(known.join(', ')));
  return type;
}
