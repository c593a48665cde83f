import { randomUUID } from 'node:crypto';
import { connect as connectTo, createServer, type Socket } from 'node:net';
import { createClient } from 'redis';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { startRedis, testRedisUrl } from '../../test/harness/redis.ts';
import { type Limits, openLimits, takeAll } from './limits.ts';

const opened: Limits[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const limits of opened.splice(0)) await limits.close();
});

function open(redisUrl: string | null, mostKeys?: number): Limits {
  const limits = openLimits({
    redisUrl,
    secret: 'the same in all processes',
    logger: { warn: () => undefined },
    ...(mostKeys && { maxKeys: mostKeys }),
  });
  opened.push(limits);
  return limits;
}
const window = { points: 5, duration: 600 };
const fresh = () => `somebody ${randomUUID()}`;
/** What adding to a count of each process makes it. */
const adding = (...processes: Limits[]) =>
  processes.map((limits) => {
    const counter = limits.counted('tries', window);
    return async (key: string, by?: number) => (await counter.add(key, by)).count;
  }) as [Add, Add];
type Add = (key: string, by?: number) => Promise<number>;

/** Waits until a process counts with others: until both see what the other has counted. */
async function counting(...processes: Limits[]): Promise<void> {
  const counters = processes.map((limits) => limits.counted('probe', window));
  await expect
    .poll(async () => {
      const key = fresh();
      const counts: number[] = [];
      for (const counter of counters) counts.push((await counter.add(key)).count);
      return counts;
    })
    .toEqual(processes.map((_, index) => index + 1));
}

describe('counts', () => {
  it('begin anew after their time, which later ones do not prolong', async () => {
    vi.useFakeTimers();
    const counter = open(null).counted('tries', window);
    expect(await counter.add('a', 3)).toEqual({ count: 3, left: 600_000 });
    vi.advanceTimersByTime(400_000);
    expect(await counter.add('a', 4)).toEqual({ count: 7, left: 200_000 });
    vi.advanceTimersByTime(200_000);
    expect(await counter.add('a')).toEqual({ count: 1, left: 600_000 });
  });

  it('of the keys used longest ago are forgotten first', async () => {
    const counter = open(null, 2).counted('tries', window);
    for (const key of ['a', 'b', 'a', 'c']) await counter.add(key);
    expect((await counter.add('a')).count).toBe(3);
    expect((await counter.add('b')).count).toBe(1);
  });

  it('of one program are told apart by their names', async () => {
    const limits = open(await testRedisUrl());
    await counting(limits);
    const key = fresh();
    await limits.counted('one', window).add(key);
    expect((await limits.counted('other', window).add(key)).count).toBe(1);
  });

  it.each([
    ['in one process', async () => null],
    ['in Redis', testRedisUrl],
  ])('are taken together or not at all, %s', async (_, url) => {
    const limits = open(await url());
    await counting(limits);
    const [small, large] = [
      limits.counted('small', { points: 2, duration: 60 }),
      limits.counted('large', window),
    ];
    const [one, other] = [fresh(), fresh()];
    const claims = [
      { limit: small, key: one },
      { limit: large, key: other, by: 2 },
    ];
    const first = await takeAll(claims);
    await takeAll(claims);
    const third = await takeAll(claims);
    expect(third).toEqual({ wait: expect.any(Number) });
    expect((await large.add(other, 0)).count).toBe(4);
    if ('giveBack' in first) await first.giveBack();
    expect(await takeAll(claims)).toHaveProperty('giveBack');
  });
});

describe('a pace', () => {
  it('lets a burst go ahead at once, then so many a second', async () => {
    vi.useFakeTimers();
    const pace = open(null).paced('pace', { perSecond: 2, burst: 5 });
    const waits: number[] = [];
    for (let i = 0; i < 6; i++) waits.push(await pace.take('a'));
    expect(waits.map((wait) => wait > 0)).toEqual([false, false, false, false, false, true]);
    expect(await pace.take('b')).toBe(0);
    vi.advanceTimersByTime(waits.at(-1) ?? 0);
    expect(await pace.take('a')).toBe(0);
  });

  it('may be slower than one a second', async () => {
    vi.useFakeTimers();
    const pace = open(null).paced('pace', { perSecond: 0.1, burst: 1 });
    expect(await pace.take('a')).toBe(0);
    vi.advanceTimersByTime(9_000);
    expect(await pace.take('a')).toBe(1_000);
    vi.advanceTimersByTime(1_000);
    expect(await pace.take('a')).toBe(0);
  });

  it('holds for several processes together', async () => {
    const url = await testRedisUrl();
    const [one, other] = [open(url), open(url)];
    await counting(one, other);
    const [key, pace] = [fresh(), { perSecond: 0.01, burst: 4 }];
    const paces = [one, other].map((limits) => limits.paced('pace', pace));
    const waits: number[] = [];
    for (let i = 0; i < 8; i++) waits.push((await paces[i % 2]?.take(key)) ?? 0);
    expect(waits.filter((wait) => wait === 0)).toHaveLength(4);
  });
});

describe('limits of several processes', () => {
  it('count together, many at once too', async () => {
    const url = await testRedisUrl();
    const [one, other] = [open(url), open(url)];
    await counting(one, other);
    const key = fresh();
    const [here, there] = adding(one, other);
    const counts = await Promise.all(Array.from({ length: 40 }, (_, i) => (i % 2 ? here : there)(key)));
    expect(counts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  });

  it('keep no key in Redis from which somebody is found out', async () => {
    const url = await testRedisUrl();
    const limits = open(url);
    await counting(limits);
    await limits.counted('tries', window).add('+962791234567');
    const client = createClient({ url });
    await client.connect();
    onTestFinished(() => client.destroy());
    const keys = await client.keys('limit:*');
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.join()).not.toContain('962791234567');
  });

  it('stay where they were when Redis goes, count in each process then, and together when it is back', async () => {
    const redis = await startRedis();
    const [one, other] = [open(redis.url), open(redis.url)];
    await counting(one, other);
    const key = fresh();
    const [here, there] = adding(one, other);
    await here(key, 4);
    expect(await there(key, 2)).toBe(6);

    await redis.stop();
    expect(await here(key)).toBe(5);
    expect(await here(key)).toBe(6);
    expect(await there(key)).toBe(3);
    const stranger = fresh();
    expect(await here(stranger)).toBe(1);

    const again = await startRedis(redis.port);
    onTestFinished(() => again.stop());
    await counting(one, other);
    // Redis has forgotten, the processes have not.
    expect(await here(key)).toBe(7);
    expect(await here(stranger)).toBe(2);
    expect(await there(stranger)).toBe(2);
  });

  it('do not wait for a Redis that takes connections and stays silent', async () => {
    const silent = createServer((socket) => {
      const redis = connectTo(Number(new URL(url).port), '127.0.0.1');
      pipes.push([socket, redis]);
      socket.pipe(redis).pipe(socket);
      for (const each of [socket, redis]) each.on('error', () => undefined);
    });
    const pipes: [Socket, Socket][] = [];
    const url = await testRedisUrl();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      silent.close();
      for (const each of pipes.flat()) each.destroy();
    });
    const address = silent.address();
    if (typeof address !== 'object' || !address) throw new Error('it does not listen');
    const [one, other] = [open(`redis://127.0.0.1:${address.port}`), open(url)];
    await counting(one, other);
    const key = fresh();
    const [here] = adding(one, other);
    await here(key, 2);
    for (const [client, redis] of pipes) {
      redis.unpipe(client);
      client.unpipe(redis);
    }
    expect(await here(key)).toBe(3);
    const pace = one.paced('pace', { perSecond: 1, burst: 1 });
    expect(await pace.take(key)).toBe(0);
  });
});
