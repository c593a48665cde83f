import { describe, expect, it } from 'vitest';
import { partFilter, readPartAddress, writePartAddress } from './contribution-address.ts';

describe('the list of parts', () => {
  it('begins with what others wait for from us', () => {
    expect(partFilter(readPartAddress({}))).toEqual({ mine: true, state: ['OPEN'] });
  });

  it('turns to what we asked of others, and to what is settled', () => {
    const address = readPartAddress({ side: 'others', settled: '1', after: 'c1' });
    expect(partFilter(address)).toEqual({ mine: false, state: ['ANSWERED', 'WITHDRAWN'] });
    expect(writePartAddress(address)).toBe('?side=others&settled=1');
    expect(writePartAddress(address, { settled: false, after: 'c2' })).toBe('?side=others&after=c2');
  });

  it('is not broken by an address that says nothing', () => {
    expect(readPartAddress({ side: ['x', 'y'], settled: 'yes' })).toEqual({
      side: 'mine',
      settled: false,
      after: null,
    });
  });
});
