import type { ServerResponse } from 'node:http';
import { Fault, isUnavailable, StartupError } from '../../errors/errors.ts';
import { sendJson } from './http.ts';

/** The process is alive. */
export function answerHealth(response: ServerResponse): void {
  sendJson(response, 200, { status: 'alive' });
}

/** The program can do its work; if not, 503 and why. */
export async function answerReady(response: ServerResponse, ready: () => Promise<void>): Promise<void> {
  try {
    await ready();
    sendJson(response, 200, { status: 'ready' });
  } catch (error) {
    sendJson(response, 503, { status: 'not ready', reason: reasonOf(error) });
  }
}

// Other errors may carry addresses or secrets.
function reasonOf(error: unknown): string {
  if (isUnavailable(error)) return 'the database does not answer';
  return error instanceof Fault || error instanceof StartupError ? error.message : 'not yet';
}
