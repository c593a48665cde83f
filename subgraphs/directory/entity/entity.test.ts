import { describe, expect, it } from 'vitest';
import { type Entity, existsOn, responsibleOn } from './entity.ts';

const make = (code: string, validTo: string | null, successor: string | null): Entity => ({
  code,
  names: { ar: code, en: code },
  sector: 'EDU',
  kind: 'ministry',
  parent: null,
  successor,
  validFrom: '2000-01-01',
  validTo,
  order: 1,
});
const old = make('MOHE', '2026-06-30', 'MOEHRD');
const between = make('MOEHRD', '2026-12-31', 'MOE');
const now = make('MOE', null, null);
const find = (code: string) => [old, between, now].find((entity) => entity.code === code);

describe('an entity', () => {
  it.each([
    ['1999-12-31', false],
    ['2000-01-01', true],
    ['2026-06-30', true],
    ['2026-07-01', false],
  ])('on %s exists: %s', (day, exists) => {
    expect(existsOn(old, day)).toBe(exists);
  });

  it('does its own work while it exists', () => {
    expect(responsibleOn(old, '2026-06-30', find)).toBe(old);
  });

  it('leaves its work to its successor, and the successor’s', () => {
    expect(responsibleOn(old, '2026-07-01', find)).toBe(between);
    expect(responsibleOn(old, '2027-01-01', find)).toBe(now);
  });

  it('leaves it to nobody when no successor exists, or they name each other', () => {
    const alone = make('X', '2026-06-30', null);
    expect(responsibleOn(alone, '2027-01-01', find)).toBeNull();
    const pair = [make('A', '2026-06-30', 'B'), make('B', '2026-06-30', 'A')] as const;
    expect(responsibleOn(pair[0], '2027-01-01', (code) => pair.find((one) => one.code === code))).toBeNull();
  });
});
