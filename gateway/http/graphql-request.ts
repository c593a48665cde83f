import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { OperationRequest } from '../operation/prepare.ts';
import { words } from '../wording/words.ts';
import { HttpProblem } from './http-problem.ts';

/** Bytes of the longest body that is read (security.md G4). */
const maxBodyLength = 1024 * 1024;
const contentTypes = new Set(['application/json', 'application/graphql+json']);

const shape = z.object({
  query: z.string(),
  operationName: z
    .string()
    .nullish()
    .transform((name) => name ?? undefined),
  variables: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((variables) => variables ?? undefined),
  extensions: z.record(z.string(), z.unknown()).nullish(),
});

/**
 * Reads a GraphQL request from the query string of a GET or the JSON body of a POST.
 * Throws an HttpProblem: 400, 405, 413 or 415.
 */
export async function readGraphQLRequest(request: IncomingMessage): Promise<OperationRequest> {
  if (request.method === 'GET') return check(fromQueryString(request.url ?? ''));
  if (request.method === 'POST') return check(parseJson(await readBody(request)));
  throw new HttpProblem(405, words.usePost, { allow: 'GET, POST' });
}

function check(given: unknown): OperationRequest {
  if (Array.isArray(given)) throw new HttpProblem(400, words.noBatches);
  const { success, data, error } = shape.safeParse(given);
  if (success) return { query: data.query, operationName: data.operationName, variables: data.variables };
  const where = error.issues[0]?.path[0];
  throw new HttpProblem(400, where ? words.wrongType(String(where)) : words.notAnObject);
}

function fromQueryString(url: string): unknown {
  const start = url.indexOf('?');
  const parameters = new URLSearchParams(start < 0 ? '' : url.slice(start + 1));
  const json = (name: string) => {
    const text = parameters.get(name);
    return text ? parseJson(text) : undefined;
  };
  return {
    query: parameters.get('query') ?? undefined,
    operationName: parameters.get('operationName') || undefined,
    variables: json('variables'),
    extensions: json('extensions'),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpProblem(400, words.notJson);
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((each) => each.trim()).find((each) => each.startsWith('charset='));
  if (!contentTypes.has(type.trim()) || (charset && !/^charset="?utf-8"?$/.test(charset))) {
    throw new HttpProblem(415, words.sendJson);
  }
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') throw new HttpProblem(415, words.uncompressed);
  const tooLarge = () => new HttpProblem(413, words.bodyTooLarge, { connection: 'close' });
  if (Number(request.headers['content-length'] ?? 0) > maxBodyLength) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBodyLength) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof HttpProblem) throw error;
    throw new HttpProblem(400, words.bodyMissing);
  }
  return Buffer.concat(chunks, length).toString();
}
