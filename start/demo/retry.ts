import { setTimeout as sleep } from 'node:timers/promises';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { backOff } from '@bekhedmetkom/time/back-off';

interface Reply<T> {
  data: T;
  errors?: { message: string; extensions?: { code?: string } }[];
}

const passing = new Set<unknown>(['SERVICE_UNAVAILABLE', 'QUERY_TIMEOUT']);

/** On a machine that has much else to do, the database may be away for a moment. */
const maxAttempts = 8;

/**
 * Asks a graph, again while it says that it is not available. What was lost may have been done: only ask for what
 * may be asked twice. `who` is named in the StartupError that any other error becomes.
 */
export async function retry<T>(
  origin: string,
  headers: () => Record<string, string> | Promise<Record<string, string>>,
  body: { query: string; variables: object },
  who: string,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(await headers()) },
      body: JSON.stringify(body),
    });
    const { data, errors } = (await response.json()) as Reply<T>;
    const error = errors?.[0];
    if (!error) return data;
    if (!passing.has(error.extensions?.code) || attempt === maxAttempts) {
      throw new StartupError(`The demonstration's ${who} was refused: ${error.message}`);
    }
    await sleep(backOff(attempt, { first: 500, longest: 4_000 }));
  }
}
