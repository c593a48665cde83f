import type { CombinedError } from '@urql/core';

/** Why a question to the gateway was not (fully) answered: a code of partner-api.md and a sentence. */
export interface Problem {
  code: string;
  message: string;
  /** The field that failed, when the rest of the answer came. */
  path: readonly (string | number)[] | null;
  /** Seconds until it makes sense to try again, when the gateway said so. */
  retryAfter: number | null;
}

/** The first thing that went wrong, or null. A gateway that does not answer is `SERVICE_UNAVAILABLE`. */
export function toProblem(error: CombinedError | undefined): Problem | null {
  if (!error) return null;
  const [first] = error.graphQLErrors;
  if (!first) return { code: 'SERVICE_UNAVAILABLE', message: error.message, path: null, retryAfter: null };
  const { code, retryAfter } = first.extensions;
  return {
    code: typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR',
    message: first.message,
    path: first.path ?? null,
    retryAfter: typeof retryAfter === 'number' ? retryAfter : null,
  };
}
