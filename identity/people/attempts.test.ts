import { describe, expect, it } from 'vitest';
import { makeAttempts } from './attempts.ts';

const start = Date.parse('2026-04-05T09:00:00Z');

describe('attempts', () => {
  it('lets five wrong tries pass and delays the sixth by half a minute', () => {
    const attempts = makeAttempts();
    for (let wrong = 0; wrong < 5; wrong++) {
      expect(attempts.wait('layla', start)).toBe(0);
      attempts.failed('layla', start);
    }
    expect(attempts.wait('layla', start)).toBe(30);
    expect(attempts.wait('layla', start + 29_001)).toBe(1);
    expect(attempts.wait('layla', start + 30_000)).toBe(0);
  });

  it('delays again after every further wrong try', () => {
    const attempts = makeAttempts({ free: 1 });
    attempts.failed('layla', start);
    attempts.failed('layla', start + 30_000);
    expect(attempts.wait('layla', start + 31_000)).toBe(29);
  });

  it('counts each name for itself', () => {
    const attempts = makeAttempts({ free: 1 });
    attempts.failed('layla', start);
    expect(attempts.wait('omar', start)).toBe(0);
  });

  it('forgets after a success, and after a quarter of an hour', () => {
    const attempts = makeAttempts({ free: 1, delay: 3_600 });
    attempts.failed('layla', start);
    attempts.failed('omar', start);
    attempts.succeeded('layla');
    expect(attempts.wait('layla', start)).toBe(0);
    expect(attempts.wait('omar', start + 899_999)).toBeGreaterThan(0);
    expect(attempts.wait('omar', start + 900_000)).toBe(0);
  });

  it('remembers no more names than it may', () => {
    const attempts = makeAttempts({ free: 1, most: 2 });
    for (const name of ['a', 'b', 'c']) attempts.failed(name, start);
    expect(['a', 'b', 'c'].map((name) => attempts.wait(name, start))).toEqual([0, 30, 30]);
  });
});
