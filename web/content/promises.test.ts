import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import arabic from './ar/inbox.json' with { type: 'json' };
import english from './en/inbox.json' with { type: 'json' };

/** What the product does not have yet, and so no text may promise. An entry goes when the thing is built. */
const notBuilt: readonly [thing: string, words: RegExp][] = [
  ['a list of the Cabinet', /قائمة مجلس الوزراء|Cabinet[’']s list|list of the Cabinet/],
  ['text messages', /رسالة نصية|\bSMS\b|text message/],
  ['WhatsApp', /واتساب|WhatsApp/],
  ['an action plan', /خطة العمل التصحيحية|action plan/],
];

const files = (['ar', 'en'] as const).flatMap((locale) =>
  readdirSync(join(import.meta.dirname, locale)).map((name) => join(locale, name)),
);

describe('the words for people', () => {
  it.each(notBuilt)('promise no %s, as there is none', (_, words) => {
    const promising = files.filter((file) =>
      words.test(readFileSync(join(import.meta.dirname, file), 'utf8')),
    );
    expect(promising).toEqual([]);
  });

  // Work that began was told to the applicant at once, and the workflow has no step back (decision 0011).
  it.each([
    ['ar', arabic.keys.undo, /إسناد/],
    ['en', english.keys.undo, /assignment/],
  ])('offer to take an assignment back and nothing else (%s)', (_, words, assignment) => {
    expect(words).toMatch(assignment);
  });
});
