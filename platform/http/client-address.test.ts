import { describe, expect, it } from 'vitest';
import { clientAddress, readTrustedProxies } from './client-address.ts';

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
  });
});
