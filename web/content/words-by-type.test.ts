import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CaseType, caseTypes } from '../ui/vocabulary.ts';

type Words = { [name: string]: Words | string };

const textsIn = (words: Words, path: string[]): [path: string[], text: string][] =>
  Object.entries(words).flatMap(([name, value]): [string[], string][] =>
    typeof value === 'string'
      ? [[[...path, name], value.replace(/\{\w+\}/g, '')]]
      : textsIn(value, [...path, name]),
  );
const groupsIn = (words: Words, path: string[]): [path: string, names: string[]][] => [
  [path.join('.'), Object.keys(words)],
  ...Object.entries(words).flatMap(([name, value]) =>
    typeof value === 'string' ? [] : groupsIn(value, [...path, name]),
  ),
];
const files = readdirSync(join(import.meta.dirname, 'en')).map((name) => name.replace('.json', ''));
const read = (locale: string, file: string): Words =>
  JSON.parse(readFileSync(join(import.meta.dirname, locale, `${file}.json`), 'utf8'));

/** A word for which a type has no use: nobody is asked whether thanks were solved. */
const notFor: Readonly<Record<string, readonly CaseType[]>> = { 'submit.done.rate': ['COMPLIMENT'] };

/** Whoever files a request of another type has no such thing. Each is said under the name of its type only. */
const ownWords: Readonly<Record<string, readonly [type: CaseType, words: RegExp][]>> = {
  en: [
    ['COMPLAINT', /\bproblem\b|\bsolved\b/i],
    ['INQUIRY', /\byour question\b|\bit is answered\b/i],
    ['REPORT', /\bviolation\b/i],
    ['SUGGESTION', /\byour suggestion\b|\byou suggest\b|convinces? (me|you)/i],
    ['COMPLIMENT', /\byour (thanks|compliment)\b/i],
  ],
  ar: [
    ['COMPLAINT', /المشكلة|حُلّت|تُحلّ/],
    ['INQUIRY', /سؤالكم|أجاب عنه/],
    ['REPORT', /المخالفة|عولجت/],
    ['SUGGESTION', /اقتراحكم|أقنعكم/],
    ['COMPLIMENT', /ثناؤكم|ثناءكم|ثنائكم|تشكرونه/],
  ],
};
/** What people who file read. The outcomes of an answer are chosen for a type by staff. */
const forApplicants = [
  'about',
  'address',
  'attachments',
  'case',
  'home',
  'mine',
  'notifications',
  'submit',
  'track',
];
const outcomes = /^case\.outcome\./;

describe('the words of a type', () => {
  it.each(files)('%s: where one type has words of its own, all have', (file) => {
    for (const locale of ['ar', 'en']) {
      for (const [path, names] of groupsIn(read(locale, file), [file])) {
        if (!caseTypes.some((type) => names.includes(type))) continue;
        const needed = caseTypes.filter((type) => !notFor[path]?.includes(type));
        expect(names, `${locale} ${path}`).toEqual(expect.arrayContaining(needed));
      }
    }
  });

  it.each(['ar', 'en'])('ask for a rating, each type in its own words (%s)', (locale) => {
    const groups = new Map(groupsIn(read(locale, 'track'), ['track']));
    for (const asked of ['track.rate.title', 'track.rate.comment', 'track.rate.error.solvedMissing']) {
      expect(groups.get(asked), asked).toEqual(expect.arrayContaining([...caseTypes]));
      const texts = textsIn(read(locale, 'track'), ['track']).filter(([path]) =>
        path.join('.').startsWith(asked),
      );
      expect(new Set(texts.map(([, text]) => text)).size, asked).toBe(caseTypes.length);
    }
  });

  it.each(['ar', 'en'])('are told to no other type (%s)', (locale) => {
    const misplaced = forApplicants
      .flatMap((file) => textsIn(read(locale, file), [file]))
      .filter(([path]) => !outcomes.test(path.join('.')))
      .filter(([path, text]) =>
        ownWords[locale]?.some(([type, words]) => words.test(text) && !path.includes(type)),
      )
      .map(([path, text]) => `${path.join('.')}: ${text}`);
    expect(misplaced, 'give each type its own words, under its name').toEqual([]);
  });
});
