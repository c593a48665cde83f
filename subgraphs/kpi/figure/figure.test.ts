import { describe, expect, it } from 'vitest';
import { countsFor, figureOf, formulas, kpiNames, nothingCounted } from './figure.ts';
import { formulaWords, labels } from './words.ts';

const none = { median: null, p90: null };

describe('a figure', () => {
  it('that is a share divides those it means by those it looks at', () => {
    expect(figureOf('DELAYED', { counts: { late: 3, due: 12 }, durations: none })).toEqual({
      name: 'DELAYED',
      value: 0.25,
      numerator: 3,
      denominator: 12,
      n: 12,
    });
  });

  it('that is a share of nothing has no value, rather than zero', () => {
    expect(figureOf('SATISFACTION', nothingCounted)).toMatchObject({
      value: null,
      numerator: 0,
      denominator: 0,
      n: 0,
    });
  });

  it('may be above one where more closed than came in', () => {
    expect(figureOf('CLOSED_FLOW', { counts: { closed: 6, received: 4 }, durations: none }).value).toBe(1.5);
  });

  it('that is a number is its own n', () => {
    expect(figureOf('RECEIVED', { counts: { received: 7 }, durations: none })).toMatchObject({
      value: 7,
      n: 7,
    });
  });

  it('that is a duration rests on the answers that were timed', () => {
    const counted = { counts: { timed: 9 }, durations: { median: 420, p90: 2_100 } };
    expect(figureOf('MEDIAN_TIME_TO_RESOLVE', counted)).toMatchObject({ value: 420, n: 9, numerator: null });
    expect(figureOf('P90_TIME_TO_RESOLVE', counted).value).toBe(2_100);
  });

  it('asks for no more counts than it needs', () => {
    expect(countsFor(['DELAYED', 'RECEIVED', 'CLOSED_COHORT'])).toEqual([
      'late',
      'due',
      'received',
      'closed_of_received',
    ]);
  });
});

it.each(kpiNames)('%s has a name and a formula in both languages', (name) => {
  for (const words of [labels[name], formulaWords[name]]) {
    expect(words.ar).toMatch(/[\u0600-\u06ff]/);
    expect(words.en).toMatch(/[a-z]/);
  }
  const { unit } = formulas[name];
  for (const text of Object.values(formulaWords[name])) expect(text.includes('÷')).toBe(unit === 'RATIO');
});
