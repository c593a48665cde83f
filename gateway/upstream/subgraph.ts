import { Agent } from 'node:http';
import type { Signer, Viewer } from '@bekhedmetkom/platform/auth';
import type { ExecutionResult } from 'graphql';
import { NoAnswer, postJson } from './post-json.ts';
import { UpstreamPool } from './upstream-pool.ts';

/** On whose behalf something is asked of a subgraph. */
export interface Caller {
  viewer: Viewer;
  requestId: string;
}

export interface SubgraphRequest {
  query: string;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
}

/** Milliseconds until a subgraph that stays silent counts as unavailable (security.md R8: the answer within 2 s). */
export interface Patience {
  query: number;
  mutation: number;
}

type Kind = 'query' | 'mutation';

export interface Subgraph {
  name: string;
  origins: UpstreamPool;
  /** Signs a caller's identity for this subgraph alone, for at most 60 seconds. */
  identity(viewer: Viewer): Promise<string>;
  /**
   * Asks the subgraph, trying its replicas in turn; waits `within` milliseconds, as long as is usual unless given.
   * Throws NoAnswer.
   */
  ask(kind: Kind, request: SubgraphRequest, caller: Caller, within?: number): Promise<ExecutionResult>;
  close(): void;
}

/** After this many silences in a row a subgraph is not waited for, except by one try a second. */
const silencesUntilOpen = 3;
const openFor = 1_000;
/**
 * Right after a silence the next query waits this long only, milliseconds: one operation may ask several times, and
 * its answer is due within two seconds altogether.
 */
const shortPatience = 400;
const shortFor = 1_500;
/** Kept connections that may turn out to be closed, one after the other. */
const maxStale = 3;

/** Opens the way to one subgraph. `urls` are the origins of its replicas, without a path. */
export function openSubgraph(options: {
  name: string;
  urls: readonly string[];
  signer: Signer;
  timeoutMs: Patience;
}): Subgraph {
  const { name, signer, timeoutMs } = options;
  const origins = new UpstreamPool(options.urls);
  const agent = new Agent({ keepAlive: true, maxSockets: 256, scheduling: 'lifo' });
  let consecutiveFailures = 0;
  let openUntil = 0;
  let silentAt = 0;

  /** Posts to one replica, again when a kept connection turns out to be closed. */
  async function post(origin: URL, body: string, headers: Record<string, string>, timeout: number) {
    const url = new URL('/graphql', origin);
    for (let tries = 1; ; tries += 1) {
      try {
        return await postJson(url, body, { headers, timeout, agent });
      } catch (error) {
        if (!(error instanceof NoAnswer) || error.reason !== 'stale' || tries === maxStale) throw error;
      }
    }
  }

  async function tryOrigins(
    kind: Kind,
    body: string,
    headers: Record<string, string>,
    within: number,
  ): Promise<unknown> {
    const deadline = Date.now() + within;
    const order = origins.inOrder();
    let last: NoAnswer | undefined;
    for (const [index, origin] of order.entries()) {
      const left = deadline - Date.now();
      // A frozen replica must leave time for the next one.
      const timeout = kind === 'query' ? left / (order.length - index) : left;
      if (timeout <= 0) break;
      try {
        const answer = await post(origin, body, headers, timeout);
        origins.markUnhealthy(origin, 0);
        return answer;
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        last = error;
        origins.markUnhealthy(origin, 1_000);
        // A change that may have been made is not asked for twice.
        if (kind === 'mutation' && (error.reason === 'broken' || error.reason === 'late')) break;
      }
    }
    throw last ?? new NoAnswer('late');
  }

  return {
    name,
    origins,
    identity: (viewer) => signer.sign(viewer, name),
    async ask(kind, request, caller, within = timeoutMs[kind]) {
      const isOpen = consecutiveFailures >= silencesUntilOpen;
      if (isOpen) {
        if (Date.now() < openUntil) throw new NoAnswer('late');
        openUntil = Date.now() + openFor;
      }
      const wasSilent = !isOpen && consecutiveFailures > 0 && Date.now() - silentAt < shortFor;
      const patient = wasSilent && kind === 'query' ? Math.min(within, shortPatience) : within;
      const headers = {
        'x-internal-identity': await signer.sign(caller.viewer, name),
        'x-request-id': caller.requestId,
      };
      try {
        const answer = await tryOrigins(kind, JSON.stringify(request), headers, patient);
        consecutiveFailures = 0;
        if (typeof answer !== 'object' || answer === null || !('data' in answer || 'errors' in answer)) {
          throw new NoAnswer('broken');
        }
        return answer as ExecutionResult;
      } catch (error) {
        if (error instanceof NoAnswer && error.reason === 'late') {
          consecutiveFailures += 1;
          silentAt = Date.now();
          openUntil = Date.now() + openFor;
        }
        throw error;
      }
    },
    close: () => agent.destroy(),
  };
}
