/** What a file is, by its own bytes: neither its name nor what the sender says is believed. Pure. */
import type { MediaType } from './attachment.ts';

/** So many bytes from the beginning are enough to know every kind. */
export const headBytes = 4_096;
/** Where the directory of a ZIP archive can be: its own length and that of its longest comment. */
export const tailBytes = 22 + 65_535;

const brands: readonly [RegExp, MediaType][] = [
  [/^(heic|heix|heim|heis|hevc|hevx)$/, 'image/heic'],
  [/^(M4A |M4B |M4P )$/, 'audio/mp4'],
  [/^qt {2}$/, 'video/quicktime'],
  [/^(isom|iso[2-9]|mp4[12]|mmp4|avc1|M4V |MSNV|dash|cmfc|f4v )$/, 'video/mp4'],
];

/** The kind of content that begins like this; null for what is not taken. `head` may be shorter than a file. */
export function kindOf(head: Buffer): MediaType | null {
  if (starts(head, 'ff d8 ff')) return 'image/jpeg';
  if (starts(head, '89 50 4e 47 0d 0a 1a 0a')) return 'image/png';
  if (/^GIF8[79]a$/.test(ascii(head, 0, 6))) return 'image/gif';
  if (/^%PDF-[12]\.\d$/.test(ascii(head, 0, 8))) return 'application/pdf';
  if (ascii(head, 0, 4) === 'RIFF') {
    const form = ascii(head, 8, 4);
    return form === 'WEBP' ? 'image/webp' : form === 'WAVE' ? 'audio/wav' : null;
  }
  if (ascii(head, 4, 4) === 'ftyp') return kindOfBrand(head);
  if (starts(head, '1a 45 df a3')) return isWebm(head) ? 'video/webm' : null;
  if (ascii(head, 0, 4) === 'OggS' && head[4] === 0) return 'audio/ogg';
  if (ascii(head, 0, 3) === 'ID3' || isMp3Frame(head)) return 'audio/mpeg';
  return null;
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

function kindOfBrand(head: Buffer): MediaType | null {
  const size = Math.min(head.readUInt32BE(0), head.length, 256);
  const names: string[] = [ascii(head, 8, 4)];
  for (let at = 16; at + 4 <= size; at += 4) names.push(ascii(head, at, 4));
  for (const name of names) {
    const found = brands.find(([pattern]) => pattern.test(name));
    if (found) return found[1];
  }
  return null;
}

/** The DocType of an EBML header: id 42 82, its length, its letters. */
function isWebm(head: Buffer): boolean {
  const at = head.subarray(0, 64).indexOf(Buffer.from([0x42, 0x82]));
  return at !== -1 && head[at + 2] === 0x84 && ascii(head, at + 3, 4) === 'webm';
}

/** Eleven set bits, MPEG 1 or 2, layer III, and neither a forbidden bit rate nor a reserved sampling rate. */
function isMp3Frame(head: Buffer): boolean {
  const [first = 0, second = 0, third = 0] = head;
  const layerThree = first === 0xff && (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08;
  return layerThree && third >> 4 !== 0x0f && third >> 4 !== 0 && (third & 0x0c) !== 0x0c;
}

function starts(head: Buffer, hex: string): boolean {
  const bytes = Buffer.from(hex.replaceAll(' ', ''), 'hex');
  return head.subarray(0, bytes.length).equals(bytes);
}

function ascii(head: Buffer, from: number, length: number): string {
  return head.toString('latin1', from, from + length);
}
