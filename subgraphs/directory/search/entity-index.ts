/** The entities of a snapshot, found as people speak of them and ranked: pure, in memory (some hundred entities). */
import { foldText } from '@bekhedmetkom/text/arabic';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { likenessOf, type Phrase, readWords, toPhrase, type Word, worth } from './phrase.ts';

export interface EntityHit {
  code: string;
  /** Best first; equal ones in the order of the directory. */
  score: number;
  position: number;
}

interface Entry {
  code: string;
  /** Folded. */
  foldedCode: string;
  sector: string;
  position: number;
  phrases: readonly Phrase[];
}

const weights = { name: 1, words: 0.95, service: 0.7, category: 0.7, unit: 0.6 };
const maxWords = 8;
const indexes = new WeakMap<Snapshot, readonly Entry[]>();

/**
 * The entities that exist on the day of the snapshot and that the text speaks of: by code, name, what people call them,
 * services, units, and the categories that they answer for. Every word that the directory knows must be found; words for
 * a kind of office (ministry, company) may be missing. Null when nothing to search for was typed.
 */
export function searchEntities(directory: Snapshot, text: string, sector: string | null): EntityHit[] | null {
  const folded = foldText(text);
  if (folded === '') return null;
  const entries = entriesOf(directory);
  const typed = readWords(text).slice(0, maxWords);
  const needed = neededOf(typed, entries);
  return entries
    .filter((entry) => sector === null || entry.sector === sector)
    .flatMap((entry) => {
      const score = entry.foldedCode === folded ? 3_000 : scoreOf(entry, typed, needed);
      return score > 0 ? [{ code: entry.code, score, position: entry.position }] : [];
    })
    .sort((a, b) => b.score - a.score || a.position - b.position);
}

/** A word that an entity must have, and the least likeness that counts. */
interface Needed {
  word: Word;
  least: number;
}

/**
 * The typed words that are looked for: those that the directory knows; of a kind of office only when nothing else is
 * known. A slip of the finger is thought of only where no entity has the word itself.
 */
function neededOf(typed: readonly Word[], entries: readonly Entry[]): Needed[] {
  const known = typed.flatMap((word): Needed[] => {
    const best = Math.max(
      0,
      ...entries.flatMap(({ phrases }) => phrases.map((phrase) => bestIn(phrase, word))),
    );
    return best === 0 ? [] : [{ word, least: best === worth.same ? worth.beginning : best }];
  });
  const telling = known.filter(({ word }) => !word.generic);
  return telling.length > 0 || typed.some((word) => !word.generic) ? telling : known;
}

/** 0 when a word is missing; up to 1,000 for the words, and as much again for how much of one phrase they are. */
function scoreOf({ phrases }: Entry, typed: readonly Word[], needed: readonly Needed[]): number {
  if (needed.length === 0) return 0;
  let sum = 0;
  for (const { word, least } of needed) {
    const likeness = (phrase: Phrase) => {
      const found = bestIn(phrase, word);
      return found < least ? 0 : found * phrase.weight;
    };
    const best = Math.max(0, ...phrases.map(likeness));
    if (best === 0) return 0;
    sum += best;
  }
  const together = Math.max(...phrases.map((phrase) => phrase.weight * coverage(phrase, typed)));
  return Math.round((sum / needed.length) * 1_000 + together * 1_000);
}

function bestIn({ words }: Phrase, typed: Word): number {
  return Math.max(0, ...words.map((word) => likenessOf(typed, word)));
}

/** How much of the words and of the phrase are the other's: 1 when each has all of the other. */
function coverage({ words }: Phrase, typed: readonly Word[]): number {
  const fitOf = (one: Word, others: readonly Word[]) =>
    Math.max(0, ...others.map((other) => likenessOf(one, other)));
  const found = typed.reduce((sum, word) => sum + fitOf(word, words), 0) / typed.length;
  // The kind of office says little of a name: `صحة` is nearly all of `وزارة الصحة`.
  const share = (word: Word) => (word.generic ? 0.2 : 1);
  const all = words.reduce((sum, word) => sum + share(word), 0);
  const said = words.reduce(
    (sum, word) => sum + share(word) * Math.max(0, ...typed.map((one) => likenessOf(one, word))),
    0,
  );
  return all === 0 ? 0 : found * (said / all);
}

function entriesOf(directory: Snapshot): readonly Entry[] {
  const made = indexes.get(directory) ?? makeEntries(directory);
  indexes.set(directory, made);
  return made;
}

function makeEntries(directory: Snapshot): Entry[] {
  const { today } = directory;
  const exists = (from: string, to: string | null) => from <= today && (to === null || today <= to);
  return directory.entities
    .filter(({ validFrom, validTo }) => exists(validFrom, validTo))
    .map(({ code, names, sector, order }) => {
      const both = (weight: number) => (one: { names: { ar: string; en: string } }) =>
        [one.names.ar, one.names.en].map((name) => toPhrase(name, weight));
      // `شركة مياه الأردن (مياهنا)` is two names.
      const named = [names.ar, names.en].flatMap((name) => [name, ...name.split(/[()]/)]);
      return {
        code,
        foldedCode: foldText(code),
        sector,
        position: order,
        phrases: [
          ...named.map((name) => toPhrase(name, weights.name)),
          ...directory.searchWordsOf(code).map(({ words }) => toPhrase(words, weights.words)),
          ...directory.servicesOf(code).flatMap(both(weights.service)),
          ...directory.unitsOf(code).flatMap(both(weights.unit)),
          ...directory.categoriesHandledBy(code).flatMap(both(weights.category)),
        ].filter(({ words }) => words.length > 0),
      };
    });
}
