const arabicIndicZero = 0x0660;
const persianZero = 0x06f0;

const sameLetter: Record<string, string> = {
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ٱ: 'ا',
  ک: 'ك',
  گ: 'ك',
  ە: 'ه',
  ہ: 'ه',
};

/**
 * Writes a text the one way under which all its usual spellings meet: hamza carriers become their bare
 * letter, taa marbuta haa, alef maqsura yaa; vowel signs, tatweel, a lone hamza and accents go; Arabic and
 * Persian digits become 0–9; Latin letters become small; everything else becomes single spaces. Idempotent.
 *
 * Both sides of a search go through it (the stored column when written, the query when asked), so it exists
 * only here and Postgres needs no copy of it.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640\u0621\p{Cf}]/gu, '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - arabicIndicZero))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - persianZero))
    .replace(/[ةىیېٱکگەہ]/g, (letter) => sameLetter[letter] ?? letter)
    .toLowerCase()
    .replace(/['’ʼ`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
