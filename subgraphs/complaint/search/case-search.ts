/**
 * Full-text search over cases, in Arabic and English: the only file that knows how. Words are compared by
 * their stems (`bilingual` configuration), the subject also by trigrams, so that a slip of the finger or half
 * a word still finds.
 */
import type { Tx } from '@bekhedmetkom/platform/database';
import { toLatinDigits } from '@bekhedmetkom/text/digits';
import { parseReference } from '../reference/reference.ts';

/**
 * One spelling for what people write in many: no vowel marks, tatweel or accents; one alef, one ya; Latin digits;
 * lower case. A final ha becomes a taa marbuta, as the stemmer takes the other way round for a pronoun.
 */
export function foldText(text: string): string {
  return toLatinDigits(text)
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
    .replace(/[ٱآأإ]/g, 'ا')
    .replace(/ى|ئ/g, 'ي')
    .replace(/ؤ/g, 'و')
    .replace(/ء/g, '')
    .replace(/گ/g, 'ك')
    .replace(/ی/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/ه(?![\p{L}\p{N}])/gu, 'ة')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Folded text for the stemmer, without articles (ال، لل) and the particles written before them: the stemmer cuts
 * other endings off a word that has one, so that المدارس and مدارس would not meet.
 */
function withoutArticles(folded: string): string {
  return folded.replace(/(?<!\p{L})[وف]?(?:[بك]?ال|لل)(?=\p{L}{3})/gu, '');
}

/** What `filing.search_subject` and `filing.search_document` are made of; the document is cut at 20,000. */
export function searchable(subject: string, text: string): { subject: string; document: string } {
  const document = withoutArticles(foldText(`${subject}\n${text}`).slice(0, 20_000));
  return { subject: foldText(subject), document };
}

/** SQL of the document column, given the parameter that holds the folded text. */
export const documentOf = (parameter: string): string => `to_tsvector('bilingual', ${parameter})`;

/** SQL condition that a case (alias `c`) matches; `bind` adds a parameter and names it. */
export type Match = (bind: (value: unknown) => string) => string;

const few = 1_000;
const byStems = `search_document @@ websearch_to_tsquery('bilingual', `;
const stems = `select case_id as id from filing where ${byStems}$1) limit ${few + 1}`;
const trigrams = `select case_id as id from filing where search_subject %> $1 limit ${few}`;

/**
 * How to find what was typed: a reference finds its case; words are sought by their stems, and only when no
 * case has them by trigrams of the subject (at most 1,000 cases). Up to 1,000 finds are handed to the list as
 * they are; of more, the list meets one soon enough when it is walked in its own order. (Left to itself, the
 * planner takes every word that it has no statistics of for a frequent one.)
 * Null when nothing searchable was typed, or nothing is found.
 */
export async function findMatch(tx: Tx, typed: string): Promise<Match | null> {
  const parsed = parseReference(typed);
  if (parsed.problem === null) return (bind) => `c.reference = ${bind(parsed.reference)}`;
  const folded = foldText(typed.slice(0, 200));
  if (!/[\p{L}\p{N}]/u.test(folded)) return null;
  const words = withoutArticles(folded);
  const ids = await findIds(tx, stems, words);
  if (ids.length > few) {
    return (bind) => `exists (select from filing f where f.case_id = c.id and f.${byStems}${bind(words)}))`;
  }
  const found = ids.length > 0 ? ids : await findIds(tx, trigrams, folded);
  return found.length === 0 ? null : (bind) => `c.id = any(${bind(found)}::uuid[])`;
}

async function findIds(tx: Tx, statement: string, words: string): Promise<string[]> {
  return (await tx.query<{ id: string }>(statement, [words])).map(({ id }) => id);
}
