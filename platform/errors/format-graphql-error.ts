import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { commonWords } from './common-words.ts';
import { errorCodes, Fault } from './fault.ts';
import { isQueryTimeout, isUnavailable } from './unavailable.ts';

// What a GraphQL server itself says about a malformed request.
const requestCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);
const publicCodes = new Set<unknown>([
  ...errorCodes.filter((code) => code !== 'INTERNAL_SERVER_ERROR'),
  ...requestCodes,
]);

/**
 * Turns any error into what a caller may see: faults and malformed requests as they are, a database that
 * cannot be reached as SERVICE_UNAVAILABLE, a statement that took too long as QUERY_TIMEOUT, everything else as
 * INTERNAL_SERVER_ERROR with nothing but the request id. The words are in the caller's language, English unless
 * given. `report` receives what was hidden.
 */
export function formatGraphQLError(
  error: unknown,
  options: {
    requestId?: string | undefined;
    language?: 'ar' | 'en' | undefined;
    report?: (hidden: unknown) => void;
  } = {},
): GraphQLFormattedError {
  const { language = 'en' } = options;
  const graphQLError = error instanceof GraphQLError ? error : undefined;
  const where = {
    ...(graphQLError?.locations && { locations: graphQLError.locations }),
    ...(graphQLError?.path && { path: graphQLError.path }),
  };
  const origin = findOrigin(error);

  if (origin instanceof Fault && origin.code !== 'INTERNAL_SERVER_ERROR') {
    const message = origin.messageIn(language);
    return { message, ...where, extensions: { ...origin.extensions, code: origin.code } };
  }
  if (origin instanceof GraphQLError && publicCodes.has(origin.extensions.code)) {
    const { stacktrace: _, http: __, ...extensions } = origin.extensions;
    const message = language === 'ar' ? `الطلب غير صحيح: ${origin.message}` : origin.message;
    return { message, ...where, extensions };
  }
  options.report?.(origin);
  const requestId = options.requestId && { requestId: options.requestId };
  const [code, words] = isUnavailable(origin)
    ? (['SERVICE_UNAVAILABLE', commonWords.databaseAway] as const)
    : isQueryTimeout(origin)
      ? (['QUERY_TIMEOUT', commonWords.tooSlow] as const)
      : (['INTERNAL_SERVER_ERROR', commonWords.internal] as const);
  return { message: words[language], ...where, extensions: { code, ...requestId } };
}

// A resolver's error comes wrapped in a GraphQLError that adds the path; libraries wrap it again, some with a
// code of their own.
function findOrigin(error: unknown): unknown {
  const inner = error instanceof GraphQLError ? error.originalError : undefined;
  if (!inner) return error;
  const origin = findOrigin(inner);
  return origin instanceof GraphQLError && !publicCodes.has(origin.extensions.code) ? error : origin;
}
