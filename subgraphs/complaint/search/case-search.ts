/**
 * Full-text search over cases, in Arabic and English. Words are compared by the keys of `@bekhedmetkom/text/arabic`
 * (English ones by Postgres' stems, configuration `folded`); when no case has them, subjects are compared by
 * trigrams, so that a slip of the finger or half a word still finds.
 */
import type { Tx } from '@bekhedmetkom/platform/database';
import { foldText, keysOfText, keysOfWords } from '@bekhedmetkom/text/arabic';
import { parseReference } from '@bekhedmetkom/text/reference';
import { partOfReference } from '../reference/part-of-reference.ts';

/**
 * Which rules make `submission_content.search_subject` and `submission_content.search_document`. Raise it with every change of
 * `@bekhedmetkom/text/arabic`: rows of an older version are then made anew (see `reindex.ts`).
 */
export const searchVersion = 3;
const maxDocument = 20_000;

/** What `submission_content.search_subject` and `submission_content.search_document` are made of; the text is cut at 20,000. */
export function searchable(subject: string, text: string): { subject: string; document: string } {
  const document = keysOfText(`${subject}\n${text}`.slice(0, maxDocument)).join(' ');
  return { subject: foldText(subject), document };
}

/** SQL of the document column, given the parameter that holds what `searchable` made. */
export const documentOf = (parameter: string): string => `strip(to_tsvector('folded', ${parameter}))`;

/** For each word of a text that says something, a `tsquery` text that finds any of its keys. */
export function wordQueries(text: string): string[] {
  return keysOfWords(text).map((keys) => `(${keys.map((key) => `'${key}'`).join(' | ')})`);
}

/** SQL condition that a case (alias `c`) matches; `bind` adds a parameter and names it. */
export type Match = (bind: (value: unknown) => string) => string;

const few = 1_000;
const maxTypedLength = 200;
const byWords = `search_document @@ to_tsquery('folded', `;
const words = `select case_id as id from submission_content where ${byWords}$1) limit ${few + 1}`;
const parts = `select id from cases where replace(reference, '-', '') like '%' || $1 || '%' limit ${few}`;
const trigrams = `select case_id as id from submission_content where search_subject %> $1 limit ${few}`;
const fewestLetters = 4;

/**
 * How to find what was typed: a reference finds its case, part of one those that have it, the name or code of an
 * entity its cases; words are sought by their keys, and only when nothing has them by trigrams of the subject (at
 * most 1,000 cases). Up to 1,000 finds are handed to the list as they are; of more, the list meets one soon enough
 * when it is walked in its own order. (Left to itself, the planner takes every word that it has no statistics of for a
 * frequent one.) `entitiesNamed` gives codes. Null when nothing searchable was typed, or nothing is found.
 */
export async function findMatch(
  tx: Tx,
  typed: string,
  entitiesNamed: (typed: string) => readonly string[],
): Promise<Match | null> {
  const parsed = parseReference(typed);
  if (parsed.problem === null) return (bind) => `c.reference = ${bind(parsed.reference)}`;
  const text = typed.slice(0, maxTypedLength);
  const entities = entitiesNamed(text);
  const query = wordQueries(text).join(' & ');
  const ids = query === '' ? [] : await findIds(tx, words, query);
  const part = partOfReference(text, ids.length > 0);
  if (part !== null && ids.length <= few) ids.push(...(await findIds(tx, parts, part)));
  if (ids.length === 0 && entities.length === 0) ids.push(...(await findBySpelling(tx, text)));
  const among: Match[] = [];
  if (ids.length > few) {
    among.push(
      (bind) =>
        `exists (select from submission_content f where f.case_id = c.id and f.${byWords}${bind(query)}))`,
    );
  } else if (ids.length > 0) among.push((bind) => `c.id = any(${bind(ids)}::uuid[])`);
  if (entities.length > 0) among.push((bind) => `c.entity = any(${bind(entities)}::text[])`);
  return among.length === 0 ? null : (bind) => `(${among.map((match) => match(bind)).join(' or ')})`;
}

async function findBySpelling(tx: Tx, text: string): Promise<string[]> {
  const folded = foldText(text);
  return folded.length < fewestLetters ? [] : findIds(tx, trigrams, folded);
}

async function findIds(tx: Tx, statement: string, value: string): Promise<string[]> {
  return (await tx.query<{ id: string }>(statement, [value])).map(({ id }) => id);
}
