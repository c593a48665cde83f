import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { post, ToySocket } from '../testing/toy-client.ts';
import { openToyGraph, type ToyGraph } from '../testing/toy-graph.ts';

let toys: ToyGraph;
let url: string;
beforeEach(async () => {
  toys = await openToyGraph();
  url = toys.gateway.url;
});
afterEach(() => toys[Symbol.asyncDispose]());

const track = (secret: string, address = '203.0.113.1') =>
  post(url, `{ trackCase(reference: "1", secret: "${secret}") { id } }`, {
    headers: { 'x-forwarded-for': address },
  });
const code = async (reply: ReturnType<typeof post>) => (await reply).errors?.[0]?.extensions?.code;
const aliases = (count: number, secret: string) =>
  `{ ${Array.from({ length: count }, (_, i) => `a${i}: trackCase(reference: "1", secret: "${secret}") { id }`).join(' ')} }`;

describe('tries at a reference and its secret', () => {
  it('are told nothing after twenty wrong ones, while a right pair is always let in', async () => {
    for (let i = 0; i < 20; i += 1) expect(await code(track('wrong'))).toBe('NOT_FOUND');
    const { status, headers, errors } = await track('wrong');
    expect(status).toBe(429);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) });
    expect(errors?.[0]?.message).toMatch(/^محاولات/);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(500);
    expect((await track('right')).data).toEqual({ trackCase: { id: '1' } });
    expect(await code(track('wrong'))).toBe('RATE_LIMITED');
  });

  it('are counted per caller', async () => {
    for (let i = 0; i < 20; i += 1) await track('wrong');
    expect(await code(track('wrong'))).toBe('RATE_LIMITED');
    expect(await code(track('wrong', '203.0.113.2'))).toBe('NOT_FOUND');
  });

  it('are counted for a person who is signed in apart from those of strangers behind the same address', async () => {
    for (let i = 0; i < 21; i += 1) await track('wrong');
    const authorization = `Bearer ${await toys.issuer.token('layla')}`;
    const asked = '{ trackCase(reference: "1", secret: "wrong") { id } }';
    const headers = { 'x-forwarded-for': '203.0.113.1', authorization };
    expect(await code(post(url, asked, { headers }))).toBe('NOT_FOUND');
  });

  it('are not steps without a secret', async () => {
    const step = 'mutation { rate(input: { reference: "1" }) { id } }';
    for (let i = 0; i < 25; i += 1) expect(await code(post(url, step))).toBe('NOT_FOUND');
  });

  it('are counted as many as come at once, and right ones are not counted', async () => {
    const right = await Promise.all(Array.from({ length: 60 }, () => code(track('right'))));
    expect(right.every((each) => each === undefined)).toBe(true);
    const wrong = await Promise.all(Array.from({ length: 60 }, () => code(track('wrong'))));
    expect(wrong.filter((each) => each === 'NOT_FOUND')).toHaveLength(20);
    expect(wrong.filter((each) => each === 'RATE_LIMITED')).toHaveLength(40);
  });

  it('are a hundred in an operation with a hundred aliases', async () => {
    const { status, errors } = await post(url, aliases(100, 'wrong'));
    expect(status).toBe(429);
    expect(new Set(errors?.map((error) => error.extensions?.code))).toEqual(new Set(['RATE_LIMITED']));
    expect(await code(post(url, aliases(1, 'wrong')))).toBe('RATE_LIMITED');
  });

  it('leave a right one in the same operation its answer', async () => {
    await post(url, aliases(30, 'wrong'));
    const both = `{ wrong: trackCase(reference: "1", secret: "wrong") { id } right: trackCase(reference: "2", secret: "right") { id } }`;
    const { data, errors } = await post(url, both);
    expect(data).toEqual({ wrong: null, right: { id: '2' } });
    expect(errors).toMatchObject([{ path: ['wrong'], extensions: { code: 'RATE_LIMITED' } }]);
  });

  it('are counted behind fragments and variables, and in mutations', async () => {
    const input = { reference: '1', secret: 'wrong' };
    for (let i = 0; i < 10; i += 1) {
      await post(url, '{ ...T } fragment T on Query { trackCase(reference: "1", secret: "wrong") { id } }');
      await post(url, 'mutation($input: RateInput!) { rate(input: $input) { id } }', {
        variables: { input },
      });
    }
    expect(await code(post(url, aliases(1, 'wrong')))).toBe('RATE_LIMITED');
  });

  it('are counted for subscriptions too, and a right one is let in', async () => {
    const socket = await ToySocket.open(url, { language: 'en' });
    const watch = (id: string, secret: string) =>
      socket.subscribe(id, `subscription { caseChanged(reference: "1", secret: "${secret}") { version } }`);
    for (let i = 0; i < 20; i += 1) {
      watch(`s${i}`, 'wrong');
      await socket.until(() => socket.of(`s${i}`).length > 0);
      expect(socket.of(`s${i}`)).toMatchObject([
        { type: 'error', payload: [{ extensions: { code: 'NOT_FOUND' } }] },
      ]);
    }
    watch('wrong', 'wrong');
    await socket.until(() => socket.of('wrong').length > 0);
    expect(socket.of('wrong')).toMatchObject([
      {
        type: 'error',
        payload: [
          { message: expect.stringMatching(/^Too many tries/), extensions: { code: 'RATE_LIMITED' } },
        ],
      },
    ]);
    watch('right', 'right');
    await expect.poll(() => toys.log.followers).toBe(1);
    toys.log.append('1');
    await socket.until(() => socket.of('right').length > 0);
    expect(socket.of('right')).toMatchObject([{ type: 'next' }]);
    socket.close();
  });
});
