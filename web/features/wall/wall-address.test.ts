import { describe, expect, it } from 'vitest';
import { readWallAddress, scopeOf, writeWallAddress } from './wall-address.ts';

describe('the address of the wall', () => {
  it('shows everything, moving, when nothing is asked', () => {
    expect(readWallAddress({})).toEqual({ entities: [], sectors: [], paused: false, group: null });
    expect(writeWallAddress(readWallAddress({}))).toBe('');
    expect(scopeOf(readWallAddress({}))).toEqual({});
  });

  it('survives being written and read again', () => {
    const address = readWallAddress({ entity: 'MOH,MIYAHUNA', paused: '1', group: '2' });
    expect(writeWallAddress(address)).toBe('?entity=MOH&entity=MIYAHUNA&paused=1&group=2');
    expect(scopeOf(address)).toEqual({ entity: ['MOH', 'MIYAHUNA'] });
  });

  it('leaves out what cannot be a code', () => {
    expect(readWallAddress({ entity: ['MOH', '<script>', ''], group: '9' })).toMatchObject({
      entities: ['MOH'],
      group: null,
    });
  });
});
