import { describe, expect, it } from 'vitest';
import { toCell, toCsv } from './entities/csv.ts';
import { type EntityFigures, groupBySize } from './entities/entity-groups.ts';
import { type Figure, onTimeOf, trendOf } from './figures.ts';
import { minutesOfWorkingDay, toWorkingDays } from './working-time.ts';

const delayed: Figure = {
  name: 'DELAYED',
  label: 'x',
  value: 0.062,
  numerator: 62,
  denominator: 1000,
  n: 1000,
  previous: 0.071,
  differsFromPrevious: true,
  target: 0.1,
  unit: 'RATIO',
  formula: 'x',
  asOf: '2026-11-24T10:00:00+03:00',
  suppressed: false,
};

describe('what came on time', () => {
  it('is all that was not delayed', () => {
    expect(onTimeOf(delayed)).toMatchObject({ value: 0.938, numerator: 938, target: 0.9 });
  });

  it('rises as delays fall', () => {
    expect(trendOf(onTimeOf(delayed))).toMatchObject({ way: 'up' });
  });

  it('is unknown when nothing was due', () => {
    const nothing = onTimeOf({ ...delayed, value: null, previous: null, numerator: null });
    expect(nothing.value).toBeNull();
    expect(trendOf(nothing)).toBeNull();
  });

  it('has not moved when the change is no more than chance explains', () => {
    expect(trendOf({ ...delayed, differsFromPrevious: false })).toEqual({ way: 'flat', by: 0 });
    expect(trendOf({ ...delayed, differsFromPrevious: null })).toEqual({ way: 'flat', by: 0 });
  });
});

describe('working time', () => {
  it('is counted in days of the calendar', () => {
    expect(minutesOfWorkingDay('08:30', '15:30')).toBe(420);
    expect(toWorkingDays(1428, 420)).toBe(3.4);
  });
});

describe('entities', () => {
  const terms = { fewestShown: 5, fewestRanked: 30, largeVolume: 200, middleVolume: 50 };
  const entity = (code: string, received: number | null, onTime: number | null): EntityFigures => ({
    code,
    name: code,
    received,
    onTime,
    due: received ?? 0,
    satisfied: null,
    ratings: 0,
    medianMinutes: null,
  });

  it('are compared with those of their size only', () => {
    const groups = groupBySize(
      [
        entity('A', 500, 0.8),
        entity('B', 60, 0.9),
        entity('C', 900, 0.95),
        entity('D', 0, null),
        entity('E', null, null),
      ],
      terms,
    );
    expect(groups.map((group) => [group.name, group.entities.map((one) => one.code).join('')])).toEqual([
      ['groupLarge', 'CA'],
      ['groupMiddle', 'B'],
      ['groupNone', 'DE'],
    ]);
  });
});

describe('a cell of CSV', () => {
  it.each(['=1+1', '+1', '-1', '@x', '\tx', ' =1', '\u200f=1'])('is no formula: %s', (text) => {
    expect(toCell(text).replace(/^"/, '')).toMatch(/^'/);
  });

  it('is quoted where it must be', () => {
    expect(toCsv([['وزارة "الصحة"', 'a,b', 1, null]])).toBe('\ufeff"وزارة ""الصحة""","a,b",1,\r\n');
  });
});
