/** What a file is, by its own bytes: neither its name nor what the sender says is believed. Pure. */
import type { MediaType } from './attachment.ts';
import { frameAt } from './sound-frame.ts';

/** So many bytes from the beginning are enough to know every kind. */
export const headBytes = 4_096;
/** Where the directory of a ZIP archive can be: its own length and that of its longest comment. */
export const tailBytes = 22 + 65_535;

const brands: readonly [RegExp, MediaType][] = [
  [/^(heic|heix|heim|heis|hevc|hevx)$/, 'image/heic'],
  [/^(M4A |M4B |M4P |F4A )$/, 'audio/mp4'],
  [/^qt {2}$/, 'video/quicktime'],
  [
    /^(isom|iso[2-9a-c]|mp4[12]|mmp4|avc1|M4V |M4VP|MSNV|dash|cmf[cs2]|f4v |3g[ep2]\w|3gp\w|XAVC)$/,
    'video/mp4',
  ],
];
/** Other pictures of the same build, which are not taken. */
const otherBrands = /^(avi[fso]|mif[12]|msf1|miaf|jp2 |jpx |jpm |mjp2|jxl |crx |j2ki)$/;

/** The kind of content that begins like this; null for what is not taken. `head` may be shorter than a file. */
export function kindOf(head: Buffer): MediaType | null {
  if (starts(head, 'ff d8 ff')) return 'image/jpeg';
  if (starts(head, '89 50 4e 47 0d 0a 1a 0a')) return 'image/png';
  if (/^GIF8[79]a$/.test(ascii(head, 0, 6))) return 'image/gif';
  if (/^(RIFF|RF64|BW64)$/.test(ascii(head, 0, 4))) {
    const form = ascii(head, 8, 4);
    return form === 'WEBP' ? 'image/webp' : form === 'WAVE' ? 'audio/wav' : null;
  }
  const boxes = kindOfBoxes(head);
  if (boxes !== undefined) return boxes;
  if (starts(head, '1a 45 df a3')) return isWebm(head) ? 'video/webm' : null;
  if (ascii(head, 0, 4) === 'OggS' && head[4] === 0) return 'audio/ogg';
  // Behind the labels may be either kind of MPEG sound; the whole file says which.
  if (ascii(head, 0, 3) === 'ID3' || ascii(head, 0, 8) === 'APETAGEX') return 'audio/mpeg';
  if (isPdf(head)) return 'application/pdf';
  return soundOf(head);
}

/** Readers of PDF look for its mark in the first 1,024 bytes: before it may be a BOM, white space or a printer's words. */
function isPdf(head: Buffer): boolean {
  const at = ascii(head, 0, 1_024 + 8).search(/%PDF-\d/);
  return at === 0 || (at > 0 && !foreign.some((begin) => ascii(head, 0, at).startsWith(begin)));
}

/** How programs, archives and other documents begin: a PDF behind one of these is two things. */
const foreign = [
  'MZ',
  '\x7fELF',
  '#!',
  'PK',
  '\xca\xfe\xba\xbe',
  '\xfe\xed\xfa',
  '\xcf\xfa\xed',
  '\xd0\xcf\x11\xe0',
].concat(['%!', '{\\rtf', 'Rar!', '7z', 'BM', 'II*', 'MM\0*', '\x1f\x8b', '\0asm', 'dex\n']);

/** Sound without labels: its frames from the first byte, or behind zeros that a recorder began with. */
function soundOf(head: Buffer): MediaType | null {
  const begin = head.findIndex((byte) => byte !== 0);
  return begin === -1 ? null : frameAt(head, begin);
}

const markup = /<(?:!doctype|html|head|body|script|svg|iframe|object|embed|\?php|!--\s*<)/i;

/**
 * Whether a file of one kind is another one as well: a page or a script to whoever sniffs its beginning, a
 * document to a reader that looks further in, an archive (and so a program) to one that begins at the end.
 */
export function isPolyglot(kind: MediaType, head: Buffer, tail: Buffer): boolean {
  const beginning = head.toString('latin1');
  if (markup.test(beginning)) return true;
  if (kind !== 'application/pdf' && beginning.includes('%PDF-')) return true;
  return endsAsZip(tail);
}

/** A ZIP's end-of-directory record says how long the comment after it is: it fits to the very last byte. */
function endsAsZip(tail: Buffer): boolean {
  const signature = Buffer.from('PK\x05\x06', 'latin1');
  for (let at = tail.indexOf(signature); at !== -1; at = tail.indexOf(signature, at + 1)) {
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) <= tail.length) return true;
  }
  return false;
}

/** Boxes with which a film of QuickTime may begin that does not name its kind. */
const nameless = /^(moov|mdat|wide|free|skip|pnot)$/;

/** By the boxes at the beginning; undefined when there are none. */
function kindOfBoxes(head: Buffer): MediaType | null | undefined {
  let found: MediaType | null | undefined;
  for (let at = 0; at + 8 <= head.length; ) {
    const type = ascii(head, at + 4, 4);
    if (type === 'ftyp') return kindOfBrand(head.subarray(at));
    const size = head.readUInt32BE(at);
    if (!nameless.test(type) || (size < 8 && size > 1)) break;
    found = 'video/quicktime';
    if (size < 8) break;
    at += size;
  }
  return found;
}

/** The first brand that is known decides; a film of a brand that nobody knows is shown all the same. */
function kindOfBrand(head: Buffer): MediaType | null {
  const size = Math.min(head.readUInt32BE(0), head.length, 256);
  const names: string[] = [ascii(head, 8, 4)];
  for (let at = 16; at + 4 <= size; at += 4) names.push(ascii(head, at, 4));
  for (const name of names) {
    const found = brands.find(([pattern]) => pattern.test(name));
    if (found) return found[1];
  }
  return names.some((name) => otherBrands.test(name)) ? null : 'video/mp4';
}

/** The DocType of an EBML header: id 42 82, its length in one to eight bytes, its letters, perhaps zeros. */
function isWebm(head: Buffer): boolean {
  const at = head.subarray(0, 128).indexOf(Buffer.from([0x42, 0x82]));
  const first = head[at + 2] ?? 0;
  if (at === -1 || first === 0) return false;
  return ascii(head, at + 2 + Math.clz32(first) - 23, 4) === 'webm';
}

function starts(head: Buffer, hex: string): boolean {
  const bytes = Buffer.from(hex.replaceAll(' ', ''), 'hex');
  return head.subarray(0, bytes.length).equals(bytes);
}

function ascii(head: Buffer, from: number, length: number): string {
  return head.toString('latin1', from, from + length);
}
