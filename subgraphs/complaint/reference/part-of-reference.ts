import { toSymbols } from '@bekhedmetkom/text/crockford';
import { normaliseLine } from '@bekhedmetkom/text/normalise';

/** The fewest symbols that are looked for: fewer are in too many references. */
const fewest = 4;

/**
 * The symbols of a piece of a reference, as in `KSPH`, `7q4m-k2xd` or `BK-2026-7Q4M`; null when it is none. A year
 * alone is none. Small letters without a digit are a word, and only looked for as a reference when `found` is false.
 */
export function partOfReference(typed: string, found: boolean): string | null {
  const written = normaliseLine(typed).replace(/\p{Cf}/gu, '');
  if (!/^[\p{Nd}A-Za-z–—-]+$/u.test(written)) return null;
  const isWord = !/\p{Nd}/u.test(written) && written !== written.toUpperCase();
  if (isWord && found) return null;
  const symbols = toSymbols(written).replace(/^BK(?=\d{4}|$)/, '');
  const isYear = /^(?:19|20)\d\d$/.test(symbols);
  return symbols.length < fewest || symbols.length > 13 || isYear ? null : symbols;
}
