import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Fault, StartupError } from '@bekhedmetkom/platform/errors';
import { makeHttpServer, serveMetrics } from '@bekhedmetkom/platform/http';
import type { Logger, Metrics } from '@bekhedmetkom/platform/telemetry';
import { readAsset } from './assets.ts';

interface Handlers {
  signIn(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
  /** Answers everything that is OpenID Connect. */
  protocol(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

interface Parts {
  host: string;
  port: number;
  /** Where the metrics are served; nowhere unless given. */
  metricsPort: number | undefined;
  /** Rejects with a Fault that says what is missing. */
  ready(): Promise<void>;
  /** Makes what answers, once the address is known. */
  handlers(url: string): Handlers;
  logger: Logger;
  metrics: Metrics;
}

/** Listens for browsers and clients. Port 0 takes any free one. */
export async function serve(parts: Parts): Promise<{ url: string; close(): Promise<void> }> {
  const { host, port, metricsPort, logger, metrics } = parts;
  let handlers: Handlers | undefined;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://issuer');
    if (url.pathname === '/health') return sendText(response, 200, 'application/json', '{"status":"ok"}');
    if (url.pathname === '/ready') return sendReadiness(response, parts.ready);
    if (url.pathname.startsWith('/assets/')) return sendAsset(response, url.pathname.slice(8));
    if (!handlers) return sendText(response, 503, 'text/plain', 'Starting.');
    if (url.pathname.startsWith('/sign-in/')) return handlers.signIn(request, response, url);
    return handlers.protocol(request, response);
  };

  const server = makeHttpServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      logger.error({ err: error }, 'a request of the issuer failed');
      if (!response.headersSent) sendText(response, 500, 'text/plain', 'Something went wrong on our side.');
    });
  });
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new StartupError(refusal(cause, host, port), { cause });
  }
  const { port: actual } = server.address() as AddressInfo;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${actual}`;
  handlers = parts.handlers(url);
  const metricsServer =
    metricsPort === undefined ? undefined : await serveMetrics({ host, port: metricsPort, of: [metrics] });
  return {
    url,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), 2_000);
      await closed;
      clearTimeout(late);
      await metricsServer?.close();
    },
  };
}

function refusal(cause: unknown, host: string, port: number): string {
  if ((cause as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is taken by another program. Stop it, or set PORT to a free one.`;
  }
  return `The issuer cannot listen on ${host}:${port}: ${(cause as Error).message}.`;
}

async function sendReadiness(response: ServerResponse, ready: () => Promise<void>): Promise<void> {
  const missing = await ready().then(
    () => null,
    (error: unknown) => (error instanceof Fault ? error.message : 'not yet'),
  );
  const status = missing === null ? 'ok' : `not ready: ${missing}`;
  sendText(response, missing === null ? 200 : 503, 'application/json', JSON.stringify({ status }));
}

async function sendAsset(response: ServerResponse, name: string): Promise<void> {
  const asset = await readAsset(name);
  if (!asset) return sendText(response, 404, 'text/plain', 'Not found.');
  response.writeHead(200, {
    'content-type': asset.type,
    'cache-control':
      asset.type === 'font/woff2' ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
    'x-content-type-options': 'nosniff',
  });
  response.end(asset.body);
}

function sendText(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff' }).end(body);
}
