import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { knownBrowsers } from './known-browser.ts';

const known = knownBrowsers(['a key of the tests'], true);
const request = (cookie = '') => ({ headers: { cookie } }) as IncomingMessage;
const cookieOf = (header: string) => header.split(';')[0] ?? '';

describe('a known browser', () => {
  it('is known for the names that signed in there, and for no other', () => {
    const first = cookieOf(known.remember(request(), 'layla'));
    const second = cookieOf(known.remember(request(first), 'omar'));
    expect(known.isKnown(request(second), 'layla')).toBe(true);
    expect(known.isKnown(request(`other=1; ${second}`), 'omar')).toBe(true);
    expect(known.isKnown(request(second), 'room.1')).toBe(false);
    expect(known.isKnown(request(), 'layla')).toBe(false);
  });

  it('cannot be claimed without the key, and does not show the name', () => {
    const other = knownBrowsers(['another key'], true).remember(request(), 'layla');
    expect(known.isKnown(request(cookieOf(other)), 'layla')).toBe(false);
    expect(other).not.toContain('layla');
    expect(other).toContain('HttpOnly; SameSite=Lax; Secure');
  });

  it('is remembered for five names at most', () => {
    const cookie = ['a', 'b', 'c', 'd', 'e', 'f'].reduce(
      (before, name) => cookieOf(known.remember(request(before), name)),
      '',
    );
    expect(known.isKnown(request(cookie), 'a')).toBe(false);
    expect(known.isKnown(request(cookie), 'f')).toBe(true);
  });
});
