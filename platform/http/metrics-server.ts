import { makeHttpServer } from '@bekhedmetkom/http/server';
import { StartupError } from '../errors/errors.ts';
import type { Metrics } from '../telemetry/telemetry.ts';

/**
 * Serves the metrics of programs on a port of their own, away from the one that the public reaches: at /metrics, in
 * the text format of Prometheus. 0 takes any free port.
 */
export async function serveMetrics(options: {
  host: string;
  port: number;
  of: readonly Pick<Metrics, 'registry'>[];
}): Promise<{ url: string; close(): Promise<void> }> {
  const { host, port, of } = options;
  const server = makeHttpServer(async (request, response) => {
    if (request.method !== 'GET' || request.url?.split('?', 1)[0] !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    const texts = await Promise.all(of.map(({ registry }) => registry.metrics()));
    response
      .writeHead(200, { 'content-type': of[0]?.registry.contentType ?? 'text/plain' })
      .end(texts.join('\n'));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason =
        cause.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${cause.code})`;
      reject(
        new StartupError(
          `The metrics cannot be served: port ${port} on ${host} ${reason}. Set METRICS_PORT.`,
          { cause },
        ),
      );
    });
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
