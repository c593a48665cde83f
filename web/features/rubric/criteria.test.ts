import { describe, expect, it } from 'vitest';
import { emptyCriterion, keysOf, mostOf, moved, sharesOf, wholeNumber } from './criteria.ts';

const row = (weight: string, max: string) => ({ weight, max });

describe('the rubric in its editor', () => {
  it('keeps the keys that criteria have and makes new ones of the English name, each once', () => {
    const drafts = [
      { key: 'clear', en: 'Clear' },
      { key: '', en: 'Clear!' },
      { key: '', en: 'Says what comes next' },
      { key: '', en: '2 x وضوح' },
      { key: '', en: '' },
    ];
    expect(keysOf(drafts)).toEqual(['clear', 'clear-2', 'says-what-comes-next', 'x', 'criterion']);
  });

  it('moves a criterion up and down, and nowhere beyond the ends', () => {
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
  });

  it('says how much each counts of the whole', () => {
    const drafts = [row('3', '5'), row('٢', '5'), row('5', '5')];
    expect(sharesOf(drafts)).toEqual([30, 20, 50]);
    expect(mostOf(drafts)).toBe(50);
    expect(sharesOf([row('', '5'), row('1', '5')])).toEqual([null, null]);
    expect(mostOf([row('x', '5')])).toBeNull();
    expect(sharesOf([])).toEqual([]);
  });

  it('reads digits of both scripts and nothing else', () => {
    expect(['12', ' ٠٧ ', '1.5', '-1', ''].map(wholeNumber)).toEqual([
      12,
      7,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });

  it('tells a new row from those that are there', () => {
    const first = emptyCriterion([]);
    expect(emptyCriterion([first]).row).not.toBe(first.row);
  });
});
