import type { ServerResponse } from 'node:http';
import type { Answer } from '../execution/runner.ts';
import { type AnswerType, jsonType, streamType } from './negotiate.ts';

const statuses: Record<string, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  THROTTLED: 429,
  SERVICE_UNAVAILABLE: 503,
  SUBGRAPH_UNAVAILABLE: 503,
  QUERY_TIMEOUT: 504,
  INTERNAL_SERVER_ERROR: 500,
};

/**
 * Writes an answer as GraphQL over HTTP says: with our own media type the status tells whether the
 * operation ran at all; plain JSON is 200 wherever the request itself was understood, save for those whose
 * status something between us and the caller acts upon (401, 429, 503).
 */
export function sendAnswer(response: ServerResponse, type: AnswerType, answer: Answer): void {
  if (response.destroyed || response.headersSent) return;
  const code = answer.errors?.[0]?.extensions?.code;
  const ran = 'data' in answer;
  let status = 200;
  if (!ran) {
    status = statuses[String(code)] ?? 400;
    if (type === jsonType && (status === 400 || status === 403)) status = 200;
  }
  const wait = answer.errors?.find((error) => typeof error.extensions?.retryAfter === 'number')?.extensions
    ?.retryAfter;
  if (wait !== undefined) response.setHeader('retry-after', String(wait));
  const body = Buffer.from(JSON.stringify(answer));
  response.writeHead(status, {
    'content-type': `${type === streamType ? jsonType : type}; charset=utf-8`,
    'content-length': body.length,
  });
  response.end(body);
}
