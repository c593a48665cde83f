/**
 * The reference of a case, `BK-2026-7Q4M-K2XD-9`: year of submission, 40 random bits, a check symbol that
 * finds every single wrong symbol and every swap of neighbours.
 */
import { crockfordAlphabet, encodeCrockford, toSymbols } from './crockford.ts';

/** Random bytes a reference needs: 40 bits. */
export const referenceBytes = 5;

export type ParsedReference =
  | { problem: null; reference: string }
  | { problem: 'NOT_A_REFERENCE' | 'WRONG_CHECK_DIGIT' };

/** The reference made of a year (four digits) and five random bytes. */
export function makeReference(year: number, random: Uint8Array): string {
  const body = encodeCrockford(random, 8);
  return format(String(year), body, checkSymbol(`${year}${body}`));
}

/** Reads a reference in whatever way it was typed: lower case, without dashes, ٠–٩, O for 0, I or L for 1. */
export function parseReference(typed: string): ParsedReference {
  if (typed.length > 100) return { problem: 'NOT_A_REFERENCE' };
  const symbols = toSymbols(typed).replace(/^BK/, '');
  const match = /^(\d{4})([0-9A-Z]{8})([0-9A-Z])$/.exec(symbols);
  if (!match) return { problem: 'NOT_A_REFERENCE' };
  const [, year = '', body = '', check = ''] = match;
  if (/U/.test(body + check)) return { problem: 'WRONG_CHECK_DIGIT' };
  if (checkSymbol(year + body) !== check) return { problem: 'WRONG_CHECK_DIGIT' };
  return { problem: null, reference: format(year, body, check) };
}

function format(year: string, body: string, check: string): string {
  return `BK-${year}-${body.slice(0, 4)}-${body.slice(4)}-${check}`;
}

/**
 * Σ xⁱ·sᵢ over GF(2⁵) with x⁵ + x² + 1: x generates the 31 non-zero elements, so no two of the 12 places
 * weigh the same and any one wrong symbol or one swap changes the sum.
 */
function checkSymbol(symbols: string): string {
  let sum = 0;
  for (const symbol of symbols) sum = timesX(sum ^ crockfordAlphabet.indexOf(symbol));
  return crockfordAlphabet[sum] ?? '';
}

function timesX(element: number): number {
  const shifted = element << 1;
  return shifted & 32 ? shifted ^ 0b100101 : shifted;
}
