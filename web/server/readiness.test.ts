import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readReadiness } from './readiness.ts';

async function serveGateway(status: number, now: number | null): Promise<string> {
  const server = createServer((request, response) => {
    if (now !== null) response.setHeader('x-now', String(now));
    response.writeHead(request.url === '/ready' ? status : 200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const now = Date.parse('2026-12-31T21:30:00Z');
const own = () => now;

describe('the readiness of the web server', () => {
  it('is that of the gateway: one that answers but is not ready serves nobody', async () => {
    expect(await readReadiness(await serveGateway(503, now), own)).toEqual({
      ready: false,
      status: 'the gateway is not ready',
    });
    expect(await readReadiness('http://127.0.0.1:9', own)).toEqual({
      ready: false,
      status: 'the gateway does not answer',
    });
    expect(await readReadiness(await serveGateway(200, now), own)).toEqual({ ready: true, status: 'ready' });
  });

  it.each([
    [40, true],
    [-40, true],
    [300, false],
    [-300, false],
    [86_400, false],
  ])('looks at the clock: %i seconds off the database’s', async (seconds, ready) => {
    const answer = await readReadiness(await serveGateway(200, now - seconds * 1000), own);
    expect(answer.ready).toBe(ready);
    if (!ready) {
      const word = seconds > 0 ? 'ahead' : 'behind';
      expect(answer.status).toBe(`the clock of this machine is ${Math.abs(seconds)} seconds ${word}`);
    }
  });

  it('is given when the gateway tells no time', async () => {
    expect((await readReadiness(await serveGateway(200, null), own)).ready).toBe(true);
  });
});
