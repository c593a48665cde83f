import { describe, expect, it } from 'vitest';
import { clientAddress, networkOf, readTrustedProxies } from './client-address.ts';

describe('the address of a client', () => {
  const proxies = readTrustedProxies(['127.0.0.0/8', '::1', '10.0.0.0/8']);

  it('is that of the peer, whatever the peer says', () => {
    expect(clientAddress('203.0.113.1', '198.51.100.1', proxies)).toBe('203.0.113.1');
  });

  it('is what our own proxies say', () => {
    expect(clientAddress('127.0.0.1', '198.51.100.1', proxies)).toBe('198.51.100.1');
    expect(clientAddress('::ffff:10.1.2.3', '198.51.100.1, 10.0.0.9', proxies)).toBe('198.51.100.1');
  });

  it('is the last that a proxy of ours saw, not what the caller claims before it', () => {
    expect(clientAddress('127.0.0.1', '1.1.1.1, 198.51.100.1', proxies)).toBe('198.51.100.1');
  });

  it('is without the port that some proxies add', () => {
    expect(clientAddress('127.0.0.1', '198.51.100.1:4711', proxies)).toBe('198.51.100.1');
    expect(clientAddress('127.0.0.1', '[2001:db8::1]:443', proxies)).toBe('2001:db8::1');
    expect(clientAddress('127.0.0.1', '[2001:db8::1], 10.0.0.9:80', proxies)).toBe('2001:db8::1');
  });

  it('is found behind any length of claims', () => {
    const claims = Array.from({ length: 5_000 }, () => '1.1.1.1').join(', ');
    expect(clientAddress('127.0.0.1', `${claims}, 198.51.100.1`, proxies)).toBe('198.51.100.1');
  });

  it('is that of the proxy when it says nothing usable', () => {
    expect(clientAddress('127.0.0.1', '', proxies)).toBe('127.0.0.1');
    expect(clientAddress('127.0.0.1', 'nonsense', proxies)).toBe('127.0.0.1');
    expect(clientAddress(undefined, undefined, proxies)).toBe('');
  });

  it('refuses a list of proxies that is none', () => {
    expect(() => readTrustedProxies(['nonsense'])).toThrow('nonsense');
    for (const entry of ['10.0.0.0/33', '10.1', '0x7f.0.0.1', '10.0.0.0/x', '::1/129', '']) {
      expect(() => readTrustedProxies([entry]), entry).toThrow();
    }
  });

  it('is never an odd spelling of a number, which resolvers would read as an address', () => {
    for (const odd of ['2130706433', '0x7f000001', '127.1', '0177.0.0.1']) {
      expect(clientAddress('127.0.0.1', odd, proxies), odd).toBe('127.0.0.1');
    }
  });

  it('is believed from proxies of IPv6 networks, and from single ones', () => {
    const networks = readTrustedProxies(['2001:db8:1::/48', '192.0.2.7']);
    expect(clientAddress('2001:db8:1:ffff::1', '198.51.100.1', networks)).toBe('198.51.100.1');
    expect(clientAddress('2001:db8:2::1', '198.51.100.1', networks)).toBe('2001:db8:2::1');
    expect(clientAddress('::ffff:192.0.2.7', '2001:DB8:0:0::9', networks)).toBe('2001:db8::9');
    expect(clientAddress('192.0.2.8', '198.51.100.1', networks)).toBe('192.0.2.8');
  });
});

describe('the network of a caller', () => {
  it('is the address itself, of IPv6 the first 64 bits', () => {
    expect(networkOf('203.0.113.1')).toBe('203.0.113.1');
    expect(networkOf('::ffff:203.0.113.1')).toBe('203.0.113.1');
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::');
    expect(networkOf('fe80::1%eth0')).toBe('fe80::');
    expect(networkOf('nonsense')).toBe('nonsense');
  });
});
