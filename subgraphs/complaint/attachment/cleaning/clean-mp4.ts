/**
 * Takes out of MP4, MOV and M4A files what tells of people and places, without moving a byte: a box that is
 * not needed to play the file is renamed to `free` (which players skip) and its content becomes zeros.
 */
import type { FileHandle } from 'node:fs/promises';

interface Box {
  type: string;
  /** Where its header begins. */
  at: number;
  /** Where its content begins. */
  content: number;
  end: number;
}

/** What a file of this family may consist of at its top. */
const atTop = new Set([
  'ftyp',
  'styp',
  'moov',
  'mdat',
  'free',
  'skip',
  'wide',
  'pnot',
  'moof',
  'mfra',
  'sidx',
  'ssix',
  'prft',
  'emsg',
  'uuid',
  'meta',
  'pdin',
  'udta',
  'junk',
]);
/** Metadata: titles, places (`©xyz`, `loci`), devices, XMP. */
const telling = new Set(['udta', 'meta', 'uuid']);
const containers = new Set(['moov', 'trak', 'mdia', 'moof', 'traf', 'edts']);
const headersWithTimes = new Set(['mvhd', 'tkhd', 'mdhd']);
/** Tracks of other kinds hold timed metadata: the way that was taken, second by second. */
const keptTracks = new Set(['vide', 'soun', 'text', 'sbtl', 'subt', 'clcp', 'tmcd']);
const mostBoxes = 20_000;
const zeros = Buffer.alloc(64 * 1024);

/** Cleans the file in place. False when it is not built as such files are. */
export async function cleanMp4(file: FileHandle, bytes: number): Promise<boolean> {
  const boxes = await readBoxes(file, 0, bytes);
  if (boxes?.[0]?.type !== 'ftyp' || !boxes.every(({ type }) => atTop.has(type))) return false;
  if (!boxes.some(({ type }) => type === 'moov')) return false;
  for (const box of boxes) if (!(await cleanBox(file, box, 0))) return false;
  return true;
}

async function cleanBox(file: FileHandle, box: Box, depth: number): Promise<boolean> {
  if (telling.has(box.type)) return blank(file, box);
  if (headersWithTimes.has(box.type)) return blankTimes(file, box);
  if (!containers.has(box.type) || depth > 8) return true;
  const inside = await readBoxes(file, box.content, box.end);
  if (!inside) return false;
  if (box.type === 'trak' && !keptTracks.has(await handlerOf(file, inside))) return blank(file, box);
  for (const one of inside) if (!(await cleanBox(file, one, depth + 1))) return false;
  return true;
}

/** The boxes that fill a stretch exactly; null when they do not. */
async function readBoxes(file: FileHandle, from: number, to: number): Promise<Box[] | null> {
  const boxes: Box[] = [];
  for (let at = from; at < to; ) {
    const header = await readAt(file, at, 16);
    // QuickTime ends some lists with four zeros.
    if (to - at === 4 && header.readUInt32BE(0) === 0) break;
    if (to - at < 8 || boxes.length === mostBoxes) return null;
    const short = header.readUInt32BE(0);
    const long = short === 1;
    const size = long ? Number(header.readBigUInt64BE(8)) : short === 0 ? to - at : short;
    const box = { type: header.toString('latin1', 4, 8), at, content: at + (long ? 16 : 8), end: at + size };
    if (box.end < box.content || box.end > to) return null;
    boxes.push(box);
    at = box.end;
  }
  return boxes;
}

/** The kind of a track: `mdia` → `hdlr`. */
async function handlerOf(file: FileHandle, inside: readonly Box[]): Promise<string> {
  const media = inside.find(({ type }) => type === 'mdia');
  const boxes = media ? await readBoxes(file, media.content, media.end) : null;
  const handler = boxes?.find(({ type }) => type === 'hdlr');
  return handler ? (await readAt(file, handler.content + 8, 4)).toString('latin1') : '';
}

async function blank(file: FileHandle, { at, content, end }: Box): Promise<boolean> {
  await file.write(Buffer.from('free', 'latin1'), 0, 4, at + 4);
  for (let from = content; from < end; from += zeros.length) {
    await file.write(zeros, 0, Math.min(zeros.length, end - from), from);
  }
  return true;
}

/** When it was made and changed: two numbers behind version and flags, of 4 bytes each, or 8 in version 1. */
async function blankTimes(file: FileHandle, { content, end }: Box): Promise<boolean> {
  const [version = 0] = await readAt(file, content, 1);
  const length = version === 1 ? 16 : 8;
  if (content + 4 + length > end) return false;
  await file.write(zeros, 0, length, content + 4);
  return true;
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  await file.read(buffer, 0, length, at);
  return buffer;
}
