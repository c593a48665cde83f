import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import type { Refusal } from '../case/case.ts';
import { readText } from './written-text.ts';

/** Cleans and checks a text that must be given in both languages. */
export function readWording(
  raw: Names,
  { field, max, oneLine = false }: { field: string; max: number; oneLine?: boolean },
): Names | Refusal {
  const limits = { min: 1, max, oneLine };
  const ar = readText(raw.ar, { ...limits, field: [field, 'ar'] });
  if ('refused' in ar) return ar;
  const en = readText(raw.en, { ...limits, field: [field, 'en'] });
  if ('refused' in en) return en;
  return { ar: ar.text, en: en.text };
}
