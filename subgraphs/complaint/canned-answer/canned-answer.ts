/**
 * The rules of canned answers: which variables they may hold, how they are filled, and how an answer that is
 * nothing but one of them is told from one that somebody wrote.
 */
import { foldText } from '@bekhedmetkom/text/arabic';
import type { Refusal } from '../case/case.ts';

export const variables = [
  'reference',
  'subject',
  'entity',
  'dueDate',
  'governorate',
  'today',
  'post',
] as const;
export type Variable = (typeof variables)[number];

/** What the variables stand for in one case; a variable without a value is missing. */
export type Filling = Partial<Record<Variable, string>>;

/** Longest name and body, in characters, and how many of them an entity may keep. */
export const maxNameLength = 120;
export const maxBodyLength = 5_000;
export const maxAnswers = 200;

/** An answer that says nothing but one of these is none. */
const stockPhrases = [
  'تم',
  'تمت',
  'تم الحل',
  'تم حل المشكلة',
  'تمت المعالجة',
  'تمت المتابعة',
  'تم التعامل مع الطلب',
  'تم الرد',
  'تم الرد على المشتكي',
  'قيد المتابعة',
  'قيد المعالجة',
  'سيتم المتابعة',
  'تم تحويل الطلب للجهة المختصة',
  'شكرا',
  'شكرا لتواصلكم',
  'شكرا لتواصلكم معنا',
  'done',
  'resolved',
  'closed',
  'solved',
  'noted',
  'answered',
  'thank you',
  'thank you for contacting us',
  'in progress',
  'under follow-up',
  'the problem has been solved',
  'n/a',
];

const hole = /\{\{([^{}]*)\}\}/g;

/** Names of the variables in a text, each once, in their order; also such as do not exist. */
export function variablesIn(text: string): string[] {
  return [...new Set([...text.matchAll(hole)].map(([, name = '']) => name.trim()))];
}

/** Refuses a body with a variable that does not exist, or with braces that close none. */
export function checkVariables(body: string, field: readonly string[]): Refusal | null {
  const unknown = variablesIn(body).find((name) => !isVariable(name));
  const stray = /\{\{|\}\}/.exec(body.replace(hole, ''))?.[0];
  const name = unknown ?? stray;
  if (name === undefined) return null;
  return { refused: 'UNKNOWN_VARIABLE', field, facts: { name, known: variables } };
}

/** Puts the values in place of the variables; those without one stay as they are and are named. */
export function fill(body: string, filling: Filling): { text: string; missing: Variable[] } {
  const missing = new Set<Variable>();
  const text = body.replace(hole, (whole, raw: string) => {
    const name = raw.trim();
    if (!isVariable(name)) return whole;
    const value = filling[name];
    if (value) return value.replace(/\{\{/g, '{').replace(/\}\}/g, '}');
    missing.add(name);
    return `{{${name}}}`;
  });
  return { text, missing: [...missing] };
}

/**
 * Whether an answer says nothing but what a canned answer says: as it is kept, or filled with the values of
 * the case (any date in place of a date), whatever its case, marks, punctuation and spaces.
 */
export function isOnlyCanned(answer: string, body: string, filling: Filling): boolean {
  const given = foldPhrase(answer);
  if (given === '') return false;
  if (given === foldPhrase(body)) return true;
  const parts = body.split(hole);
  const literal = parts.filter((_, i) => i % 2 === 0).map(foldPhrase);
  if (literal.join('') === '') return false;
  const pattern = parts.map((part, i) => (i % 2 === 0 ? foldPhrase(part) : standIn(part.trim(), filling)));
  return new RegExp(`^${pattern.join('')}$`, 'u').test(given);
}

/** Whether an answer is one of the phrases that say nothing about any case. */
export function isStockPhrase(answer: string): boolean {
  return folded.has(foldPhrase(answer));
}

/** One spelling of a phrase, letters and digits only. */
export function foldPhrase(text: string): string {
  return foldText(text).replaceAll(' ', '');
}

const anyDate = '(?:\\d{1,2}\\p{L}{2,24}\\d{4}|)';

function standIn(name: string, filling: Filling): string {
  if (name === 'today' || name === 'dueDate') return anyDate;
  const value = isVariable(name) ? foldPhrase(filling[name] ?? '') : '';
  return `(?:${value}|${foldPhrase(name)}|)`;
}

function isVariable(name: string): name is Variable {
  return (variables as readonly string[]).includes(name);
}

const folded = new Set(stockPhrases.map(foldPhrase));
