import type { Viewer } from '@bekhedmetkom/platform/auth';
import { commonWords, type ErrorCode, Fault } from '@bekhedmetkom/platform/errors';
import type { GraphQLFormattedError } from 'graphql';
import { words } from '../wording/words.ts';
import { Refused } from './refused.ts';

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
  'QUERY_TIMEOUT',
  'SUBGRAPH_UNAVAILABLE',
  'SERVICE_UNAVAILABLE',
  'RESYNC_REQUIRED',
] satisfies ErrorCode[]);

// What a subgraph may say about an error beside its code. A stack or a host name is not among it.
const shownExtensions = ['code', 'retryAfter', 'field', 'successor', 'argumentName'];

export type Report = (hidden: unknown) => void;

/** To whom an error is told, and under which id it is logged. */
export interface Addressee {
  viewer: Pick<Viewer, 'language'>;
  requestId: string;
}

interface ExecutionError {
  message: string;
  path?: readonly (string | number)[] | undefined;
  extensions?: Record<string, unknown>;
}

/**
 * What a caller may see of an error that an execution carries: those with a code of ours as they are,
 * of all others only that there was one and the request id to ask about. `report` gets what was hidden.
 */
export function maskError(
  error: ExecutionError,
  { viewer, requestId }: Addressee,
  report: Report,
): GraphQLFormattedError {
  const where = error.path ? { path: error.path } : {};
  const { extensions = {} } = error;
  const { code } = extensions;
  if (!shown.has(code)) {
    report(error);
    const message = commonWords.internal[viewer.language];
    return { message, ...where, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } };
  }
  const kept = shownExtensions.filter((name) => name in extensions).map((name) => [name, extensions[name]]);
  const message = code === 'SUBGRAPH_UNAVAILABLE' ? words.partAway[viewer.language] : error.message;
  return { message, ...where, extensions: Object.fromEntries(kept) };
}

/** The same for all errors of one answer. */
export function maskErrors(
  errors: readonly ExecutionError[] | undefined,
  addressee: Addressee,
  report: Report,
): GraphQLFormattedError[] {
  return errors?.map((error) => maskError(error, addressee, report)) ?? [];
}

/** The same for whatever was thrown instead of an answer. */
export function maskThrown(
  thrown: unknown,
  { viewer, requestId }: Addressee,
  report: Report,
): GraphQLFormattedError[] {
  const { language } = viewer;
  if (thrown instanceof Refused) {
    return thrown.errors.map(({ message, locations, extensions }) => ({
      message: thrown.words?.[language] ?? words.badOperation(message)[language],
      ...(locations && { locations }),
      extensions: { code: extensions.code },
    }));
  }
  if (thrown instanceof Fault && thrown.code !== 'INTERNAL_SERVER_ERROR') {
    return [{ message: thrown.messageIn(language), extensions: { ...thrown.extensions, code: thrown.code } }];
  }
  report(thrown);
  return [
    {
      message: commonWords.internal[language],
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
    },
  ];
}
