import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type FollowedCase, follow, readFollowed, secretOf, stopFollowing } from './followed-cases.ts';

/** The cookies of one browser, as Next hands them to a request. */
const browser = vi.hoisted(() => ({ jar: new Map<string, string>() }));
vi.mock('next/headers', () => ({
  cookies: async () => ({
    getAll: () => [...browser.jar].map(([name, value]) => ({ name, value })),
    set: (name: string, value: string, { maxAge }: { maxAge: number }) => {
      if (maxAge > 0) browser.jar.set(name, value);
      else browser.jar.delete(name);
    },
  }),
}));

const kase = (number: number, subject = 'x'): FollowedCase => ({
  reference: `BK-2026-0000-${String(number).padStart(4, '0')}-7`,
  secret: randomBytes(12).toString('hex').toUpperCase(),
  subject,
  entity: 'MOH',
});

describe('the cases followed on a device', () => {
  beforeEach(() => {
    browser.jar.clear();
    vi.stubEnv('SESSION_SECRET', 'a secret of the server, long enough');
  });

  it('are kept when two tabs open one each at the same time', async () => {
    const [one, two] = [kase(1), kase(2)];
    await Promise.all([follow(one), follow(two)]);
    expect(await secretOf(one.reference)).toBe(one.secret);
    expect(await secretOf(two.reference)).toBe(two.secret);
    await stopFollowing(one.reference);
    expect(await secretOf(one.reference)).toBeNull();
    expect(await readFollowed()).toEqual([two]);
  });

  it('fit into their cookies, whatever their subjects are, and are twelve at most', async () => {
    const random = () =>
      String.fromCodePoint(...Array.from(randomBytes(200), (byte, at) => 0x20000 + byte * 100 + at));
    for (let number = 0; number < 14; number += 1) await follow(kase(number, random()));
    const sizes = [...browser.jar].map(([name, value]) => name.length + value.length);
    expect(sizes).toHaveLength(12);
    expect(Math.max(...sizes)).toBeLessThan(700);
  });
});
