/**
 * Takes tags, attachments, titles, names and dates out of WebM files, in place: what goes becomes an element
 * `Void` of the same length, which players skip. Read as players read: an element that says it is longer than
 * the file ends with the file, and after bytes that are no element the next cluster is looked for.
 * https://www.rfc-editor.org/rfc/rfc9559
 */
import type { FileBytes } from './file-bytes.ts';

interface Element {
  id: number;
  at: number;
  content: number;
  /** Null: as long as what it holds, which is how a browser records. */
  end: number | null;
}

const header = 0x1a45dfa3;
const segment = 0x18538067;
const cluster = 0x1f43b675;
const tracks = 0x1654ae6b;
const track = 0xae;
const info = 0x1549a966;
/** SeekHead, Cues; of a cluster without a length: its time, position and blocks. */
const neededAtTop = new Set([
  header,
  segment,
  cluster,
  tracks,
  info,
  0x114d9b74,
  0x1c53bb6b,
  0xe7,
  0xa7,
  0xab,
  0xa3,
  0xa0,
  0xaf,
  0x5854,
]);
/** Title, DateUTC, names of files; the checksum that these would break; padding with what was there before. */
const tellingOfInfo = new Set([0x7ba9, 0x4461, 0x7384, 0x3c83ab, 0x3e83bb, 0xbf, 0xec]);
const tellingOfTrack = new Set([0x536e, 0xbf, 0xec]);
const maxElements = 4_000_000;
const clusterId = Buffer.from([0x1f, 0x43, 0xb6, 0x75]);

/** Cleans the file in place. False when no player would show it. */
export async function cleanWebm(bytes: FileBytes): Promise<boolean> {
  let hasMedia = false;
  // Where the segment ends that is being read; what follows it is another file, or nothing.
  let segmentEnd = bytes.length;
  let at = 0;
  for (let count = 0; at < bytes.length; count++) {
    const element = count < maxElements ? await readElement(bytes, at, bytes.length) : null;
    const lies = at >= segmentEnd && element?.id !== header && element?.id !== segment;
    const known =
      element && !lies && (element.end !== null || element.id === segment || element.id === cluster);
    if (!known) {
      const next = await bytes.find(clusterId, at + 1);
      const to = next === -1 || at >= segmentEnd ? bytes.length : next;
      await blank(bytes, at, to);
      at = to;
      continue;
    }
    const { id, content } = element;
    const end = element.end ?? content;
    if (id === segment) {
      segmentEnd = element.end ?? bytes.length;
      at = content;
      continue;
    }
    if (id === cluster) hasMedia = true;
    if (!neededAtTop.has(id)) await blank(bytes, at, end);
    if (id === info) await cleanInside(bytes, content, end, tellingOfInfo);
    if (id === tracks) await cleanTracks(bytes, content, end);
    at = end;
  }
  return hasMedia;
}

async function cleanTracks(bytes: FileBytes, from: number, to: number): Promise<void> {
  await eachInside(bytes, from, to, async ({ id, content }, end) => {
    if (id === track) await cleanInside(bytes, content, end, tellingOfTrack);
  });
}

async function cleanInside(bytes: FileBytes, from: number, to: number, gone: Set<number>): Promise<void> {
  await eachInside(bytes, from, to, async ({ id, at }, end) => {
    if (gone.has(id)) await blank(bytes, at, end);
  });
}

async function eachInside(
  bytes: FileBytes,
  from: number,
  to: number,
  work: (element: Element, end: number) => Promise<void>,
): Promise<void> {
  for (let at = from; at < to; ) {
    const element = await readElement(bytes, at, to);
    if (!element) return blank(bytes, at, to);
    const end = element.end ?? to;
    await work(element, end);
    at = end;
  }
}

/** The element that begins here, cut to where there is room; null when there is none. */
async function readElement(bytes: FileBytes, at: number, to: number): Promise<Element | null> {
  const head = await bytes.read(at, Math.min(12, to - at));
  const idLength = lengthOf(head[0]);
  const sizeLength = lengthOf(head[idLength]);
  if (idLength === 0 || idLength > 4 || sizeLength === 0 || idLength + sizeLength > head.length) return null;
  const size = head.subarray(idLength, idLength + sizeLength);
  const bits = BigInt(`0x${size.toString('hex')}`) & ((1n << BigInt(7 * sizeLength)) - 1n);
  const unknown = bits === (1n << BigInt(7 * sizeLength)) - 1n;
  const content = at + idLength + sizeLength;
  const end = unknown ? null : Math.min(content + Number(bits), to);
  return { id: head.readUIntBE(0, idLength), at, content, end };
}

/** How many bytes a number has is told by the zeros before its first one. */
function lengthOf(first: number | undefined): number {
  return first ? Math.clz32(first) - 23 : 0;
}

async function blank(bytes: FileBytes, at: number, end: number): Promise<void> {
  const length = end - at;
  if (length < 2) return bytes.zero(at, end);
  const head = Buffer.alloc(length < 9 ? 2 : 9);
  head[0] = 0xec;
  if (length < 9) head[1] = 0x80 | (length - 2);
  else {
    head[1] = 0x01;
    head.writeUIntBE(length - 9, 3, 6);
  }
  await bytes.write(at, head);
  await bytes.zero(at + head.length, end);
}
