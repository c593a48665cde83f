import { describe, expect, it } from 'vitest';
import { failedBy, refusedBy } from './trial-result.ts';

const box = (field: readonly string[] | null) => field?.at(-1) ?? null;

describe('what came of trying out', () => {
  it('leads errors to their boxes and tells a conflict apart', () => {
    const error = { field: ['calendar', 'hoursOpen'], code: 'HOURS_ORDER', message: 'No.' };
    expect(refusedBy([], box)).toBeNull();
    expect(refusedBy([error], box)).toMatchObject({
      status: 'invalid',
      errors: [{ id: 'hoursOpen', message: 'No.', code: 'HOURS_ORDER' }],
    });
    expect(refusedBy([{ ...error, code: 'CONFLICT' }], box)?.status).toBe('conflict');
  });

  it('tells what a person can mend, and hides what she cannot', () => {
    expect(failedBy({ code: 'BAD_USER_INPUT', message: 'A day is missing.' })).toMatchObject({
      status: 'invalid',
      errors: [{ message: 'A day is missing.' }],
    });
    expect(failedBy({ code: 'INTERNAL_SERVER_ERROR', message: 'boom' })).toMatchObject({
      status: 'failed',
      errors: [],
    });
    expect(failedBy(null).status).toBe('failed');
  });
});
