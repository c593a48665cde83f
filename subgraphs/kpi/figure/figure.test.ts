import { describe, expect, it } from 'vitest';
import { usualTerms } from '../terms/terms.ts';
import { countsFor, figureOf, formulas, kpiNames, nothingCounted } from './figure.ts';
import { formulaOf, labels } from './words.ts';

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
  const formula = formulaOf(name, usualTerms);
  for (const words of [labels[name], formula]) {
    expect(words.ar).toMatch(/[\u0600-\u06ff]/);
    expect(words.en).toMatch(/[a-z]/);
  }
  const { unit } = formulas[name];
  for (const text of Object.values(formula)) {
    expect(text.includes('÷')).toBe(unit === 'RATIO');
    expect(text).not.toMatch(/[{}]|\d %|[٠-٩]|cycle|الدورات/i);
  }
});

it('a formula tells the terms that are in force', () => {
  const terms = { maturityWorkingDays: 7, fewestRanked: 40 };
  expect(formulaOf('REOPENED', terms).en).toContain('older than 7 working days');
  expect(formulaOf('REOPENED', terms).ar).toContain('أيام العمل 7');
  expect(formulaOf('SATISFACTION', terms).en).toContain('fewer than 40 ratings');
});
