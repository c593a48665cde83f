import { z } from 'zod';
import { Fault } from '../../errors/errors.ts';
import type { LogPage } from '../log/event-log.ts';

const logPage = z.object({
  events: z.array(
    z.object({
      position: z.number().int(),
      id: z.string(),
      key: z.string(),
      version: z.number().int(),
      type: z.string(),
      at: z.string(),
      payload: z.unknown(),
    }),
  ),
  head: z.number().int(),
  first: z.number().int(),
});

const timeout = 5_000;

/** Asks a publisher, under an internal identity, for the next page of its log. */
export async function fetchLog(
  origin: string,
  token: string,
  after: number,
  limit: number,
): Promise<LogPage> {
  const response = await fetch(`${origin}/events?after=${after}&limit=${limit}`, {
    headers: { 'x-internal-identity': token },
    signal: AbortSignal.timeout(timeout),
  });
  if (response.status === 410) {
    throw new Fault(
      'RESYNC_REQUIRED',
      `the log of ${origin} is shorter than what was followed here: rebuild`,
    );
  }
  if (!response.ok) throw new Error(`${origin}/events answered ${response.status}`);
  return logPage.parse(await response.json());
}
