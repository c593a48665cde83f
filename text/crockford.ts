/**
 * Crockford's base 32: digits and letters without I, L, O and U, read back however people type them.
 * https://www.crockford.com/base32.html
 */
import { toLatinDigits } from './digits.ts';

export const crockfordAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What people typed, as symbols only: upper case, O and 0 and I, L and 1 told apart, all else dropped. */
export function toSymbols(typed: string): string {
  return toLatinDigits(typed)
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');
}

/** `count` symbols out of the leading bits of the bytes (5 bits each). */
export function encodeCrockford(bytes: Uint8Array, count: number): string {
  let symbols = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5 && symbols.length < count) {
      bits -= 5;
      symbols += crockfordAlphabet[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  if (symbols.length < count) throw new RangeError(`${bytes.length} bytes are too few for ${count} symbols`);
  return symbols;
}
