/** What people write, brought to the form in which it is kept, and of a fitting length. */
import { lengthOf, mostUnits } from '@bekhedmetkom/text/length';
import { isBlank, normaliseLine, normaliseText } from '@bekhedmetkom/text/normalise';
import type { Refusal } from '../case/case.ts';

export type Written = { text: string } | Refusal;

interface Limits {
  field: readonly string[];
  min: number;
  /** In characters as a reader counts them (grapheme clusters). */
  max: number;
  /** Line breaks and tabs become spaces. */
  oneLine?: boolean;
}

/** Normalises a text and checks its length: REQUIRED, TOO_SHORT, TOO_LONG. A text that shows nothing is empty. */
export function readText(raw: string, { field, min, max, oneLine = false }: Limits): Written {
  const tooLong = { refused: 'TOO_LONG', field, facts: { max } };
  if (raw.length > mostUnits(max)) return tooLong;
  const text = oneLine ? normaliseLine(raw) : normaliseText(raw);
  if (isBlank(text)) return min > 0 ? { refused: 'REQUIRED', field } : { text: '' };
  const length = lengthOf(text);
  if (length > max) return tooLong;
  return length < min ? { refused: 'TOO_SHORT', field, facts: { min } } : { text };
}
