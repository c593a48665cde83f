import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Verifier, Viewer } from '../../auth/auth.ts';
import { type ErrorCode, Fault } from '../../errors/errors.ts';
import { cleanRequest, mayHoldUnstorable } from './clean-text.ts';

const statuses: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  RESYNC_REQUIRED: 410,
  QUERY_TIMEOUT: 504,
  SERVICE_UNAVAILABLE: 503,
};

const maxBodyLength = 1_000_000;

/** The id under which everybody logs one request: the caller's, when it looks like one, else a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
}

/** Who asks. Throws a Fault UNAUTHENTICATED, whatever is asked. */
export function viewerOf(request: IncomingMessage, verifier: Verifier): Promise<Viewer> {
  const token = request.headers['x-internal-identity'];
  return verifier.verify(typeof token === 'string' ? token : '');
}

/** Reads a JSON body, without what the database cannot keep. Throws a Refusal 415, 413 or 400. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new Refusal(415, 'BAD_REQUEST', 'The body must be application/json.');
  }
  const body = await readBody(request);
  const text = body.toString();
  try {
    const parsed: unknown = JSON.parse(text);
    return mayHoldUnstorable(text) ? cleanRequest(parsed) : parsed;
  } catch {
    throw new Refusal(400, 'BAD_REQUEST', 'The body is not JSON.');
  }
}

function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > maxBodyLength) reject(new Refusal(413, 'BAD_REQUEST', 'The body is larger than 1 MB.'));
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('close', () => {
      if (!request.complete) reject(new Refusal(400, 'BAD_REQUEST', 'The body broke off.'));
    });
  });
}

/** A request that HTTP itself turns down, before GraphQL. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(body));
}

export function send(response: ServerResponse, status: number, type: string, text: string): void {
  if (!response.req.complete) response.shouldKeepAlive = false; // What still comes of the body is not read.
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

/** Answers with what may be said of an error; says whether it was one that nobody foresaw. */
export function sendError(response: ServerResponse, error: unknown): boolean {
  const foreseen = error instanceof Refusal || (error instanceof Fault && statuses[error.code] !== undefined);
  const status =
    error instanceof Refusal ? error.status : error instanceof Fault ? (statuses[error.code] ?? 500) : 500;
  const code = foreseen ? error.code : 'INTERNAL_SERVER_ERROR';
  const message = foreseen ? error.message : 'Something went wrong on our side.';
  if (!response.headersSent) sendJson(response, status, { errors: [{ message, extensions: { code } }] });
  else response.destroy();
  return !foreseen;
}
