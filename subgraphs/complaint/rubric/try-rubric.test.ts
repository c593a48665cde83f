import { describe, expect, it } from 'vitest';
import type { Criterion } from './rubric.ts';
import { compare } from './try-rubric.ts';

const criterion = (key: string, weight: number, max = 5): Criterion => ({
  key,
  names: { ar: key, en: key },
  weight,
  max,
});
const first = { criteria: [criterion('clear', 1), criterion('correct', 1)] };
const rubrics = new Map([[1, first]]);
const scored = (clear: number, correct: number) => ({
  rubricVersion: 1,
  points: [
    { criterion: 'clear', points: clear },
    { criterion: 'correct', points: correct },
  ],
  score: clear + correct,
  max: 10,
});
const answers = [scored(5, 1), scored(2, 4), scored(3, 3)];

describe('a rubric that is tried on scored answers', () => {
  it('counts them by its weights, and says how many would stand higher and lower', () => {
    const trial = compare([criterion('clear', 3), criterion('correct', 1)], answers, rubrics);
    expect(trial).toEqual({
      answers: 3,
      comparable: 3,
      share: 18 / 30,
      wouldBeShare: (16 + 10 + 12) / 60,
      higher: 1,
      lower: 1,
      criteria: [
        { key: 'clear', answers: 3 },
        { key: 'correct', answers: 3 },
      ],
    });
  });

  it('counts without a criterion that it does not have', () => {
    const trial = compare([criterion('clear', 1)], answers, rubrics);
    expect(trial).toMatchObject({ comparable: 3, wouldBeShare: 10 / 15 });
  });

  it('has no total where a criterion is new or has another maximum, and says which', () => {
    const more = compare([...first.criteria, criterion('polite', 1)], answers, rubrics);
    expect(more).toMatchObject({ answers: 3, comparable: 0, share: null, wouldBeShare: null });
    expect(more.criteria.map((one) => one.answers)).toEqual([3, 3, 0]);
    const other = compare([criterion('clear', 1), criterion('correct', 1, 10)], answers, rubrics);
    expect(other).toMatchObject({ comparable: 0, criteria: [{ answers: 3 }, { answers: 0 }] });
  });

  it('leaves out answers of a version that had less, and counts the others', () => {
    const second = { criteria: [...first.criteria, criterion('polite', 1)] };
    const polite = scored(5, 5);
    const newer = {
      ...polite,
      rubricVersion: 2,
      points: [...polite.points, { criterion: 'polite', points: 5 }],
      score: 15,
      max: 15,
    };
    const trial = compare(second.criteria, [newer, ...answers], new Map([...rubrics, [2, second]]));
    expect(trial).toMatchObject({ answers: 4, comparable: 1, share: 1, wouldBeShare: 1 });
  });
});
