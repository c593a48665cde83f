import { describe, expect, it } from 'vitest';
import { type BulkOutcome, toBulkResult } from './bulk-result.ts';

const outcome: BulkOutcome = {
  results: [
    { caseId: 'a', case: null, userErrors: [] },
    { caseId: 'b', case: null, userErrors: [{ message: 'تغيّر الطلب' }, { message: 'غير ذلك' }] },
    { caseId: 'c', case: null, userErrors: [] },
  ],
  undo: [{ caseId: 'a', expectedVersion: 4, assigneePostId: 'p1' }],
  userErrors: [],
};

describe('the result of a bulk action', () => {
  it('says for each case whether it was done, and why not', () => {
    const result = toBulkResult('assign', outcome);
    expect(result.done).toEqual(['a', 'c']);
    expect(result.refused).toEqual([{ caseId: 'b', message: 'تغيّر الطلب' }]);
  });

  it('can be taken back as far as the server says', () => {
    expect(toBulkResult('assign', outcome).undo).toEqual(outcome.undo);
    expect(toBulkResult('start', { ...outcome, undo: [] }).undo).toEqual([]);
  });

  it('is not taken back twice', () => {
    expect(toBulkResult('undo', outcome).undo).toEqual([]);
  });

  it('says why nothing was done at all', () => {
    const none = { results: [], undo: [], userErrors: [{ message: 'أكثر من 100 طلب' }] };
    expect(toBulkResult('transfer', none).problem).toBe('أكثر من 100 طلب');
  });
});
