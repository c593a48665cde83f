import { describe, expect, it } from 'vitest';
import { boxOf } from './box-of.ts';

describe('the answer to a publication', () => {
  it('leads each error to its box', () => {
    const ids = [
      ['criteria', '2', 'names', 'ar'],
      ['criteria', '0', 'weight'],
      ['criteria', '1', 'key'],
      ['samplePercent'],
      ['criteria'],
      null,
    ].map(boxOf);
    expect(ids).toEqual(['rubric-2-ar', 'rubric-0-weight', 'rubric-1-en', 'rubric-sample', null, null]);
  });
});
