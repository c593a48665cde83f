import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlank, normaliseCharacters, normaliseLine, normaliseText } from './normalise.ts';

const awkward = [
  ...'\u0000\u0007\u001b\t\n\r\u000b\u000c\u001c\u001f \u0085\u0092\u00a0\u00ad\u034f\u061c\u115f\u180b\u180e',
  ...'\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202e\u2060\u2066\u2069\u3000\u3164\ufe0e\ufe0f\ufeff',
  ...'\ufffc\ufffe❤é\u0301\u064e\u0651\u0640اهميبلاZ1٣۴ﷺﻣﺪؤ\uf0b7\u0915\u094d\u1820',
  ...['\ud83d', '\udc68', '👨', '👩', '🏴', '🏽', '\u{e0067}', '\u{e007f}'],
];
const typed = fc.oneof(
  fc.array(fc.constantFrom(...awkward), { maxLength: 40 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((all) => String.fromCharCode(...all)),
);

describe('characters that come in', () => {
  it.each([
    ['U+0000 in a word', 'ما\u0000ء', 'ماء'],
    ['a bell, an escape, a C1 control', 'a\u0007b\u001b[1m\u0092', 'ab[1m'],
    ['a byte order mark', '\ufeffنص', 'نص'],
    ['zero-width spaces, word joiners, soft hyphens', 'ش\u200bا\u2060ر\u00adع', 'شارع'],
    ['spaces of every width', 'a\u00a0b\u202fc\u3000d\u2009e', 'a b c d e'],
    ['line ends of every kind', 'a\r\nb\rc\u000bd\u000ce\u0085f\u2028g\u2029h', 'a\nb\nc\nd\ne\nf\ng\nh'],
    ['embeddings, overrides and isolates', '\u202aa\u202eb\u202c\u2066c\u2069', 'abc'],
    ['letters written in parts', 'أ cafe\u0301', 'أ café'],
    ['shapes of letters out of a PDF', 'ﻣﺪﺭﺳﺔ ﻻ', 'مدرسة لا'],
    ['bullets of Word', '\uf0b7 أول\n\uf0a7 ثان', '• أول\n▪ ثان'],
    ['half of an emoji', 'نعم \ud83d!', 'نعم !'],
    ['letters smuggled as tags', 'ok\u{e0068}\u{e0069}', 'ok'],
    ['the place of a picture from WhatsApp', '\ufffcصورة', 'صورة'],
    ['marks stacked without end', `z${'\u0336'.repeat(300)}`, `z${'\u0336'.repeat(8)}`],
    ['a joiner in an English word', 'pass\u200dport \u200c', 'passport '],
  ])('%s', (_, raw, clean) => expect(normaliseCharacters(raw)).toBe(clean));

  it.each([
    'می‌خواهم',
    'نمی‌دانم',
    '1445ه‍',
    'क्‍ष',
    '👨‍👩‍👧‍👦',
    '👩🏽‍💻',
    '🏳️‍🌈',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    '🧑🏻‍❤️‍💋‍🧑🏿',
    '☎️ 1️⃣ 🇯🇴',
    'كـــلام',
    'مُعَلِّمَةٌ',
    'ﷺ',
    'A\u200e (عربي)\u200f',
    '١٢٣ ۴۵۶ 789',
  ])('keeps what carries a meaning: %s', (text) => expect(normaliseText(text)).toBe(text));

  it('become one line or keep their lines', () => {
    expect(normaliseLine(' a \u00a0\n\u000b b\u2028c ')).toBe('a b c');
    expect(normaliseText('\n a\u000b\n\tb \u3000')).toBe('a\n\n\tb');
  });

  it('whatever they are, come out composed, well-formed, without controls, and the same when done again', () => {
    const never = /[\p{Cs}\u202a-\u202e\u2066-\u2069\u200b\ufeff]/u;
    fc.assert(
      fc.property(typed, (raw) => {
        for (const normalise of [normaliseCharacters, normaliseLine, normaliseText]) {
          const once = normalise(raw);
          expect(once).not.toMatch(never);
          expect(once.replace(/[\n\t]/g, '')).not.toMatch(/\p{Cc}/u);
          expect(once.normalize('NFC')).toBe(once);
          expect(normalise(once)).toBe(once);
        }
        expect(normaliseLine(raw)).toMatch(/^(\S+( \S+)*)?$/u);
      }),
      { numRuns: 2_000 },
    );
  });

  it('lose no letter, digit, sign or punctuation', () => {
    const shown = (text: string) =>
      Array.from(text.normalize('NFKC').matchAll(/[\p{Lu}\p{Ll}\p{N}\p{P}\p{So}]/gu), String).join('');
    const letters = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(letters, (raw) => {
        expect(shown(normaliseText(raw))).toBe(shown(raw.replace(/\ufffc/g, '')));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a text that shows nothing', () => {
  it.each(['', ' \n\t', '\u200f ', '\u0640\u0640', '\u3164', '\u2800', '\u064e', '\u00a0\u200b'])(
    '%j is blank',
    (text) => expect(isBlank(text)).toBe(true),
  );
  it.each(['.', '٣', 'و', '👍', '؟'])('%s is not', (text) => expect(isBlank(text)).toBe(false));
});
