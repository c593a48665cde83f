import { describe, expect, it } from 'vitest';
import { readLanguage } from './language.ts';

describe('the language of a caller', () => {
  it.each([
    [undefined, 'ar'],
    ['', 'ar'],
    ['fr', 'ar'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['ar-JO,ar;q=0.9,en;q=0.8', 'ar'],
    ['en;q=0.5, ar;q=0.9', 'ar'],
    ['en;q=0', 'ar'],
    ['de, en;q=0.3', 'en'],
    ['ar-JO, en', 'ar'],
    ['AR, EN;q=0.9', 'ar'],
    ['*', 'ar'],
    ['en;q=x, ar', 'ar'],
  ])('of %j is %s', (header, language) => {
    expect(readLanguage(header)).toBe(language);
  });
});
