import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openFileLinks } from './link.ts';

describe('a link to a file', () => {
  const [id, kase] = [randomUUID(), randomUUID()];
  const tokenOf = (path: string) => path.split('/').at(-1) ?? '';

  it('opens this variant of this file of this case, and nothing else', () => {
    const links = openFileLinks(randomBytes(32));
    const token = tokenOf(links.make(id, kase, 'file'));
    expect(links.opens(token, id, kase, 'file')).toBe(true);
    expect(links.opens(token, id, kase, 'preview')).toBe(false);
    expect(links.opens(token, id, randomUUID(), 'file')).toBe(false);
    expect(links.opens(token, randomUUID(), kase, 'file')).toBe(false);
    expect(openFileLinks(randomBytes(32)).opens(token, id, kase, 'file')).toBe(false);
  });

  it('lives for five minutes', () => {
    let now = 1_800_000_000_000;
    const links = openFileLinks(randomBytes(32), () => now);
    const token = tokenOf(links.make(id, kase, 'file'));
    now += 299_000;
    expect(links.opens(token, id, kase, 'file')).toBe(true);
    now += 2_000;
    expect(links.opens(token, id, kase, 'file')).toBe(false);
  });

  it('cannot be lengthened or made up', () => {
    const links = openFileLinks(randomBytes(32));
    const [ends = '', mac = ''] = tokenOf(links.make(id, kase, 'file')).split('.');
    const later = (Number.parseInt(ends, 36) + 1).toString(36);
    for (const token of [
      `${later}.${mac}`,
      `${ends}.${'A'.repeat(43)}`,
      `${ends}.`,
      mac,
      '',
      '.',
      `${ends}.${mac}x`,
    ]) {
      expect(links.opens(token, id, kase, 'file')).toBe(false);
    }
  });
});
