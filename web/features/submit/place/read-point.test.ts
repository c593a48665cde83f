import { describe, expect, it } from 'vitest';
import { readPoint, writePoint } from './read-point.ts';

const amman = { latitude: 31.9539, longitude: 35.9106 };

describe('coordinates', () => {
  it.each([
    '31.9539, 35.9106',
    ' 31.9539 35.9106 ',
    '35.9106,31.9539',
    '٣١٫٩٥٣٩، ٣٥٫٩١٠٦',
    '\u200e31.9539° N, 35.9106° E',
    '31.95390000001,35.9106',
  ])('are read as they are copied: %s', (typed) => {
    expect(readPoint(typed)).toEqual(amman);
  });

  it.each(['31.9539', 'Amman', '31,9539, 35,9106', '1e3, 2', '-31.9, 35.9', '31.9, 35.9, 700'])(
    'that are none are asked for again: %s',
    (typed) => {
      expect(readPoint(typed)).toBeUndefined();
    },
  );

  it('may be left out', () => {
    expect(readPoint('')).toBeNull();
    expect(readPoint(undefined)).toBeNull();
  });

  it('are written as they are read', () => {
    expect(readPoint(writePoint(amman))).toEqual(amman);
  });
});
