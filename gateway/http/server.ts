import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Clock } from '@bekhedmetkom/platform/auth';
import { commonWords, type ErrorCode, Fault } from '@bekhedmetkom/platform/errors';
import { makeHttpServer } from '@bekhedmetkom/platform/http';
import type { Logger, Metrics } from '@bekhedmetkom/platform/telemetry';
import type { Authentication, Credentials } from '../authentication/authentication.ts';
import type { Revocations } from '../authentication/revocations.ts';
import type { Session } from '../authentication/session.ts';
import type { Runner } from '../execution/runner.ts';
import type { Prepared } from '../operation/prepare.ts';
import { words } from '../wording/words.ts';
import type { EventStreams } from './event-stream.ts';
import type { Files } from './files.ts';
import { readGraphQLRequest } from './graphql-request.ts';
import { sendAnswer } from './graphql-response.ts';
import { HttpProblem } from './http-problem.ts';
import { readLanguage } from './language.ts';
import { jsonType, negotiate, streamType } from './negotiate.ts';
import { corsHeaders, preflightHeaders } from './origin.ts';

export interface HttpOptions {
  runner: Runner;
  authentication: Authentication;
  streams: EventStreams;
  files: Files;
  allowedOrigin(origin: string | undefined): boolean;
  credentials(request: IncomingMessage): Credentials;
  revocations: Revocations;
  /** Rejects with a Fault that says what is missing. */
  ready(): Promise<void>;
  /** What is told as `x-now` to those who ask whether it is ready. */
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
}

/** The code beside a status; of every other it is BAD_USER_INPUT. */
const codes: Record<number, ErrorCode> = {
  401: 'UNAUTHENTICATED',
  429: 'RATE_LIMITED',
  500: 'INTERNAL_SERVER_ERROR',
  503: 'SERVICE_UNAVAILABLE',
};

const requestIdShape = /^[\w.:-]{1,64}$/;

/** Makes the gateway's HTTP server; the caller listens and closes. */
export function makeServer(options: HttpOptions): Server {
  const { runner, authentication, streams, logger, metrics } = options;
  const duration = metrics.histogram('gateway_operation_seconds', 'Time to answer an operation over HTTP', [
    'kind',
  ]);

  async function graphql(
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
  ): Promise<void> {
    const stop = duration.startTimer();
    const type = negotiate(request.headers.accept);
    const asked = await readGraphQLRequest(request);
    const credentials = options.credentials(request);
    const { language } = credentials;
    let kind = 'refused';
    try {
      const session = await authentication.authenticate(credentials);
      const prepared = runner.prepare(asked, session);
      kind = prepared.operation.definition.operation;
      assertTransport(request, prepared, type);
      if (type === streamType) await streams.answer(response, prepared, session, requestId);
      else sendAnswer(response, type, await runner.answer(prepared, session, requestId));
    } catch (thrown) {
      if (thrown instanceof HttpProblem) throw thrown;
      sendAnswer(response, type, { errors: runner.mask(thrown, { viewer: { language }, requestId }) });
    }
    stop({ kind });
  }

  /** Who asks for something beside the graph: 401 for a token that is not good. */
  async function known(given: Credentials): Promise<Session> {
    return authentication.authenticate(given).catch((error: unknown) => {
      if (error instanceof Fault && error.code === 'UNAUTHENTICATED')
        throw new HttpProblem(401, { ar: error.messageIn('ar'), en: error.messageIn('en') });
      throw error;
    });
  }

  async function signOut(given: Credentials): Promise<void> {
    try {
      const { tokenId, expiresAt } = await authentication.authenticate(given);
      if (tokenId !== null && expiresAt !== null) await options.revocations.revoke(tokenId, expiresAt);
    } catch (error) {
      // A token that is good no more needs no revoking.
      if (!(error instanceof Fault && error.code === 'UNAUTHENTICATED')) throw error;
    }
  }

  async function route(request: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> {
    const { method } = request;
    const path = request.url?.split('?', 1)[0];
    if (path === '/graphql' && method !== 'OPTIONS') return graphql(request, response, requestId);
    if (path?.startsWith('/files/') && method !== 'OPTIONS') {
      const { viewer } = await known(options.credentials(request));
      return options.files.answer(request, response, viewer, requestId);
    }
    if (path === '/health') return sendText(response, 200, 'ok');
    if (path === '/ready') {
      const missing = await options.ready().then(
        () => null,
        (error: unknown) => (error instanceof Fault ? error.message : 'not yet'),
      );
      response.setHeader('x-now', String(options.clock.now()));
      return sendText(response, missing ? 503 : 200, missing ? `not ready: ${missing}` : 'ready');
    }
    if (path === '/logout' && method === 'POST') {
      await signOut(options.credentials(request));
      response.writeHead(204).end();
      return undefined;
    }
    if (method === 'OPTIONS') {
      const { origin } = request.headers;
      response.writeHead(204, origin && options.allowedOrigin(origin) ? preflightHeaders(origin) : {}).end();
      return undefined;
    }
    throw new HttpProblem(404, words.nothingHere);
  }

  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    const given = request.headers['x-request-id'];
    const requestId = typeof given === 'string' && requestIdShape.test(given) ? given : randomUUID();
    const { origin } = request.headers;
    const cors = origin && options.allowedOrigin(origin) ? corsHeaders(origin) : {};
    response.setHeaders(
      new Headers({ 'x-request-id': requestId, 'x-content-type-options': 'nosniff', ...cors }),
    );
    route(request, response, requestId).catch((thrown: unknown) => {
      const problem = thrown instanceof HttpProblem ? thrown : undefined;
      if (!problem) logger.error({ err: thrown, requestId }, 'a request failed');
      if (response.headersSent) {
        response.destroy();
        return;
      }
      const status = problem?.status ?? 500;
      for (const [name, value] of Object.entries(problem?.headers ?? {})) response.setHeader(name, value);
      const code = codes[status] ?? 'BAD_USER_INPUT';
      const language = readLanguage(request.headers['accept-language']);
      const message = (problem?.words ?? commonWords.internal)[language];
      sendText(
        response,
        status,
        JSON.stringify({ errors: [{ message, extensions: { code, requestId } }] }),
        jsonType,
      );
      // The rest of a body that nobody reads.
      request.resume();
    });
  };
  return makeHttpServer(onRequest, { isLarge: ({ url }) => url?.startsWith('/files/') ?? false });
}

function assertTransport(request: IncomingMessage, { operation }: Prepared, type: string): void {
  const kind = operation.definition.operation;
  if (request.method === 'GET' && kind === 'mutation') {
    throw new HttpProblem(405, words.mutationByPost, { allow: 'POST' });
  }
  if (kind === 'subscription' && type !== streamType) {
    throw new HttpProblem(406, words.subscribeElsewhere(streamType));
  }
}

function sendText(response: ServerResponse, status: number, text: string, type = 'text/plain'): void {
  const body = Buffer.from(text);
  response.writeHead(status, {
    'content-type': type.includes(';') ? type : `${type}; charset=utf-8`,
    'content-length': body.length,
  });
  response.end(body);
}
