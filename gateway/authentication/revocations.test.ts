import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startRedis } from '../../test/harness/redis.ts';
import { openToyGraph } from '../testing/toy-graph.ts';

const whoAmI = JSON.stringify({ query: '{ whoAmI }' });

async function ask(url: string, token: string): Promise<number> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  return (await fetch(`${url}/graphql`, { method: 'POST', headers, body: whoAmI })).status;
}

async function signOut(url: string, token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  expect((await fetch(`${url}/logout`, { method: 'POST', headers })).status).toBe(204);
}

describe('a token whose owner signed out', () => {
  it('is refused by the other gateways too, also when Redis was away meanwhile or has lost everything', async () => {
    let redis = await startRedis();
    const toys = await openToyGraph({}, { redisUrl: redis.url });
    onTestFinished(async () => {
      await toys[Symbol.asyncDispose]();
      await redis.stop();
    });
    const [here, there] = [toys.gateway.url, (await toys.startGateway()).url];
    const token = await toys.issuer.token('leaver');
    expect([await ask(here, token), await ask(there, token)]).toEqual([200, 200]);
    await redis.stop();
    await signOut(here, token);
    expect([await ask(here, token), await ask(there, token)]).toEqual([401, 200]);
    redis = await startRedis(redis.port);
    await expect.poll(() => ask(there, token)).toBe(401);

    await redis.stop();
    redis = await startRedis(redis.port);
    const { url: later } = await toys.startGateway();
    await expect.poll(() => ask(later, token)).toBe(401);
  });

  it('is refused after a restart of a gateway without Redis', async () => {
    const stateFolder = await mkdtemp(join(tmpdir(), 'bk-gateway-state-'));
    const toys = await openToyGraph({}, { stateFolder });
    onTestFinished(async () => {
      await toys[Symbol.asyncDispose]();
      await rm(stateFolder, { recursive: true });
    });
    const token = await toys.issuer.token('leaver');
    await signOut(toys.gateway.url, token);
    await toys.gateway.close();
    const again = await toys.startGateway();
    expect(await ask(again.url, token)).toBe(401);
    expect(await ask(again.url, await toys.issuer.token('leaver'))).toBe(200);
    expect(await readFile(join(stateFolder, 'revoked-tokens'), 'utf8')).not.toContain('leaver');
  });
});
