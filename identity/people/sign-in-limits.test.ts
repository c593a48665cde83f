import { describe, expect, it } from 'vitest';
import { type Attempt, makeSignInLimits } from './sign-in-limits.ts';

const start = Date.parse('2026-04-05T09:00:00Z');
const attempt = (changes: Partial<Attempt> = {}): Attempt => ({
  username: 'layla',
  address: '203.0.113.1',
  known: false,
  ...changes,
});

describe('limits of signing in', () => {
  it('let somebody from another address in while a name is guessed', () => {
    const limits = makeSignInLimits();
    for (let guess = 0; guess < 1_000; guess++) limits.take(attempt(), start);
    expect(limits.take(attempt(), start)).toBe(1);
    expect(limits.take(attempt({ address: '203.0.113.2' }), start)).toBe(0);
  });

  it('let a browser that is known for the name in, whatever others at its address do', () => {
    const limits = makeSignInLimits();
    for (let guess = 0; guess < 1_000; guess++) limits.take(attempt(), start);
    expect(limits.take(attempt({ known: true }), start)).toBe(0);
  });

  it('let the rightful person in at the same address while eight wrong passwords a second come', () => {
    const limits = makeSignInLimits();
    const refused = Array.from({ length: 36 * 9 }, (_, i) =>
      limits.take(attempt(), start + i * (1_000 / 9)),
    ).filter((seconds) => seconds > 0);
    expect(refused).toEqual([]);
  });

  it('stop one password that is tried on many names', () => {
    const limits = makeSignInLimits();
    const tried = Array.from({ length: 60 }, (_, i) =>
      limits.take(attempt({ username: `user-${i}` }), start + i * 8),
    );
    expect(tried.filter((seconds) => seconds > 0).length).toBeGreaterThanOrEqual(15);
  });

  it('do not count a flood on one name against the other names of its address', () => {
    const limits = makeSignInLimits();
    for (let guess = 0; guess < 1_000; guess++) limits.take(attempt(), start);
    expect(limits.take(attempt({ username: 'omar' }), start)).toBe(0);
  });

  it('let tries go ahead again after a second', () => {
    const limits = makeSignInLimits({ oneName: { burst: 1, perSecond: 1 } });
    expect(limits.take(attempt(), start)).toBe(0);
    expect(limits.take(attempt(), start)).toBe(1);
    expect(limits.take(attempt(), start + 1_000)).toBe(0);
  });

  it('hold the answer to a wrong password back after five of them, and forget them in time', () => {
    const limits = makeSignInLimits({ delay: 700 });
    const held = Array.from({ length: 6 }, () => limits.failed(attempt(), start));
    expect(held).toEqual([0, 0, 0, 0, 0, 700]);
    expect(limits.failed(attempt({ address: '203.0.113.2' }), start)).toBe(0);
    expect(limits.failed(attempt(), start + 15 * 60_000)).toBe(0);
    limits.succeeded(attempt());
    expect(limits.failed(attempt(), start + 15 * 60_000)).toBe(0);
  });

  it('remember no more than they may', () => {
    const limits = makeSignInLimits({ max: 2, oneName: { burst: 1, perSecond: 0.001 } });
    const names = ['a', 'b', 'c'];
    for (const username of names) limits.take(attempt({ username, known: true }), start);
    expect(names.map((username) => limits.take(attempt({ username, known: true }), start) > 0)).not.toEqual([
      true,
      true,
      true,
    ]);
  });
});
