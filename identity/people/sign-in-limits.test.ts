import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ownLimits } from '../../test/harness/own-limits.ts';
import { type Attempt, makeSignInLimits } from './sign-in-limits.ts';

const open = (options?: Parameters<typeof makeSignInLimits>[1]) => makeSignInLimits(ownLimits(), options);
const attempt = (changes: Partial<Attempt> = {}): Attempt => ({
  username: 'layla',
  address: '203.0.113.1',
  known: false,
  ...changes,
});
const pass = (milliseconds: number) => vi.advanceTimersByTime(milliseconds);

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
});

describe('limits of signing in', () => {
  it('let somebody from another address in while a name is guessed', async () => {
    const limits = open();
    for (let guess = 0; guess < 1_000; guess++) await limits.take(attempt());
    expect(await limits.take(attempt())).toBe(1);
    expect(await limits.take(attempt({ address: '203.0.113.2' }))).toBe(0);
  });

  it('let a browser that is known for the name in, whatever others at its address do', async () => {
    const limits = open();
    for (let guess = 0; guess < 1_000; guess++) await limits.take(attempt());
    expect(await limits.take(attempt({ known: true }))).toBe(0);
  });

  it('let the rightful person in at the same address while eight wrong passwords a second come', async () => {
    const limits = open();
    const refused: number[] = [];
    for (let i = 0; i < 36 * 9; i++) {
      const seconds = await limits.take(attempt());
      if (seconds > 0) refused.push(seconds);
      pass(1_000 / 9);
    }
    expect(refused).toEqual([]);
  });

  it('stop one password that is tried on many names', async () => {
    const limits = open();
    let refused = 0;
    for (let i = 0; i < 60; i++) {
      if ((await limits.take(attempt({ username: `user-${i}` }))) > 0) refused += 1;
      pass(8);
    }
    expect(refused).toBeGreaterThanOrEqual(15);
  });

  it('let no more than the pace through in the long run', async () => {
    const limits = open();
    let passed = 0;
    for (let i = 0; i < 60 * 50; i++) {
      if ((await limits.take(attempt())) === 0) passed += 1;
      pass(20);
    }
    expect(passed).toBeLessThanOrEqual(60 * 15 + 20);
  });

  it('do not count a flood on one name against the other names of its address', async () => {
    const limits = open();
    for (let guess = 0; guess < 1_000; guess++) await limits.take(attempt());
    expect(await limits.take(attempt({ username: 'omar' }))).toBe(0);
  });

  it('let tries go ahead again after a second', async () => {
    const limits = open({ oneName: { burst: 1, perSecond: 1 } });
    expect(await limits.take(attempt())).toBe(0);
    expect(await limits.take(attempt())).toBe(1);
    pass(1_000);
    expect(await limits.take(attempt())).toBe(0);
  });

  it('hold the answer to a wrong password back after five of them, and forget them in time', async () => {
    const limits = open({ delay: 700 });
    const held: number[] = [];
    for (let i = 0; i < 6; i++) held.push(await limits.failed(attempt()));
    expect(held).toEqual([0, 0, 0, 0, 0, 700]);
    expect(await limits.failed(attempt({ address: '203.0.113.2' }))).toBe(0);
    pass(15 * 60_000);
    expect(await limits.failed(attempt())).toBe(0);
    await limits.succeeded(attempt());
    expect(await limits.failed(attempt())).toBe(0);
  });

  it('remember wrong passwords until there was none for a quarter of an hour', async () => {
    const limits = open({ delay: 700 });
    for (let i = 0; i < 5; i++) {
      expect(await limits.failed(attempt())).toBe(0);
      pass(10 * 60_000);
    }
    expect(await limits.failed(attempt())).toBe(700);
  });

  it('remember no more than they may', async () => {
    const limits = makeSignInLimits(ownLimits(2), { oneName: { burst: 1, perSecond: 0.001 } });
    const names = ['a', 'b', 'c'];
    for (const username of names) await limits.take(attempt({ username, known: true }));
    const refused: boolean[] = [];
    for (const username of names) refused.push((await limits.take(attempt({ username, known: true }))) > 0);
    expect(refused).not.toEqual([true, true, true]);
  });
});
