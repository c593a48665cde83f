import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import next from 'next';
import { readConfig, type WebConfig } from './config.ts';
import { isPage, needsRuntime } from './server/areas.ts';
import { sendWithoutRuntime } from './server/plain-pages.ts';

/** A draft of a long complaint travels in cookies; Node's own limit of 16 kB would cut close. */
const maxHeaderSize = 48 * 1024;

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
  const server = createServer(
    { maxHeaderSize, requestTimeout: 30_000, headersTimeout: 15_000 },
    (request, response) => {
      const [pathname = '/'] = (request.url ?? '/').split('?', 1);
      if (!config.trustProxy) request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? '';
      if (isPage(pathname) && !needsRuntime(pathname)) sendWithoutRuntime(request, response);
      handle(request, response).catch(() => response.destroy());
    },
  );
  if (dev) server.on('upgrade', app.getUpgradeHandler());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  return {
    url: `http://${config.host}:${port}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      await app.close();
    },
  };
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { dev: { type: 'boolean', default: false } } });
  try {
    const program = await start(readConfig(process.env), values.dev);
    process.stdout.write(`The web app listens at ${program.url}\n`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void program.close().finally(() => process.exit(0)));
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
