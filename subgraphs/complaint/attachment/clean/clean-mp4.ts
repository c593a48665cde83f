/**
 * Takes out of MP4, MOV and M4A files what tells of people and places, without moving a byte: a box that is
 * not needed to play the file is renamed to `free` (which players skip) and its content becomes zeros. Read as
 * players read: a box that says it is longer than the file ends with the file, bytes that are no box are padding.
 */
import type { MediaType } from '../attachment.ts';
import type { FileBytes } from './file-bytes.ts';

interface Box {
  type: string;
  /** Where its header begins. */
  at: number;
  /** Where its content begins. */
  content: number;
  end: number;
  /** It says that it is longer than what it lies in. */
  cut: boolean;
}

/** What is needed at the top of a file; every other box is not. */
const neededAtTop = new Set(['ftyp', 'styp', 'moov', 'mdat', 'moof', 'mfra', 'sidx', 'ssix', 'pdin']);
/** Metadata (titles, places such as `©xyz` and `loci`, devices, XMP), and padding with what was there before. */
const telling = new Set(['udta', 'meta', 'uuid', 'free', 'skip', 'junk', 'wide', 'Xtra', 'xml ', 'bxml']);
const containers = new Set(['moov', 'trak', 'mdia', 'minf', 'dinf', 'moof', 'traf', 'edts']);
const headersWithTimes = new Set(['mvhd', 'tkhd', 'mdhd']);
/** Tracks of other kinds hold timed metadata: the way that was taken, second by second. */
const keptTracks = new Set(['vide', 'soun', 'text', 'sbtl', 'subt', 'subp', 'clcp', 'tmcd', 'auxv', '']);
const maxBoxes = 500_000;
const deepest = 8;

/** Cleans the file in place and gives its kind; null when no player would show it. */
export async function cleanMp4(bytes: FileBytes, kind: MediaType): Promise<MediaType | null> {
  const { boxes, end } = await readBoxes(bytes, 0, bytes.length);
  const moov = boxes.find(({ type }) => type === 'moov');
  const hasMedia = boxes.some(({ type }) => type === 'mdat' || type === 'moof');
  // A compressed `moov` cannot be cleaned.
  if (!moov || moov.cut || !hasMedia || (await bytes.text(moov.content + 4, 4)) === 'cmov') return null;
  const kinds = new Set<string>();
  for (const box of boxes) {
    if (neededAtTop.has(box.type)) await cleanBox(bytes, box, 0, kinds);
    else await blank(bytes, box);
  }
  await bytes.zero(end, bytes.length);
  const isSound = kinds.has('soun') && !kinds.has('vide');
  return kind === 'video/mp4' && isSound ? 'audio/mp4' : kind;
}

async function cleanBox(bytes: FileBytes, box: Box, depth: number, kinds: Set<string>): Promise<void> {
  if (telling.has(box.type)) return blank(bytes, box);
  if (headersWithTimes.has(box.type)) return blankTimes(bytes, box);
  if (box.type === 'dref') return blankPaths(bytes, box);
  if (!containers.has(box.type) || depth > deepest) return;
  const { boxes, end } = await readBoxes(bytes, box.content, box.end);
  if (box.type === 'trak') {
    const handler = await handlerOf(bytes, boxes);
    if (!keptTracks.has(handler)) return blank(bytes, box);
    kinds.add(handler);
  }
  for (const one of boxes) await cleanBox(bytes, one, depth + 1, kinds);
  await bytes.zero(end, box.end);
}

/** The boxes of a stretch, and where they end: what follows is none. */
async function readBoxes(bytes: FileBytes, from: number, to: number): Promise<{ boxes: Box[]; end: number }> {
  const boxes: Box[] = [];
  let at = from;
  while (to - at >= 8 && boxes.length < maxBoxes) {
    const header = await bytes.read(at, 16);
    const type = header.toString('latin1', 4, 8);
    const short = header.readUInt32BE(0);
    const long = short === 1 && header.length === 16;
    const size = long ? Number(header.readBigUInt64BE(8)) : short === 0 ? to - at : short;
    const content = at + (long ? 16 : 8);
    if (!/^[ -~\xa9]{4}$/.test(type) || at + size < content) break;
    const end = Math.min(at + size, to);
    boxes.push({ type, at, content: Math.min(content, end), end, cut: at + size > to });
    at = end;
  }
  return { boxes, end: at };
}

/** The kind of a track: `mdia` → `hdlr`; empty when it does not say. */
async function handlerOf(bytes: FileBytes, inside: readonly Box[]): Promise<string> {
  const media = inside.find(({ type }) => type === 'mdia');
  const found = media ? await readBoxes(bytes, media.content, media.end) : null;
  const handler = found?.boxes.find(({ type }) => type === 'hdlr');
  return handler ? bytes.text(handler.content + 8, 4) : '';
}

async function blank(bytes: FileBytes, { at, content, end }: Box): Promise<void> {
  await bytes.write(at + 4, Buffer.from('free', 'latin1'));
  await bytes.zero(content, end);
}

/** When it was made and changed: two numbers behind version and flags, of 4 bytes each, or 8 in version 1. */
async function blankTimes(bytes: FileBytes, { content, end }: Box): Promise<void> {
  const [version = 0] = await bytes.read(content, 1);
  await bytes.zero(content + 4, Math.min(content + 4 + (version === 1 ? 16 : 8), end));
}

/** References to media say where they lay on the sender's disk, also when they mean the file itself. */
async function blankPaths(bytes: FileBytes, { content, end }: Box): Promise<void> {
  const { boxes } = await readBoxes(bytes, content + 8, end);
  for (const one of boxes) {
    const [, , , flags = 0] = await bytes.read(one.content, 4);
    if ((flags & 1) === 1) await bytes.zero(one.content + 4, one.end);
  }
}
