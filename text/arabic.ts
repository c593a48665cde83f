/**
 * Words as they are searched: every usual spelling of a word, with or without article, attached particles and
 * endings, has a key in common with every other. One rule for cases, similar cases and the directory. Pure.
 *
 * A word has several keys, since an ending may be one or belong to the word (قانون is no plural): texts are found when
 * one key of each sought word is among theirs. Hamza: ؤ ئ أ ء in a word may stand for each other (مسؤول، مسئول), or be
 * left out (موسسة); one at the end goes after three letters (كهربا), and stays in ماء, which is not ما.
 */
import { genderless, ownBeginnings, ownEndings, stopWords, wordForms } from './arabic-plurals.ts';
import { toLatinDigits } from './digits.ts';
import { normaliseCharacters } from './normalise.ts';

const sameLetters: Record<string, string> = {
  ٱ: 'ا',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  گ: 'ك',
  ہ: 'ه',
  ە: 'ه',
  ڤ: 'ف',
  پ: 'ب',
  چ: 'ج',
  ژ: 'ز',
};

/** Composed, small, Latin digits; without vowel signs, tatweel, accents, apostrophes and marks. Letters as they are. */
function plain(text: string): string {
  return toLatinDigits(normaliseCharacters(text).normalize('NFKC'))
    .toLowerCase()
    .replace(/\p{Script=Latin}+/gu, (latin) => latin.normalize('NFD'))
    .replace(/[\p{M}\p{Cf}\u0640'’ʼ`]/gu, '')
    .replace(/[ٱیېکگہەڤپچژ]/g, (letter) => sameLetters[letter] ?? letter);
}

/**
 * One spelling for what people write in many, for comparing whole texts and for trigrams: seats of hamza as their
 * letters, taa marbuta as haa, alef maqsura as yaa, everything but letters and digits as single spaces. Idempotent.
 */
export function foldText(text: string): string {
  return bare(plain(text).replace(/ة/g, 'ه').replace(/ى/g, 'ي'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Words and numbers of a text, Arabic ones apart from the digits they are written to. */
export function wordsOf(text: string): string[] {
  return plain(text).match(/[\p{L}&&\p{Script=Arabic}]+|[[\p{L}\p{N}]--\p{Script=Arabic}]+/gv) ?? [];
}

/** For each word that says something, its keys: any one of them found is the word found. */
export function keysOfWords(text: string): string[][] {
  return wordsOf(text)
    .map(keysOf)
    .filter((keys) => keys.length > 0);
}

/** All keys of a text, once each, in the order of their words. */
export function keysOfText(text: string): string[] {
  return [...new Set(keysOfWords(text).flat())];
}

const known = new Map<string, readonly string[]>();
const maxKnown = 20_000;

/** The keys of one word as `wordsOf` gives it; none for a word that says nothing. */
function keysOf(word: string): string[] {
  const found = known.get(word);
  if (found) return [...found];
  const keys = /^\p{Script=Arabic}/u.test(word) ? arabicKeys(word) : [word];
  if (known.size >= maxKnown) known.clear();
  known.set(word, keys);
  return [...keys];
}

function arabicKeys(word: string): string[] {
  if (lists().stops.has(word)) return [];
  const keys = new Set<string>();
  for (const stem of withoutBeginnings(word)) {
    for (const form of withoutEndings(stem)) {
      for (const key of spellings(form)) {
        keys.add(key);
        const lemma = lists().lemmas.get(key);
        if (lemma) keys.add(lemma);
      }
    }
  }
  return [...keys];
}

/** A word by its letters, and by where it has a hamza. */
function spellings(word: string): string[] {
  const merged = word
    .replace(/[ىي]ء$/, 'ئ')
    .replace(/وء$/, 'ؤ')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه');
  const bySeat = bare(merged);
  return /.[أإؤئء]/.test(merged)
    ? [bySeat, bare(merged.slice(0, 1)) + merged.slice(1).replace(/[أإؤئ]/g, 'ء')]
    : [bySeat];
}

/** Hamza on its seat as the letter of the seat; alone left out, but where hardly a word would be left. */
function bare(text: string): string {
  return text
    .replace(/[أإآ]/g, 'ا')
    .replace(/ؤ/g, 'و')
    .replace(/ئ/g, 'ي')
    .replace(/(?<=\p{L}{3})ء(?!\p{L})|ء(?=\p{L})/gu, '');
}

const articles = /^[وف]?(?:[بكعه]?ال|لل)(?=\p{L}{2})/u;

/** The word, and what it is when an article or attached particles before it are taken off. */
function withoutBeginnings(word: string): string[] {
  const article = /^(?:ال|لل)/.test(word) || word.length > 5 ? articles.exec(word)?.[0] : undefined;
  if (article) {
    const rest = word.slice(article.length);
    // للجنة may be ل + الجنة or ل + اللجنة.
    return article.endsWith('لل') ? [word, rest, `ل${rest}`] : [word, rest];
  }
  const found = [word];
  let rest = word;
  for (let cut = 0; cut < 2 && /^[وفبلك]/.test(rest) && !isOwn(rest, lists().beginnings); cut += 1) {
    rest = rest.slice(1);
    if (rest.replace(/[ةه]$/, '').length < 3) break;
    found.push(rest);
    if (articles.test(rest)) return [...found, rest.replace(articles, '')];
  }
  return found;
}

function isOwn(word: string, list: ReadonlySet<string>): boolean {
  return withoutEndings(word).some((form) => spellings(form).some((key) => list.has(key)));
}

/** Endings and what stands in their place. At least three letters stay. */
const endings: readonly [ending: RegExp, instead: readonly string[]][] = [
  [/ت(?:ها|هم|هن|كم|نا|ي|ه)$/, ['ة', 'ت']],
  [/(?:ها|هم|هن|كم|نا|ه|ي)$/, ['']],
  [/ي(?:ها|هم|هن|كم|نا)$/, ['']],
  [/يات$/, ['ية', 'ي']],
  [/ات$/, ['', 'ة']],
  [/ية$/, ['ي']],
  [/يين$/, ['ي']],
  [/يا$/, ['ي']],
  [/تين$/, ['ة']],
  [/[يو]ن$/, ['']],
  [/(?:ت|وا)$/, ['']],
];
const fewestLetters = 3;

/** The word, and what it is when a plural, a pronoun or another ending is taken off. */
function withoutEndings(word: string): string[] {
  const folded = bare(word.replace(/ة/g, 'ه').replace(/ى/g, 'ي'));
  const { genderless: neutral, endings: own, feminine, lemmas } = lists();
  // What the table of forms knows is looked up as it is.
  if (own.has(folded) || lemmas.has(folded)) return [word];
  const forms = new Set([word]);
  if (/[ةه]$/.test(word)) {
    const root = word.slice(0, -1);
    const isParticiple = /^م\p{L}{2}و\p{L}$/u.test(root);
    if (isParticiple || neutral.has(bare(root))) forms.add(root);
    // A word that is known with ة, written with ه: no "his".
    if (feminine.has(folded)) return [...forms, ...(/ي[ةه]$/.test(word) ? [root] : [])];
  }
  for (const [ending, instead] of endings) {
    if (!ending.test(word)) continue;
    const root = word.replace(ending, '');
    for (const end of instead) {
      if (root.length + end.length >= fewestLetters && root.length >= 2) forms.add(root + end);
    }
  }
  return [...forms];
}

interface Lists {
  stops: ReadonlySet<string>;
  /** From every form in the table to the one that stands for all. */
  lemmas: ReadonlyMap<string, string>;
  /** Known words in ة, with ه. */
  feminine: ReadonlySet<string>;
  genderless: ReadonlySet<string>;
  beginnings: ReadonlySet<string>;
  endings: ReadonlySet<string>;
}

let made: Lists | undefined;

function lists(): Lists {
  made ??= makeLists();
  return made;
}

function makeLists(): Lists {
  const split = (text: string) => text.split(/\s+/).filter(Boolean);
  const groups = wordForms
    .split(/[|\n]/)
    .map(split)
    .filter((group) => group.length > 0);
  const lemmas = new Map<string, string>();
  for (const group of groups) {
    const lemma = spellings(group[0] ?? '')[0] ?? '';
    for (const key of group.flatMap(spellings)) if (!lemmas.has(key)) lemmas.set(key, lemma);
  }
  const keysIn = (text: string) => new Set(split(text).flatMap((word) => spellings(plain(word))));
  const feminine = [...groups.flat(), ...split(ownBeginnings)].filter((word) => word.endsWith('ة'));
  return {
    stops: new Set(split(stopWords).map(plain)),
    lemmas,
    feminine: new Set(feminine.map((word) => spellings(word)[0] ?? '')),
    genderless: keysIn(genderless),
    beginnings: keysIn(ownBeginnings),
    endings: keysIn(ownEndings),
  };
}
