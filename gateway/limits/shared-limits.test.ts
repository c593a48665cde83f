import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRedis, type TestRedis } from '../../test/harness/redis.ts';
import { post } from '../testing/toy-client.ts';
import { openToyGraph, type ToyGraph } from '../testing/toy-graph.ts';

// A Redis of our own, because it is stopped in the middle.
let redis: TestRedis;
let toys: ToyGraph;
beforeAll(async () => {
  redis = await startRedis();
  toys = await openToyGraph({}, { redisUrl: redis.url });
});
afterAll(async () => {
  await toys[Symbol.asyncDispose]();
  await redis.stop();
});

const code = async (url: string, address: string) =>
  (
    await post(url, '{ trackCase(reference: "1", secret: "wrong") { id } }', {
      headers: { 'x-forwarded-for': address },
    })
  ).errors?.[0]?.extensions?.code;

describe('limits of several gateways', () => {
  it('count together, and do not open when Redis goes', async () => {
    const other = await toys.startGateway();
    for (let i = 0; i < 10; i += 1) {
      expect(await code(toys.gateway.url, '203.0.113.7')).toBe('NOT_FOUND');
      expect(await code(other.url, '203.0.113.7')).toBe('NOT_FOUND');
    }
    expect(await code(toys.gateway.url, '203.0.113.7')).toBe('RATE_LIMITED');
    expect(await code(other.url, '203.0.113.7')).toBe('RATE_LIMITED');

    await redis.stop();
    for (let i = 0; i < 20; i += 1) expect(await code(toys.gateway.url, '203.0.113.8')).toBe('NOT_FOUND');
    expect(await code(toys.gateway.url, '203.0.113.8')).toBe('RATE_LIMITED');
  });
});
