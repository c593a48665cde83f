import { describe, expect, it } from 'vitest';
import { sideOf } from './transfer-side.ts';

describe('the side of a transfer', () => {
  it.each([
    ['who is asked reads from whom it comes', { from: 'MOH', to: 'MIYAHUNA', own: ['MIYAHUNA'] }, 'received'],
    ['who asked reads where it goes', { from: 'MOH', to: 'MIYAHUNA', own: ['MOH'] }, 'sent'],
    ['the operation room reads both', { from: 'MOH', to: 'MIYAHUNA', own: [] }, 'watched'],
    ['who works for both reads both', { from: 'MOH', to: 'JUST', own: ['MOH', 'JUST'] }, 'watched'],
    [
      'nobody is taken for an entity that is not known',
      { from: undefined, to: 'MOH', own: ['MOH'] },
      'received',
    ],
    ['neither known', { from: undefined, to: undefined, own: ['MOH'] }, 'watched'],
  ])('%s', (_, sides, side) => {
    expect(sideOf(sides)).toBe(side);
  });
});
