import { describe, expect, it } from 'vitest';
import { openLastAnswers } from './last-answers.ts';

/** A cache over a clock and a service that the test moves. */
function open(given: { most?: number; maxOut?: number } = {}) {
  let time = 0;
  let asked = 0;
  let out = 0;
  let maxOut = 0;
  const waiting: (() => void)[] = [];
  const pending: ((value: string | null) => void)[] = [];
  const answers = openLastAnswers({
    freshMs: 10,
    keepMs: 1_000,
    patienceMs: 1,
    most: given.most ?? 10,
    maxOut: given.maxOut ?? 2,
    now: () => time,
    wait: () => new Promise((resolve) => waiting.push(resolve)),
  });
  const ask = async () => {
    asked += 1;
    out += 1;
    maxOut = Math.max(maxOut, out);
    const value = await new Promise<string | null>((resolve) => pending.push(resolve));
    out -= 1;
    if (value === 'broken') throw new Error('away');
    return value;
  };
  const settle = async () => {
    for (let index = 0; index < 20; index++) await Promise.resolve();
  };
  return {
    read: (key: string) => answers.read(key, ask),
    pass: (ms: number) => {
      time += ms;
    },
    /** The oldest question that is out is answered so. */
    async reply(value: string | null) {
      await settle();
      pending.shift()?.(value);
      await settle();
    },
    async loseThePatience() {
      await settle();
      for (const resolve of waiting.splice(0)) resolve();
    },
    asked: () => asked,
    maxOut: () => maxOut,
  };
}

describe('the last answers', () => {
  it('answer a hundred visitors at once by one question', async () => {
    const cache = open();
    const all = Array.from({ length: 100 }, () => cache.read('home'));
    await cache.reply('figures');
    expect(new Set(await Promise.all(all))).toEqual(new Set(['figures']));
    expect(cache.asked()).toBe(1);
  });

  it('are given without asking while they are fresh', async () => {
    const cache = open();
    const first = cache.read('home');
    await cache.reply('one');
    await first;
    cache.pass(9);
    expect(await cache.read('home')).toBe('one');
    expect(cache.asked()).toBe(1);
  });

  it('are renewed when they are old, and a hundred who ask meanwhile get the last one', async () => {
    const cache = open();
    const first = cache.read('home');
    await cache.reply('one');
    await first;
    cache.pass(11);
    const all = Array.from({ length: 100 }, () => cache.read('home'));
    await cache.loseThePatience();
    expect(new Set(await Promise.all(all))).toEqual(new Set(['one']));
    await cache.reply('two');
    expect(await cache.read('home')).toBe('two');
    expect(cache.asked()).toBe(2);
  });

  it('are new at once where the service is quick', async () => {
    const cache = open();
    const first = cache.read('home');
    await cache.reply('one');
    await first;
    cache.pass(11);
    const second = cache.read('home');
    await cache.reply('two');
    expect(await second).toBe('two');
  });

  it.each([null, 'broken'])('stay when the service answers %s, and are asked for again', async (failure) => {
    const cache = open();
    const first = cache.read('home');
    await cache.reply('one');
    await first;
    cache.pass(11);
    const second = cache.read('home');
    await cache.reply(failure);
    await cache.loseThePatience();
    expect(await second).toBe('one');
    const third = cache.read('home');
    await cache.reply('two');
    expect(await third).toBe('two');
  });

  it('are none where there never was one, and the next visitor asks again', async () => {
    const cache = open();
    const first = cache.read('home');
    await cache.reply(null);
    expect(await first).toBeNull();
    const second = cache.read('home');
    await cache.reply('one');
    expect(await second).toBe('one');
  });

  it('are not given for ever', async () => {
    const cache = open();
    const first = cache.read('home');
    await cache.reply('one');
    await first;
    cache.pass(1_000);
    const second = cache.read('home');
    await cache.reply(null);
    expect(await second).toBeNull();
  });

  it('are bounded: what was read longest ago is dropped', async () => {
    const cache = open({ most: 2 });
    for (const key of ['a', 'b', 'a', 'c']) {
      const read = cache.read(key);
      await cache.reply(key);
      await read;
    }
    const asked = cache.asked();
    await cache.read('a');
    await cache.read('c');
    expect(cache.asked()).toBe(asked);
    const again = cache.read('b');
    await cache.reply('b');
    await again;
    expect(cache.asked()).toBe(asked + 1);
  });

  it('never ask more questions at a time than they may', async () => {
    const cache = open({ maxOut: 2, most: 100 });
    const all = Array.from({ length: 30 }, (_, index) => cache.read(`filter ${index}`));
    for (let index = 0; index < 30; index++) await cache.reply(`answer ${index}`);
    expect((await Promise.all(all)).filter(Boolean)).toHaveLength(30);
    expect(cache.maxOut()).toBe(2);
  });
});
