import { describe, expect, it } from 'vitest';
import { needsApplicant, shelve } from './my-cases.ts';

const rated = { score: 5 };

describe('one’s own requests', () => {
  it('begin with what waits for oneself: a question before a rating', () => {
    const cases = [
      { id: 1, state: 'CLOSED', rating: null },
      { id: 2, state: 'RESOLVED', rating: null },
      { id: 3, state: 'IN_PROGRESS', rating: null },
      { id: 4, state: 'AWAITING_APPLICANT', rating: null },
      { id: 5, state: 'RESOLVED', rating: rated },
      { id: 6, state: 'DUPLICATE', rating: null },
    ] as const;
    const shelves = shelve(cases);
    const ids = Object.values(shelves).map((shelf) => shelf.map(({ id }) => id));
    expect(ids).toEqual([
      [4, 2],
      [3, 6],
      [1, 5],
    ]);
  });

  it('wait for nothing once they are closed, or rated', () => {
    expect(needsApplicant('CLOSED', false)).toBe(false);
    expect(needsApplicant('RESOLVED', true)).toBe(false);
    expect(needsApplicant('RESOLVED', false)).toBe(true);
  });
});
