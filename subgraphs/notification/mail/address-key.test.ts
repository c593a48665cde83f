import { describe, expect, it } from 'vitest';
import { openAddressKeys } from './address-key.ts';

const keys = openAddressKeys('a secret of the tests');

describe('the key of a mail address', () => {
  it('is the same however the address is written, and another under another secret', () => {
    expect(keys.hashOf(' Layla@Example.JO ')).toEqual(keys.hashOf('layla@example.jo'));
    expect(keys.hashOf('omar@example.jo')).not.toEqual(keys.hashOf('layla@example.jo'));
    expect(openAddressKeys('another').hashOf('layla@example.jo')).not.toEqual(
      keys.hashOf('layla@example.jo'),
    );
  });

  it('is found again in the token that was made for it, and in nothing else', () => {
    const hash = keys.hashOf('layla@example.jo');
    const token = keys.tokenOf(hash);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(keys.readToken(token)).toEqual(hash);
    expect(keys.readToken(openAddressKeys('another').tokenOf(hash))).toBeNull();
    for (const wrong of ['', 'nonsense', `${token}x`, token.slice(2), '\u0000']) {
      expect(keys.readToken(wrong)).toBeNull();
    }
  });
});
