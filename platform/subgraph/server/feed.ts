import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Viewer } from '../../auth/auth.ts';
import type { Database } from '../../database/database.ts';
import { Fault } from '../../errors/errors.ts';
import { readLog } from '../../outbox/outbox.ts';
import { sendJson } from './http.ts';

const question = z.object({
  after: z.coerce.number().int().min(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(200),
});

/** Hands a page of the log to another of our programs: GET /events?after=…&limit=… */
export async function answerFeed(
  log: Database,
  viewer: Viewer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (viewer.kind !== 'service') throw new Fault('FORBIDDEN', 'Only programs follow the log.');
  const { searchParams } = new URL(request.url ?? '', 'http://here');
  const asked = question.safeParse(Object.fromEntries(searchParams));
  if (!asked.success)
    throw new Fault('BAD_USER_INPUT', 'Ask for /events?after=<position>&limit=<1 to 1000>.');
  const page = await readLog(log, asked.data.after, asked.data.limit);
  if (asked.data.after > page.head)
    throw new Fault('RESYNC_REQUIRED', `The log ends at ${page.head}: begin again.`);
  sendJson(response, 200, page);
}
