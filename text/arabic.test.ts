import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, keysOfText, keysOfWords, wordsOf } from './arabic.ts';

const file = readFileSync(new URL('../test/corpus/arabic-words.txt', import.meta.url), 'utf8');
const pairs = file
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map(
    (line) => /^(.+) ([=≠]) (.+)$/u.exec(line)?.slice(1) as [one: string, relation: string, other: string],
  );
const meeting = pairs.filter(([, relation]) => relation === '=');
const apart = pairs.filter(([, relation]) => relation === '≠');

/** Whether a text with the one word is found by the other. */
function isFoundBy(text: string, sought: string): boolean {
  const keys = new Set(keysOfText(text));
  const words = keysOfWords(sought);
  return words.length > 0 && words.every((word) => word.some((key) => keys.has(key)));
}

describe('words that people search for', () => {
  it('are enough to judge by', () => {
    expect(meeting.length).toBeGreaterThanOrEqual(60);
    expect(apart.length).toBeGreaterThanOrEqual(30);
  });

  it.each(meeting)('%s %s %s: they meet', (one, _, other) => {
    expect([isFoundBy(one, other), isFoundBy(other, one)]).toEqual([true, true]);
  });

  it.each(apart)('%s %s %s: they do not', (one, _, other) => {
    expect([isFoundBy(one, other), isFoundBy(other, one)]).toEqual([false, false]);
  });

  it('are found in any sentence, whatever stands around them and however it is written', () => {
    const around = fc.array(fc.constantFrom('في', 'شارع', '،', '\u200f', '12', '\u0000', 'the', '😀', '\n'), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.constantFrom(...meeting), around, around, ([one, , other], before, after) => {
        expect(isFoundBy([...before, one, ...after].join(' '), other)).toBe(true);
      }),
    );
  });

  it('are whatever people type, and never an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const key of keysOfText(text)) expect(key).toMatch(/^[\p{L}\p{N}]+$/u);
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });

  it('are none in words that say nothing', () => {
    expect(keysOfWords('ما هو في على، من؟')).toEqual([]);
    expect(wordsOf("ساحة ٣ و12ب – Ma'an café")).toEqual(['ساحة', '3', 'و', '12', 'ب', 'maan', 'cafe']);
  });
});

describe('a folded text', () => {
  it.each([
    ['أحمد إبراهيم آمال', 'احمد ابراهيم امال'],
    ['مؤسسة الدوائر', 'موسسه الدواير'],
    ['وِزَارَةُ الصِّحَّةِ', 'وزاره الصحه'],
    ['الكهرباء والماء', 'الكهربا والما'],
    ['ماء ما', 'ماء ما'],
    ['مستشفى', 'مستشفي'],
    ['خط ١٢٣ و ۴۵۶', 'خط 123 و 456'],
    ['کلیة', 'كليه'],
    ['ﻻ ﷲ', 'لا الله'],
    ['\u200fبلدية\u200e (إربد) – الكبرى', 'بلديه اربد الكبري'],
    ["Ma'an – Café", 'maan cafe'],
  ])('%s is %s', (written, folded) => expect(foldText(written)).toBe(folded));
});
