import { describe, expect, it } from 'vitest';
import { openClientKeys } from './client-key.ts';

const keyOf = openClientKeys('a secret');

describe('the key of a caller', () => {
  it('is the same for the same address, at every gateway with the same key', () => {
    expect(keyOf('203.0.113.1')).toBe(openClientKeys('a secret')('203.0.113.1'));
    expect(keyOf('::ffff:203.0.113.1')).toBe(keyOf('203.0.113.1'));
    expect(keyOf('203.0.113.1')).not.toBe(keyOf('203.0.113.2'));
    expect(keyOf('203.0.113.1')).not.toBe(openClientKeys('another secret')('203.0.113.1'));
  });

  it('is one for a whole network of IPv6', () => {
    expect(keyOf('2001:db8:1:2:3:4:5:6')).toBe(keyOf('2001:db8:1:2::9'));
    expect(keyOf('2001:db8:1:2::1')).not.toBe(keyOf('2001:db8:1:3::1'));
    expect(keyOf('2001:0db8:0001:0002::1')).toBe(keyOf('2001:db8:1:2::1'));
  });

  it('does not show the address', () => {
    expect(keyOf('203.0.113.1')).toMatch(/^[\w-]{22}$/);
  });
});
