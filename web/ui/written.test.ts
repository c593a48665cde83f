import { describe, expect, it } from 'vitest';
import { written } from './written.ts';

describe('the language of what people wrote', () => {
  it.each([
    ['تسرّب مياه في الشارع', 'ar'],
    ['Water leaks in the street', 'en'],
    ['تعطل تطبيق Sanad على iPhone', 'ar'],
    ['The app Sanad (سند) does not open', 'en'],
    ['0791234567 – 12/3', undefined],
    ['', undefined],
  ])('of %j is %s', (text, lang) => {
    expect(written(text)).toEqual({ dir: 'auto', ...(lang && { lang }) });
  });
});
