import { describe, expect, it } from 'vitest';
import { isCurrent } from './current.ts';

describe('a mail that waited', () => {
  it.each([
    ['question-asked', 'AWAITING_APPLICANT', true],
    ['question-asked', 'IN_PROGRESS', false],
    ['question-asked', 'RESOLVED', false],
    ['case-accepted', 'IN_PROGRESS', true],
    ['case-accepted', 'RESOLVED', false],
    ['case-accepted', 'WITHDRAWN', false],
    ['due-moved', 'PENDING_REVIEW', true],
    ['due-moved', 'CLOSED', false],
    ['case-answered', 'CLOSED', true],
    ['case-answered', 'IN_PROGRESS', false],
    ['case-reopened', 'RESOLVED', false],
    ['case-received', 'CLOSED', true],
    ['followed-answered', 'DUPLICATE', true],
  ] as const)('of kind %s about a case that is %s may go out: %s', (kind, state, goesOut) => {
    expect(isCurrent(kind, state, true)).toBe(goesOut);
  });

  it('does not go out when a newer one of its kind waits', () => {
    expect(isCurrent('due-moved', 'IN_PROGRESS', false)).toBe(false);
  });
});
