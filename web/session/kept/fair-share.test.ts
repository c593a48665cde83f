import { describe, expect, it } from 'vitest';
import { addressIn, openFairShare } from './fair-share.ts';

const limits = { windowMs: 1_000, maxRecords: 2, maxLength: 100, maxAddresses: 2 };
const small = { isNew: true, length: 1 };

describe('the share of an address', () => {
  it('ends for who floods, and for nobody else', () => {
    const share = openFairShare(limits);
    expect([1, 2, 3].map(() => share.take('10.0.0.1', small, 0))).toEqual([true, true, false]);
    expect(share.take('10.0.0.2', small, 0)).toBe(true);
    expect(share.take('10.0.0.1', { isNew: false, length: 1 }, 0)).toBe(true);
    expect(share.take('10.0.0.1', small, 1_000)).toBe(true);
  });

  it('counts what is written, also over and over into one record', () => {
    const share = openFairShare(limits);
    const long = { isNew: false, length: 60 };
    expect([share.take('a', long, 0), share.take('a', long, 0)]).toEqual([true, false]);
  });

  it('is that of a network where clients choose the rest of the address', () => {
    const share = openFairShare(limits);
    const from = (end: string) => share.take(`2001:db8:1:2:${end}`, small, 0);
    expect([from('a:b:c:d'), from('e:f:0:1'), from('2:3:4:5')]).toEqual([true, true, false]);
  });

  it('remembers so many addresses only', () => {
    const share = openFairShare(limits);
    for (const address of ['a', 'a', 'b', 'c']) share.take(address, small, 0);
    expect(share.take('a', small, 0)).toBe(true);
  });

  it('belongs to the address that our own proxy has seen, whatever a client writes', () => {
    expect(addressIn('1.2.3.4, 10.0.0.9')).toBe('10.0.0.9');
    expect(addressIn(null)).toBe('');
  });
});
