/**
 * Files on their way through: /files is the complaint subgraph's, which nobody else reaches. The bytes are
 * passed on as they come, either way, under an identity signed for the subgraph as with every question to it.
 */
import {
  Agent,
  request as ask,
  type ClientRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Viewer } from '@bekhedmetkom/platform/auth';
import { callerKey } from '../limits/caller-key.ts';
import { openConnectionLimits } from '../limits/connections.ts';
import type { Subgraph } from '../upstream/subgraph.ts';
import { words } from '../wording/words.ts';
import { HttpProblem } from './http-problem.ts';

/** What a client may say to the subgraph about a file, and what the subgraph may say to a client. */
const passedOn = ['content-type', 'content-length', 'upload-offset', 'tus-resumable', 'range'];
const passedBack = [
  'content-type',
  'content-length',
  'content-disposition',
  'content-range',
  'content-security-policy',
  'cross-origin-resource-policy',
  'accept-ranges',
  'accept-patch',
  'allow',
  'cache-control',
  'referrer-policy',
  'tus-resumable',
  'upload-length',
  'upload-offset',
  'upload-state',
];
const methods = new Set(['GET', 'HEAD', 'PATCH', 'DELETE']);
/** Milliseconds without a byte either way: looking at a large file takes its time. */
const timeoutMs = 60_000;
/** Connections to the subgraph, apart for each direction: what uploads wait for keeps no download waiting. */
const connections = { up: 256, down: 256 };
/** Transfers at a time, of one caller and direction. A page of pictures asks for some six. */
const transfers = { address: 48, person: 16 };

export interface Files {
  answer(
    request: IncomingMessage,
    response: ServerResponse,
    viewer: Viewer,
    requestId: string,
  ): Promise<void>;
  close(): void;
}

export function openFiles(subgraph: Subgraph): Files {
  const pools = {
    up: openPool(connections.up),
    down: openPool(connections.down),
  };

  return {
    async answer(request, response, viewer, requestId) {
      const { method = '' } = request;
      if (!methods.has(method)) throw new HttpProblem(405, words.notThisWay);
      const { agent, limits } = method === 'PATCH' ? pools.up : pools.down;
      const place = limits.take(callerKey(viewer));
      if (!place) throw new HttpProblem(429, words.tooManyTransfers, { 'retry-after': '5' });
      response.once('close', place.leave);
      const headers: Record<string, string> = {
        'x-internal-identity': await subgraph.identity(viewer),
        'x-request-id': requestId,
      };
      for (const name of passedOn) {
        const value = request.headers[name];
        if (typeof value === 'string') headers[name] = value;
      }
      const [origin] = subgraph.origins.inOrder();
      if (!origin) throw away();
      const path = request.url?.split('?', 1)[0] ?? '/';
      const outgoing = ask(new URL(path, origin), { method, headers, agent });
      outgoing.setTimeout(timeoutMs, () => outgoing.destroy());
      response.once('close', () => outgoing.destroy());
      const incoming = await send(request, outgoing).catch(() => {
        subgraph.origins.markUnhealthy(origin, 1_000);
        throw away();
      });
      for (const name of passedBack) {
        const value = incoming.headers[name];
        if (value !== undefined) response.setHeader(name, value);
      }
      // What still comes of a body that was refused is not read.
      if (!request.complete) response.shouldKeepAlive = false;
      response.writeHead(incoming.statusCode ?? 502);
      await pipeline(incoming, response).catch(() => response.destroy());
    },
    close() {
      for (const { agent } of Object.values(pools)) agent.destroy();
    },
  };
}

function openPool(maxSockets: number) {
  return { agent: new Agent({ keepAlive: true, maxSockets }), limits: openConnectionLimits(transfers) };
}

/** Sends the body on and resolves with the answer, which may come before the end of the body. */
function send(request: IncomingMessage, outgoing: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    outgoing.once('response', resolve).once('error', reject);
    outgoing.once('close', () => reject(new Error('closed without an answer')));
    request.pipe(outgoing);
    // A client that breaks off in the middle: the subgraph keeps what arrived.
    request.once('close', () => request.complete || outgoing.destroy());
  });
}

function away(): HttpProblem {
  return new HttpProblem(503, words.filesAway, {
    'retry-after': '2',
  });
}
