import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { formatLocales } from '../i18n/locale.ts';
import { namespaces } from '../i18n/namespaces.ts';

type Words = { [name: string]: Words | string };
const read = (locale: 'ar' | 'en', name: string): Words =>
  JSON.parse(readFileSync(join(import.meta.dirname, locale, `${name}.json`), 'utf8'));

const keysOf = (words: Words, before = ''): string[] =>
  Object.entries(words).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${before}${name}`] : keysOf(value, `${before}${name}.`),
  );

const branch = '(?:zero|one|two|few|many|other|no|=\\d+)';
const hole = new RegExp(`(?<!${branch} )\\{(\\w+)(?=[,}])|<\\w+>`, 'g');
const holesOf = (message: string) => [...new Set(message.match(hole) ?? [])].sort();
const sentence = (words: Words, key: string) =>
  key
    .split('.')
    .reduce<Words | string>((at, name) => (typeof at === 'string' ? at : (at[name] ?? '')), words) as string;

describe('the words for people', () => {
  it.each(namespaces)('%s: write shares with the sign next to Latin digits', (name) => {
    for (const locale of ['ar', 'en'] as const) {
      const words = read(locale, name);
      for (const key of keysOf(words)) expect(sentence(words, key), key).not.toMatch(/٪|[\d}] %|[٠-٩]+ ?%/);
    }
  });

  it('are in files that are all known', () => {
    const files = readdirSync(join(import.meta.dirname, 'ar')).map((file) => file.replace('.json', ''));
    expect(files.sort()).toEqual([...namespaces].sort());
  });

  it.each(namespaces)('%s: exist in both languages, with the same holes', (name) => {
    const [ar, en] = [read('ar', name), read('en', name)];
    expect(keysOf(ar).sort()).toEqual(keysOf(en).sort());
    for (const key of keysOf(ar)) {
      // Forms that are told apart by script: "one character left" needs no number.
      if (/\.(?:zero|one|two)$/.test(key)) continue;
      const outside = (message: string) => holesOf(message.replace(/<br><\/br>/g, ''));
      expect(outside(sentence(ar, key)), `${name}.${key}`).toEqual(outside(sentence(en, key)));
    }
  });

  it.each(namespaces)('%s: Arabic plurals have the forms that Arabic has', (name) => {
    for (const key of keysOf(read('ar', name))) {
      const message = sentence(read('ar', name), key);
      if (!/\b(?:one|two|few|many) \{/.test(message)) continue;
      for (const form of ['(?:one|=1)', '(?:two|=2)', 'few', 'many', 'other']) {
        expect(message, `${name}.${key}`).toMatch(new RegExp(`[ {]${form} \\{`));
      }
    }
  });

  it.each(namespaces)('%s: numbers and addresses inside Arabic keep their order', (name) => {
    // A phone number in groups, an e-mail address, a pair of coordinates: shown backwards unless they are isolated.
    const runs = /\+?\d[\d\s\u00a0]*[\s\u00a0]\d{3,}|[\w.]+@[\w.]+|\d+\.\d+, ?\d+\.\d+/g;
    for (const key of keysOf(read('ar', name))) {
      const outside = sentence(read('ar', name), key).replace(/\u2066[^\u2069]*\u2069/g, '');
      expect(outside.match(runs), `${name}.${key}`).toBeNull();
    }
  });

  it('count days as Arabic does', () => {
    const t = createTranslator({ locale: formatLocales.ar, messages: read('ar', 'case') as never });
    const late = (days: number) =>
      (t as unknown as (key: string, values: object) => string)('sla.late', { days });
    expect([0, 1, 2, 3, 11, 100].map(late)).toEqual([
      'متأخر منذ اليوم',
      'متأخر يوم عمل',
      'متأخر يومي عمل',
      'متأخر 3 أيام عمل',
      'متأخر 11 يوم عمل',
      'متأخر 100 يوم عمل',
    ]);
  });
});
