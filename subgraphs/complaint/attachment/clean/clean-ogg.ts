/**
 * Empties the comments of Ogg files (Opus, Vorbis, Theora, Speex, FLAC), in place: titles, names, pictures. The
 * comment packet keeps its length, and the pages that hold it get new checksums.
 * https://www.rfc-editor.org/rfc/rfc3533, https://xiph.org/vorbis/doc/v-comment.html
 */
import type { FileBytes } from './file-bytes.ts';

interface Page {
  at: number;
  content: number;
  end: number;
  begins: boolean;
  serial: number;
  /** Lengths of its segments; 255 goes on in the next. */
  segments: Buffer;
}

/** A logical stream: what its comments begin with, and where they are as far as they came. */
interface Stream {
  magic: string;
  packet: number;
  pieces: { at: number; length: number }[];
  pages: Page[];
}

const magics: readonly [string, string][] = [
  ['OpusHead', 'OpusTags'],
  ['\x01vorbis', '\x03vorbis'],
  ['\x80theora', '\x81theora'],
  ['Speex   ', ''],
  ['\x7fFLAC', '\x04---'],
];
const mark = Buffer.from('OggS\0', 'latin1');
const maxCommentBytes = 16 * 1024 * 1024;

/** Cleans the file in place. False when it holds no page that begins a stream. */
export async function cleanOgg(bytes: FileBytes): Promise<boolean> {
  const streams = new Map<number, Stream>();
  let at = 0;
  while (at < bytes.length) {
    const page = await readPage(bytes, at);
    if (!page) {
      const next = await bytes.find(mark, at + 1);
      const to = next === -1 ? bytes.length : next;
      await bytes.zero(at, to);
      at = to;
      continue;
    }
    if (page.begins) streams.set(page.serial, await openStream(bytes, page));
    const stream = streams.get(page.serial);
    if (stream && stream.packet < 2) await take(bytes, stream, page);
    at = page.end;
  }
  return streams.size > 0;
}

async function openStream(bytes: FileBytes, page: Page): Promise<Stream> {
  const first = await bytes.text(page.content, 8);
  const magic = magics.find(([begin]) => first.startsWith(begin))?.[1];
  return { magic: magic ?? '', packet: magic === undefined ? 2 : 0, pieces: [], pages: [] };
}

/** The page that begins here; null when there is none. The last one may be cut off. */
async function readPage(bytes: FileBytes, at: number): Promise<Page | null> {
  const head = await bytes.read(at, 27);
  if (head.length < 27 || !head.subarray(0, 5).equals(mark)) return null;
  const segments = await bytes.read(at + 27, head[26] ?? 0);
  const content = at + 27 + segments.length;
  const end = Math.min(content + segments.reduce((sum, one) => sum + one, 0), bytes.length);
  return { at, content, end, begins: ((head[5] ?? 0) & 2) !== 0, serial: head.readUInt32LE(14), segments };
}

/** Goes through the packets of a page until the comments, the second of the stream, have come whole. */
async function take(bytes: FileBytes, stream: Stream, page: Page): Promise<void> {
  let at = page.content;
  for (const length of page.segments) {
    if (stream.packet === 1) {
      stream.pieces.push({ at, length });
      if (stream.pages.at(-1) !== page) stream.pages.push(page);
    }
    at += length;
    if (length === 255) continue;
    stream.packet++;
    if (stream.packet === 2) return empty(bytes, stream);
  }
}

async function empty(bytes: FileBytes, { magic, pieces, pages }: Stream): Promise<void> {
  const total = pieces.reduce((sum, { length }) => sum + length, 0);
  if (total > maxCommentBytes) return;
  const whole = Buffer.concat(await Promise.all(pieces.map(({ at, length }) => bytes.read(at, length))));
  const packet = emptied(whole, magic);
  let from = 0;
  for (const { at, length } of pieces) {
    await bytes.write(at, packet.subarray(from, from + length));
    from += length;
  }
  for (const page of pages) await writeChecksum(bytes, page);
}

/** The same packet with its maker's name, no comments, and zeros in their place. */
function emptied(packet: Buffer, magic: string): Buffer {
  const begin = magic.length;
  const vendor = packet.length >= begin + 8 ? packet.readUInt32LE(begin) : 0;
  const kept = begin + 4 + vendor;
  const clean = Buffer.alloc(packet.length);
  packet.copy(clean, 0, 0, kept + 4 <= packet.length ? kept : begin);
  // Vorbis ends its comments with a set bit.
  const frame = (kept + 4 <= packet.length ? kept : begin + 4) + 4;
  if (magic === '\x03vorbis' && frame < clean.length) clean[frame] = 1;
  return clean;
}

async function writeChecksum(bytes: FileBytes, { at, end }: Page): Promise<void> {
  const page = await bytes.read(at, end - at);
  page.writeUInt32LE(0, 22);
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(checksum(page));
  await bytes.write(at + 22, sum);
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24;
  for (let bit = 0; bit < 8; bit++) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1;
  return value;
});

/** CRC-32 of a page: polynomial 04c11db7, nothing reflected, begun and ended with zero. */
export function checksum(page: Buffer): number {
  let sum = 0;
  for (const byte of page) sum = ((sum << 8) ^ (table[((sum >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0;
  return sum;
}
