import type { IncomingMessage, Server } from 'node:http';
import { parseArgs } from 'node:util';
import { makeHttpServer } from '@bekhedmetkom/http/server';
import next from 'next';
import { readConfig, type WebConfig } from './config.ts';
import { isPage, needsRuntime } from './server/areas.ts';
import { isForeign } from './server/origin.ts';
import { sendWithoutRuntime } from './server/plain-pages.ts';
import { openTelemetry } from './server/telemetry.ts';

/** Bytes. Cookies hold keys, not drafts, so that less than a tenth of it is usual. */
const maxHeaderSize = 32 * 1024;

/**
 * Serves the built web app (or, with `dev`, builds each page as it is asked for). It is Next's own request
 * handler, except that citizen pages are sent without React's runtime.
 */
export async function start(
  config: WebConfig,
  dev = false,
): Promise<{ url: string; close(): Promise<void> }> {
  const app = next({ dev, dir: import.meta.dirname, hostname: config.host, port: config.port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const telemetry = openTelemetry(config.logLevel);
  const server = makeHttpServer(
    (request, response) => {
      const pathname = pathOf(request.url ?? '/');
      const { origin, host } = request.headers;
      if (pathname === null || isForeign(request.method ?? 'GET', origin, host, config.webOrigin)) {
        response.writeHead(pathname === null ? 400 : 403).end();
        return;
      }
      telemetry.observe(request, response, pathname);
      // Next compares the origin of a form with the host; a proxy may have renamed that.
      if (origin === config.webOrigin) request.headers['x-forwarded-host'] = new URL(origin).host;
      if (!config.trustProxy) request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? '';
      if (isPage(pathname) && !needsRuntime(pathname)) sendWithoutRuntime(request, response);
      handle(request, response).catch(() => response.destroy());
    },
    { maxHeaderSize, isLarge: bringsFiles },
  );
  if (dev) server.on('upgrade', app.getUpgradeHandler());
  await listen(server, config.port, config.host);
  const metrics = makeHttpServer(async (_request, response) => {
    response.setHeader('content-type', telemetry.contentType);
    response.end(await telemetry.metrics());
  });
  if (config.metricsPort !== null) await listen(metrics, config.metricsPort, config.host);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  return {
    url: `http://${config.host}:${port}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      metrics.close();
      await closed;
      await app.close();
    },
  };
}

/** Files may come over a slow line: in a form, or piece by piece. */
function bringsFiles({ headers, url }: IncomingMessage): boolean {
  return (
    url?.startsWith('/api/files/') || (headers['content-type']?.startsWith('multipart/form-data') ?? false)
  );
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

/** The path of an address; null when its escapes are no text. */
function pathOf(url: string): string | null {
  const [path = '/'] = url.split('?', 1);
  try {
    decodeURIComponent(path);
    return path;
  } catch {
    return null;
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { dev: { type: 'boolean', default: false } } });
  try {
    const program = await start(readConfig(process.env), values.dev);
    process.stdout.write(`The web app listens at ${program.url}\n`);
    // "disconnect": whoever started it with a channel has died and can no longer stop it.
    for (const ending of ['SIGINT', 'SIGTERM', 'disconnect'] as const) {
      process.once(ending, () => void program.close().finally(() => process.exit(0)));
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
