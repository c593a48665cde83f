/** How well words that somebody types fit a phrase of the directory: pure. */
import { foldText, keysOfWords, wordsOf } from '@bekhedmetkom/text/arabic';

/** A name, a service or what people call it, prepared for comparing. */
export interface Phrase {
  words: readonly Word[];
  /** What a find in it is worth, from 0 to 1. */
  weight: number;
}

export interface Word {
  keys: readonly string[];
  /** Folded, without article. */
  letters: string;
  /** Says what kind of office it is, and not which. */
  generic: boolean;
}

const kinds = `
وزارة دائرة مديرية مؤسسة هيئة شركة سلطة إدارة مجلس مركز صندوق ديوان العامة العام الأردنية الأردني الوطني الوطنية الحكومية
ministry department directorate authority commission institution corporation company council center centre national
general jordan jordanian public`;
const genericKeys = new Set(wordsOf(kinds).flatMap((word) => keysOfWords(word)[0] ?? []));
const grammar = new Set(['the', 'of', 'and', 'for', 'a', 'an', 'in', 'to', 'on']);

export function readWords(text: string): Word[] {
  return wordsOf(text).flatMap((word) => {
    const [keys] = keysOfWords(word);
    if (!keys || grammar.has(word)) return [];
    const letters = foldText(word).replace(/^[وف]?(?:[بك]?ال|لل)(?=\p{L}{3})/u, '');
    return [{ keys, letters, generic: keys.some((key) => genericKeys.has(key)) }];
  });
}

export function toPhrase(text: string, weight: number): Phrase {
  return { words: readWords(text), weight };
}

const fewestForBeginning = 3;
const fewestForSlip = 5;
/** Of the same word, of its beginning, and of a slip of the finger. */
export const worth = { same: 1, beginning: 0.75, slip: 0.5 };

/** 1 for the same word, less for its beginning or a slip of the finger, 0 for another word. */
export function likenessOf(typed: Word, word: Word): number {
  if (typed.keys.some((key) => word.keys.includes(key))) return worth.same;
  const [one, other] = [typed.letters, word.letters];
  if (one.length >= fewestForBeginning && other.startsWith(one)) return worth.beginning;
  // passports, passport
  if (/^[a-z]{4,}$/.test(other) && new RegExp(`^${other}e?s$`).test(one)) return worth.same;
  const isLong = Math.min(one.length, other.length) >= fewestForSlip;
  return isLong && isOneSlip(one, other) ? worth.slip : 0;
}

/** Whether one letter was left out, added, changed, or two were swapped. */
export function isOneSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [rest, more] = [one.slice(at), other.slice(at)];
  const isSwapped =
    rest.length > 1 && rest[0] === more[1] && rest[1] === more[0] && rest.slice(2) === more.slice(2);
  return isSwapped || rest.slice(1) === more || rest === more.slice(1) || rest.slice(1) === more.slice(1);
}
