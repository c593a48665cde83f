import { describe, expect, it } from 'vitest';
import { resultOf } from './rubric-result.ts';

describe('the answer to a publication', () => {
  const error = (field: string[] | null, code = 'REQUIRED') => ({ field, code, message: 'No.' });

  it('leads each error to its box', () => {
    const ids = [
      ['criteria', '2', 'names', 'ar'],
      ['criteria', '0', 'weight'],
      ['criteria', '1', 'key'],
      ['samplePercent'],
      ['criteria'],
      null,
    ].map((field) => resultOf([error(field)]).errors[0]?.id);
    expect(ids).toEqual(['rubric-2-ar', 'rubric-0-weight', 'rubric-1-en', 'rubric-sample', null, null]);
  });

  it('tells published, refused and overtaken apart', () => {
    expect(resultOf([]).status).toBe('published');
    expect(resultOf([error(null)]).status).toBe('invalid');
    expect(resultOf([error(['expectedVersion'], 'CONFLICT')]).status).toBe('conflict');
  });
});
