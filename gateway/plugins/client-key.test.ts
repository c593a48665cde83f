import { describe, expect, it } from 'vitest';
import { addressOf, openClientKeys, readProxies } from './client-key.ts';

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

describe('the address of a caller', () => {
  const proxies = readProxies(['127.0.0.0/8', '::1', '10.0.0.0/8']);

  it('is that of the peer, whatever the peer says', () => {
    expect(addressOf('203.0.113.1', '198.51.100.1', proxies)).toBe('203.0.113.1');
  });

  it('is what our own proxies say', () => {
    expect(addressOf('127.0.0.1', '198.51.100.1', proxies)).toBe('198.51.100.1');
    expect(addressOf('::ffff:10.1.2.3', '198.51.100.1, 10.0.0.9', proxies)).toBe('198.51.100.1');
  });

  it('is the last that a proxy of ours saw, not what the caller claims before it', () => {
    expect(addressOf('127.0.0.1', '1.1.1.1, 198.51.100.1', proxies)).toBe('198.51.100.1');
  });

  it('is that of the proxy when it says nothing usable', () => {
    expect(addressOf('127.0.0.1', '', proxies)).toBe('127.0.0.1');
    expect(addressOf('127.0.0.1', 'nonsense', proxies)).toBe('127.0.0.1');
    expect(addressOf(undefined, undefined, proxies)).toBe('');
  });

  it('refuses a list of proxies that is none', () => {
    expect(() => readProxies(['nonsense'])).toThrow('nonsense');
  });
});
