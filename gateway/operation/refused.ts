import type { Words } from '@bekhedmetkom/platform/errors';
import { GraphQLError } from 'graphql';

/** An operation that may not run: one or more errors, all of them the caller's. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly errors: readonly GraphQLError[];
  /** What is said instead of the message of GraphQL itself. */
  readonly words: Words | undefined;

  constructor(errors: readonly GraphQLError[], words?: Words) {
    super(errors[0]?.message);
    this.errors = errors;
    this.words = words;
  }
}

/** Refuses an operation as a whole, in words of ours. */
export function refuse(words: Words): Refused {
  return new Refused([badInput(words.en)], words);
}

/** Messages repeat what was sent: not more than this of it. */
const maxMessageLength = 500;

/** An error of the caller's; without the suggestion that GraphQL adds, which tells names of the schema. */
export function badInput(message: string, from?: GraphQLError): GraphQLError {
  return new GraphQLError(message.replace(/\s*Did you mean .*$/s, '').slice(0, maxMessageLength), {
    positions: from?.positions,
    source: from?.source,
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
