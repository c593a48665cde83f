/** What people write, made safe to keep: composed, without invisible overrides, and of a fitting length. */
import type { Refusal } from '../case/case.ts';

/** C0 and C1 controls but tab and line feed, and halves of surrogate pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
/** Embeddings, overrides and isolates can make a text look like another one; direction marks cannot. */
const overrides = /[\u202a-\u202e\u2066-\u2069]/g;

export type Written = { text: string } | Refusal;

interface Limits {
  field: readonly string[];
  min: number;
  /** In characters (code points). */
  max: number;
  /** Line breaks and tabs become spaces. */
  oneLine?: boolean;
}

/** Cleans a text and checks it: REQUIRED, TOO_SHORT, TOO_LONG, CONTROL_CHARACTERS. */
export function readText(raw: string, { field, min, max, oneLine = false }: Limits): Written {
  // Four UTF-16 units a character are more than any text of the right length has.
  if (raw.length > max * 4) return { refused: 'TOO_LONG', field, facts: { max } };
  const unbroken = raw.replace(/\r\n?/g, '\n');
  if (controls.test(unbroken) || !unbroken.isWellFormed()) return { refused: 'CONTROL_CHARACTERS', field };
  const composed = unbroken.replace(overrides, '').normalize('NFC');
  const text = (oneLine ? composed.replace(/[\s]+/g, ' ') : composed).trim();
  const length = lengthOf(text);
  if (length > max) return { refused: 'TOO_LONG', field, facts: { max } };
  if (min > 0 && text.replace(/[\p{C}\p{Z}\s\u0640]/gu, '') === '') return { refused: 'REQUIRED', field };
  if (length < min) return { refused: 'TOO_SHORT', field, facts: { min } };
  return { text };
}

function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}
