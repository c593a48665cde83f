import { words } from '../wording/words.ts';
import { HttpProblem } from './http-problem.ts';

const responseType = 'application/graphql-response+json';
export const jsonType = 'application/json';
export const streamType = 'text/event-stream';
export type AnswerType = typeof responseType | typeof jsonType | typeof streamType;

const known: readonly AnswerType[] = [responseType, jsonType, streamType];

/**
 * Chooses the form of the answer by the Accept header: the most wanted one that we speak, plain JSON when
 * anything will do, as GraphQL over HTTP advises. Throws an HttpProblem 406.
 */
export function negotiate(accept: string | undefined): AnswerType {
  if (accept === undefined || accept.trim() === '') return jsonType;
  let best: { type: AnswerType; weight: number } | undefined;
  for (const part of accept.toLowerCase().split(',')) {
    const [range = '', ...parameters] = part.split(';').map((each) => each.trim());
    const quality = parameters.find((each) => each.startsWith('q='));
    const weight = quality ? Number(quality.slice(2)) : 1;
    const type =
      range === '*/*' || range === 'application/*' ? jsonType : known.find((each) => each === range);
    if (type && weight > (best?.weight ?? 0)) best = { type, weight };
  }
  if (!best) throw new HttpProblem(406, words.acceptOneOf(known.join(', ')));
  return best.type;
}
