import { describe, expect, it } from 'vitest';
import { readIdentityAddress, writeIdentityAddress } from './identity-address.ts';

describe('the list of requests to be shown a reporter', () => {
  it('begins with those that wait for a decision', () => {
    expect(readIdentityAddress({ list: ['own', 'x'], after: '' })).toEqual({ own: false, after: null });
  });

  it('goes on page by page, and begins anew on the other list', () => {
    const address = readIdentityAddress({ list: 'own', after: 'c1' });
    expect(address).toEqual({ own: true, after: 'c1' });
    expect(writeIdentityAddress(address, { after: 'c2' })).toBe('?list=own&after=c2');
    expect(writeIdentityAddress(address, { own: false })).toBe('');
  });
});
