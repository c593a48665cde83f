// Connection lost, server shutting down or starting, too many connections.
const unavailableStates = /^(08...|57P0.|53300)$/;
/**
 * The server stopped one statement: it took too long (statement_timeout, or a request to cancel it), or a row was
 * locked for too long. The connection is well.
 */
const stoppedStates = new Set<unknown>(['57014', '55P03']);
const unavailableSystemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'ENOTFOUND',
]);
// node-postgres and its pool give these no code.
const unavailableMessages =
  /timeout exceeded when trying to connect|timeout expired|Query read timeout|Connection terminated|Client has encountered a connection error|Cannot use a pool after calling end/;

/** Says whether an error means that a database or service cannot be reached now, and may be later. */
export function isUnavailable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, message, cause, driverError, errors } = error as Record<string, unknown>;
  if (typeof code === 'string' && (unavailableStates.test(code) || unavailableSystemCodes.has(code)))
    return true;
  if (typeof message === 'string' && unavailableMessages.test(message)) return true;
  if (Array.isArray(errors) && errors.some(isUnavailable)) return true;
  return isUnavailable(driverError) || isUnavailable(cause);
}

/** Says whether the database stopped a statement because it took too long. Nothing else is wrong with it. */
export function isQueryTimeout(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, cause, driverError } = error as Record<string, unknown>;
  return stoppedStates.has(code) || isQueryTimeout(driverError) || isQueryTimeout(cause);
}
