import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Criterion, checkRubric, scoreRequired, tally } from './rubric.ts';
import { openSample } from './sample.ts';

const criterion = (key: string, weight = 1, max = 5): Criterion => ({
  key,
  weight,
  max,
  names: { ar: `${key}-ع`, en: key },
});
const criteria = [criterion('complete', 3), criterion('clear', 2), criterion('kind', 1, 2)];
const answer = { id: '019a0000-0000-7000-8000-000000000001', cycle: 1, importance: null, ratingScore: null };
const never = { samplePercent: 0 };
const isSampled = openSample(randomBytes(32));

describe('an answer must be scored', () => {
  it('when its case is of high or critical importance', () => {
    for (const importance of ['HIGH', 'CRITICAL'] as const) {
      expect(scoreRequired({ ...answer, importance }, never, isSampled)).toBe(true);
    }
    for (const importance of ['LOW', 'MEDIUM', null] as const) {
      expect(scoreRequired({ ...answer, importance }, never, isSampled)).toBe(false);
    }
  });

  it('when it is rated two or less', () => {
    const rated = [1, 2, 3, 4, 5].map((ratingScore) =>
      scoreRequired({ ...answer, ratingScore }, never, isSampled),
    );
    expect(rated).toEqual([true, true, false, false, false]);
  });

  it('when it falls into the sample: ten of a hundred, the same ones whoever asks', () => {
    const cases = Array.from({ length: 20_000 }, () => ({ ...answer, id: randomUUID() }));
    const sampled = cases.filter((one) => scoreRequired(one, { samplePercent: 10 }, isSampled));
    expect(sampled.length / cases.length).toBeGreaterThan(0.09);
    expect(sampled.length / cases.length).toBeLessThan(0.11);
    expect(cases.filter((one) => scoreRequired(one, { samplePercent: 10 }, isSampled))).toEqual(sampled);
  });

  it('by a key of the server: who knows case and rule cannot tell', () => {
    const ids = Array.from({ length: 2_000 }, () => randomUUID());
    const of = (sample: typeof isSampled) => ids.filter((id) => sample(id, 1, 50)).join();
    const key = randomBytes(32);
    expect(of(openSample(key))).toBe(of(openSample(key)));
    expect(of(openSample(randomBytes(32)))).not.toBe(of(openSample(key)));
  });

  it('also of neighbouring cases: ids of one moment are sampled like any others', () => {
    const ids = Array.from(
      { length: 20_000 },
      (_, i) => `019a0000-0000-7000-8000-${i.toString(16).padStart(12, '0')}`,
    );
    const share = ids.filter((id) => isSampled(id, 1, 10)).length / ids.length;
    expect(Math.abs(share - 0.1)).toBeLessThan(0.01);
  });

  it('in a larger sample when it is in a smaller one; in none of zero, in all of a hundred', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 1, max: 9 }), fc.nat(100), fc.nat(100), (id, cycle, a, b) => {
        expect(isSampled(id, cycle, 0)).toBe(false);
        expect(isSampled(id, cycle, 100)).toBe(true);
        if (isSampled(id, cycle, Math.min(a, b))) expect(isSampled(id, cycle, Math.max(a, b))).toBe(true);
      }),
    );
  });
});

describe('scores', () => {
  const all = [
    { criterion: 'complete', points: 4 },
    { criterion: 'clear', points: 5 },
    { criterion: 'kind', points: 0 },
  ];

  it('add up by weight', () => {
    expect(tally(all, { criteria }, true)).toEqual({ score: 22, max: 27 });
  });

  it('may be left out where they are not required, but are given whole', () => {
    expect(tally([], { criteria }, false)).toBeNull();
    expect(tally([], { criteria }, true)).toMatchObject({
      refused: 'SCORES_REQUIRED',
      field: ['scores'],
      facts: { criteria: ['complete', 'clear', 'kind'] },
    });
    expect(tally(all.slice(0, 2), { criteria }, false)).toMatchObject({
      refused: 'SCORES_REQUIRED',
      facts: { criteria: ['kind'] },
    });
  });

  it('are of criteria that exist, each once, within their range, in whole points', () => {
    const refusal = (scores: typeof all) => tally(scores, { criteria }, true);
    expect(refusal([{ criterion: 'other', points: 1 }])).toMatchObject({ refused: 'UNKNOWN_CRITERION' });
    expect(refusal([...all, ...all.slice(0, 1)])).toMatchObject({ refused: 'CRITERION_TWICE' });
    for (const points of [-1, 3, 1.5, Number.NaN]) {
      expect(refusal([{ criterion: 'kind', points }])).toMatchObject({
        refused: 'POINTS_OUT_OF_RANGE',
        field: ['scores', '0', 'points'],
        facts: { max: 2 },
      });
    }
  });

  it('are never more than the maximum', () => {
    const points = fc.tuple(fc.nat(5), fc.nat(5), fc.nat(2));
    fc.assert(
      fc.property(points, (given) => {
        const scores = criteria.map(({ key }, i) => ({ criterion: key, points: given[i] ?? 0 }));
        const sum = tally(scores, { criteria }, true);
        if (!sum || 'refused' in sum) throw new Error('refused');
        expect(sum.score).toBeLessThanOrEqual(sum.max);
      }),
    );
  });
});

describe('a rubric', () => {
  it('has criteria with keys of their own, weights and points within reason', () => {
    expect(checkRubric(criteria, 10)).toBeNull();
    expect(checkRubric([], 10)).toMatchObject({ refused: 'REQUIRED', field: ['criteria'] });
    expect(checkRubric([criterion('a'), criterion('a')], 10)).toMatchObject({ refused: 'CRITERION_TWICE' });
    for (const key of ['', 'Upper', '9', 'a b', 'x'.repeat(41)]) {
      expect(checkRubric([criterion(key)], 10), key).toMatchObject({ refused: 'CRITERION_KEY' });
    }
    expect(checkRubric([criterion('a', 0)], 10)).toMatchObject({ field: ['criteria', '0', 'weight'] });
    expect(checkRubric([criterion('a', 1, 11)], 10)).toMatchObject({ field: ['criteria', '0', 'max'] });
    for (const percent of [-1, 101, 0.5]) {
      expect(checkRubric(criteria, percent)).toMatchObject({
        refused: 'OUT_OF_RANGE',
        field: ['samplePercent'],
      });
    }
    const many = Array.from({ length: 13 }, (_, i) => criterion(`c${i}`));
    expect(checkRubric(many, 10)).toMatchObject({ refused: 'TOO_MANY' });
  });
});
