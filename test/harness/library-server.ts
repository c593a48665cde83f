import type { Viewer } from '@bekhedmetkom/platform/auth';
import { federatedSchema, serveSubgraph } from '@bekhedmetkom/platform/subgraph';
import { openLogger, openMetrics } from '@bekhedmetkom/platform/telemetry';
import { onTestFinished } from 'vitest';
import { openTestKeys } from './keys.ts';
import { BookResolver } from './library.ts';

export const person: Viewer = { kind: 'person', subject: 'p-1', grants: [], language: 'en', client: null };

/** The library as a running subgraph, closed when the test ends. */
export async function serve(
  options: { ready?: () => Promise<void> } & Pick<Parameters<typeof serveSubgraph>[0], 'log' | 'routes'> = {},
) {
  const keys = await openTestKeys();
  const { schema } = await federatedSchema({ resolvers: [BookResolver] });
  let opened = 0;
  const server = await serveSubgraph({
    name: 'library',
    schema,
    host: '127.0.0.1',
    port: 0,
    metricsPort: 0,
    verifier: await keys.verifierFor('library'),
    context: () => ({ opened: ++opened }),
    ready: options.ready ?? (async () => {}),
    log: options.log,
    routes: options.routes,
    logger: openLogger('library', 'silent'),
    metrics: openMetrics('library'),
  });
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    await server.close();
  };
  onTestFinished(close);
  const token = (viewer = person, audience = 'library') => keys.signer.sign(viewer, audience);
  const ask = async (query: string, init: { headers?: Record<string, string>; variables?: object } = {}) => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-internal-identity': await token(), ...init.headers },
      body: JSON.stringify({ query, variables: init.variables }),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  return { url: server.url, metricsUrl: server.metricsUrl, close, token, ask };
}
