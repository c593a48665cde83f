/** Phone numbers as people write them, read with libphonenumber. For servers: the metadata is some 150 kB. */
import parsePhoneNumber from 'libphonenumber-js/max';
import { toLatinDigits } from './digits.ts';
import { normaliseLine } from './normalise.ts';

/** What stands between digits: spaces, dashes, dots, brackets, slashes, commas, marks of direction. */
const separators = /[\s\p{Pd}\p{Cf}.·•,،()[\]/\\_:'’\u2212]/gu;
/** Mobile numbers begin with 77, 78 or 79; 2, 3, 5 and 6 are the areas. Metadata knows only blocks in use today. */
const jordanian = /^\+962(?:7[789]\d{7}|[2356]\d{7})$/;
/** What people write before a number, or copy with a link. */
const label = /^(?:tel|phone|mobile|mob|هاتف|تلفون|موبايل|خلوي|جوال|رقم)\s*[.:]?\s*/i;
const longest = 60;

/**
 * A phone number in E.164, e.g. `+962791234567`; null when it is none. Without a country code (+ or 00) it is
 * Jordanian. Read in digits of three scripts, with or without the 0 of the trunk, `(0)` after a country code, the +
 * before or (as right-to-left boxes show it) after. A Jordanian number is checked by its first digits, any other by
 * the length that its country has. Null for a local number without its area, and for one with an extension.
 */
export function readPhone(typed: string): string | null {
  if (typed.length > longest * 4) return null;
  const written = toLatinDigits(normaliseLine(typed).normalize('NFKC'))
    .replace(label, '')
    .replace(/\(\s*0\s*\)/g, '')
    .replace(separators, '');
  const dialled = written
    .replace(/^(\d+)\+$/, '+$1')
    .replace(/^\+?00/, '+')
    .replace(/^0962(?=[2-7])/, '+962');
  if (!/^\+?\d{4,20}$/.test(dialled)) return null;
  const parsed = parsePhoneNumber(dialled, { defaultCountry: 'JO', extract: false });
  if (!parsed) return null;
  const number: string = parsed.number;
  if (parsed.countryCallingCode === '962') return jordanian.test(number) || parsed.isValid() ? number : null;
  return parsed.isPossible() ? number : null;
}
