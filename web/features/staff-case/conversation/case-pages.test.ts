import { describe, expect, it } from 'vitest';
import { readCasePages, writeCasePages } from './case-pages.ts';

describe('the lists of a case', () => {
  it('begin at their newest entries', () => {
    expect(readCasePages({ notesAfter: ['a', 'b'], done: 'start' })).toEqual({
      ...{ entriesBefore: null, notesAfter: null, promisesBefore: null, followersBefore: null },
    });
  });

  it('go on each by itself, and back to the newest', () => {
    const pages = readCasePages({ entriesBefore: 'e1', followersBefore: 'f1' });
    expect(writeCasePages(pages, 'promisesBefore', 'p1', 'team')).toBe(
      '?entriesBefore=e1&promisesBefore=p1&followersBefore=f1#team',
    );
    expect(writeCasePages(pages, 'entriesBefore', null, 'talk')).toBe('?followersBefore=f1#talk');
  });
});
