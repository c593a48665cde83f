import { describe, expect, it } from 'vitest';
import { readScore } from './rating-link.ts';

describe('the score of a link', () => {
  it('is one of five', () => {
    expect(['1', '2', '3', '4', '5'].map(readScore)).toEqual([1, 2, 3, 4, 5]);
  });

  it.each(['0', '6', '4.5', ' 3', '', undefined, ['3', '4']])('is nothing else: %j', (written) => {
    expect(readScore(written)).toBeNull();
  });
});
