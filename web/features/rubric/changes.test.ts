import { describe, expect, it } from 'vitest';
import { changesOf } from './changes.ts';
import { emptyCriterion } from './criteria.ts';

const clear = { row: 0, key: 'clear', ar: 'واضح', en: 'Clear', weight: '2', max: '5' };
const correct = { row: 1, key: 'correct', ar: 'صحيح', en: 'Correct', weight: '3', max: '5' };
const inForce = { criteria: [clear, correct], samplePercent: '10' };

describe('what a draft of the rubric changes', () => {
  it('is nothing while everything stands as it was, in whatever digits', () => {
    expect(changesOf(inForce, inForce, 'en')).toEqual([]);
    const arabic = { criteria: [{ ...clear, weight: '٢' }, correct], samplePercent: ' ١٠ ' };
    expect(changesOf(arabic, inForce, 'en')).toEqual([]);
  });

  it('is nothing once it was published: the key of a new criterion is the one that it was given', () => {
    const draft = { ...inForce, criteria: [clear, correct, { ...emptyCriterion([]), en: 'Polite' }] };
    const published = {
      ...inForce,
      criteria: [clear, correct, { ...emptyCriterion([]), en: 'Polite', key: 'polite' }],
    };
    expect(changesOf(draft, published, 'en')).toEqual([]);
  });

  it('names what was added, removed, renamed and weighed otherwise', () => {
    const draft = {
      criteria: [
        { ...correct, en: 'Right', max: '10' },
        { ...emptyCriterion([]), ar: 'مهذّب', en: 'Polite' },
      ],
      samplePercent: '25',
    };
    expect(changesOf(draft, inForce, 'en')).toEqual([
      { kind: 'renamed', key: 'correct', name: 'Right', before: 'Correct', now: 'Right' },
      { kind: 'max', key: 'correct', name: 'Right', before: '5', now: '10' },
      { kind: 'added', key: 'polite', name: 'Polite' },
      { kind: 'removed', key: 'clear', name: 'Clear' },
      { kind: 'sample', before: '10', now: '25' },
    ]);
    const arabic = { ...inForce, criteria: [{ ...clear, ar: 'مفهوم' }, correct] };
    expect(changesOf(arabic, inForce, 'en')).toEqual([
      { kind: 'renamed', key: 'clear', name: 'Clear', before: 'واضح', now: 'مفهوم' },
    ]);
    expect(changesOf(draft, inForce, 'ar')[2]).toEqual({ kind: 'added', key: 'polite', name: 'مهذّب' });
  });

  it('says when nothing but the order changed', () => {
    expect(changesOf({ ...inForce, criteria: [correct, clear] }, inForce, 'en')).toEqual([{ kind: 'order' }]);
  });
});
