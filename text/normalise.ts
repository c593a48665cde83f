/**
 * What people type or paste, brought to one form: the only module that decides which characters come in. Pure,
 * runs on servers and in browsers. Nothing is refused here: a character that means nothing is dropped, one that
 * separates becomes a separator.
 */

/** CRLF, CR, vertical tab, form feed, next line, line and paragraph separator: one line break. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const lineBreaks = /\r\n|[\r\u000b\u000c\u0085\u2028\u2029]/g;
/** Spaces of every width, and the C0 separators of files, groups, records and units. Tabs and line feeds stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const spaces = /[\p{Zs}\u001c-\u001f]/gu;
/** Controls, non-characters, halves of surrogate pairs, the place of a pasted picture, annotation marks. */
const meaningless =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /[\u0000-\u0008\u000e-\u001b\u007f-\u009f\u{fdd0}-\u{fdef}\ufff9-\ufffc\p{Cs}]|[\ufffe\uffff\u{1fffe}\u{1ffff}]/gu;
/**
 * Characters without a shape. Not in it: left-to-right, right-to-left and Arabic letter mark, which order mixed
 * lines and cannot disguise one; joiners, variation selectors and tags, which are looked at with their neighbours.
 */
const invisible =
  /(?!\u061c|[\u200c-\u200f]|\p{Variation_Selector}|[\u{e0020}-\u{e007f}])\p{Default_Ignorable_Code_Point}/gu;
/** Letters and marks of Latin, Greek and Cyrillic do not join: a joiner between them says nothing. */
const joining = '(?![\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}])[\\p{L}\\p{M}]';
const picture = '\\p{Extended_Pictographic}[\\ufe0e\\ufe0f\\p{Emoji_Modifier}]*';
/** Joiners and selectors that change nothing where they stand. Lookbehinds name what gives them a meaning. */
const idle = new RegExp(
  [
    `(?<!${joining})\\u200c`,
    `\\u200c(?!${joining})`,
    `(?<!${joining}|${picture})\\u200d`,
    `(?<=${picture})\\u200d(?!\\p{Extended_Pictographic})`,
    '(?<![\\p{L}\\p{N}\\p{S}\\p{P}])[\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}]',
    '(?<!\\p{Script=Mongolian})[\\u180b-\\u180d\\u180f]',
    '(?<!\\u{1f3f4}[\\u{e0020}-\\u{e007e}]*)[\\u{e0020}-\\u{e007f}]',
  ].join('|'),
  'gu',
);
/** Longer runs of combining marks are no writing; eight are more than any script stacks. */
const stackedMarks = /(\p{M}{8})\p{M}+/gu;
/** Shapes of Arabic letters, as copied out of a PDF; word ligatures such as ﷺ and the marks of their own stay. */
const arabicShapes = /[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufe80-\ufefc]/g;
/** Bullets of Word, which are private characters of the fonts Symbol and Wingdings. */
const bullets: Record<string, string> = {
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf0a8': '◻',
  '\uf0d8': '➢',
  '\uf0e0': '→',
  '\uf0fc': '✓',
  '\uf076': '❖',
};

/**
 * The characters of a text, every string that comes in passes here: NFC; line breaks as \n, other white space but
 * tabs as a plain space; without controls, characters that show nothing, and embeddings, overrides and isolates of
 * direction. Kept: line structure, tabs, spaces at the ends, tatweel, digits of any script, joiners that shape Arabic,
 * Persian and Indic words or emoji. Doing it twice changes nothing.
 */
export function normaliseCharacters(raw: string): string {
  if (isPlain(raw)) return raw;
  let text = raw;
  for (let pass = 0; pass < 3; pass += 1) {
    const next = clean(text);
    if (next === text) break;
    text = next;
  }
  return text;
}

/** A text of one line: runs of white space, line breaks among them, are one space; none, and no mark of direction, at the ends. */
export function normaliseLine(raw: string): string {
  return normaliseCharacters(raw)
    .replace(/\s+/g, ' ')
    .replace(/^[ \u061c\u200e\u200f]+|[ \u061c\u200e\u200f]+$/g, '');
}

/** A text of several lines: line breaks and tabs as they are; no white space at the ends. */
export function normaliseText(raw: string): string {
  return normaliseCharacters(raw).trim();
}

/** Whether a text shows nothing: white space, marks of direction, tatweel, fillers, lone combining marks. */
export function isBlank(text: string): boolean {
  return !/[^\p{C}\p{Z}\p{M}\s\u0640\u2800\u115f\u1160\u3164\uffa0]/u.test(text);
}

/** ASCII and the common Arabic letters, which need no work: most of what comes in. */
function isPlain(text: string): boolean {
  return /^[\n\t\x20-\x7e\u060c\u061b\u061f\u0621-\u063a\u0640-\u064a\u0660-\u0669]*$/.test(text);
}

function clean(text: string): string {
  return text
    .replace(lineBreaks, '\n')
    .replace(spaces, ' ')
    .replace(meaningless, '')
    .replace(invisible, '')
    .replace(/\u200c{2,}/g, '\u200c')
    .replace(/\u200d{2,}/g, '\u200d')
    .replace(idle, '')
    .replace(arabicShapes, (shape) => shape.normalize('NFKC'))
    .replace(/[\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0fc]/g, (bullet) => bullets[bullet] ?? bullet)
    .normalize('NFC')
    .replace(stackedMarks, '$1');
}
