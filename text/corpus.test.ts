import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, keysOfText } from './arabic.ts';
import { readEmail } from './email.ts';
import { cutToLength, lengthOf } from './length.ts';
import { isBlank, normaliseCharacters, normaliseLine, normaliseText } from './normalise.ts';
import { readPhone } from './phone.ts';

const file = readFileSync(new URL('../test/corpus/typed.txt', import.meta.url), 'utf8');
const lines = file
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [, kind = '', typed = '""', read] =
      /^([a-z-]+) ("(?:[^"\\]|\\.)*")(?: -> (".*"))?$/u.exec(line) ?? [];
    return { kind, typed: JSON.parse(typed) as string, read: read ? (JSON.parse(read) as string) : null };
  });
const readers: Record<string, (typed: string) => string | null> = {
  phone: readPhone,
  'not-phone': readPhone,
  email: readEmail,
  'not-email': readEmail,
  line: normaliseLine,
  text: normaliseText,
};

describe('what people type and paste', () => {
  it('is enough to judge by, of every kind', () => {
    expect(lines.length).toBeGreaterThanOrEqual(300);
    expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(Object.keys(readers)));
  });

  it.each(lines)('$kind $typed', ({ kind, typed, read }) => {
    expect(readers[kind]?.(typed)).toBe(read);
  });

  it('comes in the same whatever invisible comes along, and never with a control character', () => {
    const typed = fc.constantFrom(...lines.filter(({ kind }) => kind === 'text').map((line) => line.typed));
    const stray = fc.constantFrom(
      '\u0000',
      '\u200b',
      '\ufeff',
      '\u2060',
      '\u202e',
      '\u2069',
      '\u0007',
      '\u00ad',
    );
    fc.assert(
      fc.property(typed, stray, fc.nat(200), (text, mark, at) => {
        const place = Math.min(at, text.length);
        const inside =
          [...text.slice(0, place)].length === [...text].slice(0, [...text.slice(0, place)].length).length;
        const dirty = `${mark}${text}${mark}`;
        expect(normaliseText(dirty)).toBe(normaliseText(text));
        if (inside)
          expect(normaliseText(text.slice(0, place) + mark + text.slice(place))).not.toContain(mark);
        expect(normaliseCharacters(dirty)).not.toMatch(/[\p{Cs}]|(?![\n\t])\p{Cc}/u);
      }),
      { numRuns: 1_000 },
    );
  });

  it('can be joined in any way, cut, counted, folded and searched', () => {
    const any = fc.array(fc.constantFrom(...lines.map(({ typed }) => typed)), { maxLength: 6 });
    fc.assert(
      fc.property(any, fc.nat(80), (pieces, max) => {
        const text = normaliseText(pieces.join(' '));
        const cut = cutToLength(text, max);
        expect(lengthOf(cut)).toBeLessThanOrEqual(max);
        expect(normaliseText(cut)).toBe(cut.trim());
        expect(foldText(foldText(text))).toBe(foldText(text));
        expect(keysOfText(text).every((key) => !isBlank(key))).toBe(true);
      }),
    );
  });
});
