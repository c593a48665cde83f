/** How the gateway closes a socket whose session has run out. */
const sessionCodes = new Set([4401, 4403]);

/** The code of GraphQL errors, or what the way in which a socket closed stands for. */
export function codeOf(problem: unknown): string {
  if (Array.isArray(problem)) {
    const code: unknown = problem[0]?.extensions?.code;
    return typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR';
  }
  if (typeof problem === 'object' && problem !== null && 'code' in problem) {
    return typeof problem.code === 'number' && sessionCodes.has(problem.code) ? 'UNAUTHENTICATED' : 'SOCKET';
  }
  return 'SOCKET';
}

/** The code of an event that holds no data: its own where that says what to do, else `WITHOUT_DATA`. */
export function codeWithoutData(errors: unknown): string {
  const code = codeOf(errors);
  return code === 'INTERNAL_SERVER_ERROR' || code === 'SOCKET' ? 'WITHOUT_DATA' : code;
}
