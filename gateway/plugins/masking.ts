import { type ErrorCode, Fault } from '@bekhedmetkom/platform/errors';
import type { GraphQLFormattedError } from 'graphql';
import { Refused } from '../operation/prepare.ts';

const shown = new Set<unknown>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'THROTTLED',
  'RATE_LIMITED',
  'MAX_COST_EXCEEDED',
  'PERSISTED_DOCUMENT_NOT_FOUND',
  'IDEMPOTENCY_MISMATCH',
  'SUBGRAPH_UNAVAILABLE',
  'SERVICE_UNAVAILABLE',
  'RESYNC_REQUIRED',
] satisfies ErrorCode[]);

// What a subgraph may say about an error beside its code. A stack or a host name is not among it.
const shownExtensions = ['code', 'retryAfter', 'field', 'successor', 'argumentName'];

export type Report = (hidden: unknown) => void;

/**
 * What a caller may see of an error that an execution carries: those with a code of ours as they are,
 * of all others only that there was one and the request id to ask about. `report` gets what was hidden.
 */
export function maskError(
  error: {
    message: string;
    path?: readonly (string | number)[] | undefined;
    extensions?: Record<string, unknown>;
  },
  requestId: string,
  report: Report,
): GraphQLFormattedError {
  const where = error.path ? { path: error.path } : {};
  const { extensions = {} } = error;
  if (!shown.has(extensions.code)) {
    report(error);
    const message = 'Something went wrong on our side.';
    return { message, ...where, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } };
  }
  const kept = shownExtensions.filter((name) => name in extensions).map((name) => [name, extensions[name]]);
  return { message: error.message, ...where, extensions: Object.fromEntries(kept) };
}

/** The same for whatever was thrown instead of an answer. */
export function maskThrown(thrown: unknown, requestId: string, report: Report): GraphQLFormattedError[] {
  if (thrown instanceof Refused) {
    return thrown.errors.map(({ message, locations, extensions }) => ({
      message,
      ...(locations && { locations }),
      extensions: { code: extensions.code },
    }));
  }
  if (thrown instanceof Fault && thrown.code !== 'INTERNAL_SERVER_ERROR') {
    return [{ message: thrown.message, extensions: { ...thrown.extensions, code: thrown.code } }];
  }
  report(thrown);
  return [
    {
      message: 'Something went wrong on our side.',
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
    },
  ];
}
