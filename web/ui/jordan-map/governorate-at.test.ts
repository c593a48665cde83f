import { describe, expect, it } from 'vitest';
import { governorateAt } from './governorate-at.ts';

const at = (latitude: number, longitude: number) => governorateAt({ latitude, longitude });

describe('a point on the drawing', () => {
  it.each([
    ['AMMAN', 31.9539, 35.9106],
    ['IRBID', 32.5556, 35.85],
    ['ZARQA', 32.0728, 36.088],
    ['MAFRAQ', 32.3429, 36.208],
    ['BALQA', 32.0392, 35.7272],
    ['KARAK', 31.1854, 35.7048],
    ['JERASH', 32.2723, 35.8914],
    ['MADABA', 31.7197, 35.7936],
    ['AQABA', 29.5321, 35.0063],
    ['AJLOUN', 32.3326, 35.7517],
    ['MAAN', 30.1962, 35.7341],
    ['TAFILAH', 30.8375, 35.6042],
  ])('lies in %s', (code, latitude, longitude) => {
    expect(at(latitude, longitude)).toBe(code);
  });

  it('close to the border of the country is left to those who know better', () => {
    expect(at(29.36, 34.96)).toBe('near');
  });

  it('in another country is outside', () => {
    expect(at(31.857, 35.3)).toBe('outside');
    expect(at(33.31, 44.36)).toBe('outside');
  });
});
