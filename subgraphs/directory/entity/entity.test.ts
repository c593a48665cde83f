import { describe, expect, it } from 'vitest';
import { existsOn } from './entity.ts';

const ended = { validFrom: '2000-01-01', validTo: '2026-06-30' };

describe('an entity', () => {
  it.each([
    ['1999-12-31', false],
    ['2000-01-01', true],
    ['2026-06-30', true],
    ['2026-07-01', false],
  ])('on %s exists: %s', (day, exists) => {
    expect(existsOn(ended, day)).toBe(exists);
  });

  it('exists for good while no last day is set', () => {
    expect(existsOn({ ...ended, validTo: null }, '2999-12-31')).toBe(true);
  });
});
