import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { post } from '../testing/toy-client.ts';
import { openToyGraph, type ToyGraph } from '../testing/toy-graph.ts';

let toys: ToyGraph;
let url: string;
beforeEach(async () => {
  const submissions = {
    address: { perSecond: 1, burst: 10, timeoutMs: 100 },
    person: { points: 3, duration: 60 },
  };
  toys = await openToyGraph({ submissions });
  url = toys.gateway.url;
});
afterEach(() => toys[Symbol.asyncDispose]());

const submit = (key: string, headers: Record<string, string> = {}) =>
  post(url, 'mutation($key: String!) { submitCase(input: { idempotencyKey: $key }) { id } }', {
    variables: { key },
    headers: { 'x-forwarded-for': '203.0.113.1', ...headers },
  });
const many = (count: number, headers: Record<string, string> = {}) =>
  Promise.all(Array.from({ length: count }, (_, i) => submit(`key ${i}`, headers)));
const codes = (replies: Awaited<ReturnType<typeof post>>[]) =>
  replies.map(({ errors }) => errors?.[0]?.extensions?.code);

describe('submissions', () => {
  it('of a flood from one address are refused in the language of the caller; others are served', async () => {
    const flood = many(200, { 'accept-language': 'en' });
    const other = submit('of somebody else', { 'x-forwarded-for': '203.0.113.2' });
    const replies = await flood;
    const refused = replies.filter(({ errors }) => errors);
    expect(refused.length).toBeGreaterThan(100);
    expect(replies.length - refused.length).toBeGreaterThanOrEqual(10);
    expect(refused[0]?.status).toBe(429);
    expect(refused[0]?.errors?.[0]).toMatchObject({
      message: expect.stringContaining('Keep what you have written'),
      extensions: { code: 'RATE_LIMITED', retryAfter: expect.any(Number) },
    });
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await other).data).toEqual({ submitCase: { id: 'of somebody else' } });
  });

  it('of a person who is signed in are hers alone: a flood from her address takes nothing from her', async () => {
    await many(60);
    const authorization = `Bearer ${await toys.issuer.token('layla')}`;
    const replies = await many(4, { authorization });
    expect(codes(replies).filter((code) => code === 'RATE_LIMITED')).toHaveLength(1);
    const elsewhere = await submit('one more', { authorization, 'x-forwarded-for': '203.0.113.9' });
    expect(codes([elsewhere])).toEqual(['RATE_LIMITED']);
  });

  it('sent again are not counted again', async () => {
    const replies = await Promise.all(Array.from({ length: 100 }, () => submit('the same')));
    expect(codes(replies).every((code) => code === undefined)).toBe(true);
  });

  it('are not limited for those who file for others', async () => {
    toys.grants.set('agent', [{ role: 'CONTACT_CENTRE', scope: null }]);
    const authorization = `Bearer ${await toys.issuer.token('agent')}`;
    expect(codes(await many(50, { authorization })).every((code) => code === undefined)).toBe(true);
  });

  it('are counted one by one in an operation that holds several', async () => {
    const fields = Array.from(
      { length: 60 },
      (_, i) => `s${i}: submitCase(input: { idempotencyKey: "k${i}" }) { id }`,
    );
    expect(codes([await post(url, `mutation { ${fields.join(' ')} }`)])).toEqual(['RATE_LIMITED']);
  });
});
