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
  it('end after twenty wrong ones: even a right one must wait', async () => {
    for (let i = 0; i < 20; i += 1) expect(await code(track('wrong'))).toBe('NOT_FOUND');
    const { status, headers, errors } = await track('right');
    expect(status).toBe(429);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) });
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(500);
  });

  it('are counted per caller', async () => {
    for (let i = 0; i < 20; i += 1) await track('wrong');
    expect(await code(track('wrong'))).toBe('RATE_LIMITED');
    expect(await code(track('wrong', '203.0.113.2'))).toBe('NOT_FOUND');
  });

  it('are not counted when right', async () => {
    for (let i = 0; i < 30; i += 1) expect(await code(track('right'))).toBeUndefined();
  });

  it('are not counted when right, however many come at once, nor are wrong ones forgotten in the crowd', async () => {
    const right = await Promise.all(Array.from({ length: 60 }, () => code(track('right'))));
    expect(right.every((each) => each === undefined)).toBe(true);
    const wrong = await Promise.all(Array.from({ length: 60 }, () => code(track('wrong'))));
    expect(wrong.filter((each) => each === 'NOT_FOUND')).toHaveLength(20);
    expect(wrong.filter((each) => each === 'RATE_LIMITED')).toHaveLength(40);
  });

  it('are a hundred in an operation with a hundred aliases', async () => {
    expect(await code(post(url, aliases(100, 'wrong')))).toBe('RATE_LIMITED');
    expect(toys.complaint.calls.filter((call) => call.query.includes('trackCase'))).toEqual([]);
  });

  it('are counted behind fragments, and in mutations', async () => {
    for (let i = 0; i < 10; i += 1) {
      await post(url, '{ ...T } fragment T on Query { trackCase(reference: "1", secret: "wrong") { id } }');
      await post(url, 'mutation { rate(input: { reference: "1", secret: "wrong" }) { id } }');
    }
    expect(await code(post(url, aliases(1, 'right')))).toBe('RATE_LIMITED');
  });

  it('are counted for subscriptions too', async () => {
    const socket = await ToySocket.open(url);
    for (let i = 0; i < 20; i += 1) {
      socket.subscribe(`s${i}`, 'subscription { caseChanged(reference: "1", secret: "wrong") { version } }');
      await socket.until(() => socket.of(`s${i}`).length > 0);
      expect(socket.of(`s${i}`)).toMatchObject([
        { type: 'error', payload: [{ extensions: { code: 'NOT_FOUND' } }] },
      ]);
    }
    socket.subscribe('last', 'subscription { caseChanged(reference: "1", secret: "right") { version } }');
    await socket.until(() => socket.of('last').length > 0);
    expect(socket.of('last')).toMatchObject([
      { type: 'error', payload: [{ extensions: { code: 'RATE_LIMITED' } }] },
    ]);
    socket.close();
  });
});
