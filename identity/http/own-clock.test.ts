import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runIssuer } from '../testing/run-issuer.ts';

/** A program that tells the time; null tells none. */
async function serveClock(ahead: number | null): Promise<string> {
  const server = createServer((_, response) => {
    if (ahead !== null) response.setHeader('x-now', String(Date.now() + ahead));
    response.end('ready');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/ready`;
}

async function readinessWith(clockUrl: string | null): Promise<string> {
  const issuer = await runIssuer({ clockUrl });
  onTestFinished(() => issuer.close());
  const response = await fetch(`${issuer.url}/ready`);
  return `${response.status} ${await response.text()}`;
}

describe('the readiness of the issuer', () => {
  it.each([
    [15 * 60_000, 'behind'],
    [-15 * 60_000, 'ahead'],
    [90_000, 'behind'],
  ])('is refused when the database is %i ms ahead of its clock', async (ahead, word) => {
    const answer = await readinessWith(await serveClock(ahead));
    expect(answer).toContain('503');
    expect(answer).toContain(word);
  });

  it.each([0, 30_000, null])(
    'is given within a minute, and when nobody tells the time: %s',
    async (ahead) => {
      expect(await readinessWith(await serveClock(ahead))).toContain('200');
    },
  );

  it('needs nobody', async () => {
    expect(await readinessWith(null)).toContain('200');
    expect(await readinessWith('http://127.0.0.1:9/ready')).toContain('200');
  });
});
