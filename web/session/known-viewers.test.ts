import { describe, expect, it } from 'vitest';
import { openKnownViewers } from './known-viewers.ts';

describe('whom the directory named last', () => {
  it('is known for a while, and forgotten then', () => {
    let now = 0;
    const known = openKnownViewers<string>({ max: 10, forMs: 1_000 }, () => now);
    known.remember('a', 'Huda');
    now = 1_000;
    expect(known.recall('a')).toBe('Huda');
    expect(known.recall('b')).toBeNull();
    now = 1_001;
    expect(known.recall('a')).toBeNull();
  });

  it('is of a bounded number of people, the newest', () => {
    const known = openKnownViewers<number>({ max: 2, forMs: 1_000 }, () => 0);
    known.remember('a', 1);
    known.remember('b', 2);
    known.remember('a', 3);
    known.remember('c', 4);
    expect([known.recall('a'), known.recall('b'), known.recall('c')]).toEqual([3, null, 4]);
  });
});
