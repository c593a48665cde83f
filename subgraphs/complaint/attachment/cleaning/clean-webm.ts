/**
 * Takes tags, attachments, title and date out of WebM files, in place: what goes becomes an element `Void` of
 * the same length, which players skip. https://www.rfc-editor.org/rfc/rfc9559
 */
import type { FileHandle } from 'node:fs/promises';

interface Element {
  id: number;
  at: number;
  content: number;
  /** Null: as long as what it holds, which is how a browser records. */
  end: number | null;
}

const segment = 0x18538067;
const cluster = 0x1f43b675;
const info = 0x1549a966;
/** Tags and Attachments; of Info: Title, DateUTC, and the checksum that these would break. */
const telling = new Set([0x1254c367, 0x1941a469]);
const tellingOfInfo = new Set([0x7ba9, 0x4461, 0xbf]);
const mostElements = 200_000;
const zeros = Buffer.alloc(64 * 1024);

/** Cleans the file in place. False when it is not built as such files are. */
export async function cleanWebm(file: FileHandle, bytes: number): Promise<boolean> {
  const header = await readElement(file, 0, bytes);
  const body = header?.end ? await readElement(file, header.end, bytes) : null;
  if (body?.id !== segment) return false;
  return cleanInside(file, body.content, body.end ?? bytes, telling);
}

async function cleanInside(file: FileHandle, from: number, to: number, gone: Set<number>): Promise<boolean> {
  let at = from;
  for (let count = 0; at < to; count++) {
    const element = count < mostElements ? await readElement(file, at, to) : null;
    if (!element) return false;
    const { id, content, end } = element;
    // What has no length of its own is gone into; only clusters are recorded so.
    if (end === null && id !== cluster) return false;
    if (end !== null && gone.has(id)) await blank(file, at, end);
    if (end !== null && id === info && !(await cleanInside(file, content, end, tellingOfInfo))) return false;
    at = end ?? content;
  }
  return true;
}

/** The element that begins here; null when there is none, or it is longer than there is room. */
async function readElement(file: FileHandle, at: number, to: number): Promise<Element | null> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(12), 0, 12, at);
  const head = buffer.subarray(0, bytesRead);
  const idLength = lengthOf(head[0]);
  const sizeLength = lengthOf(head[idLength]);
  if (idLength === 0 || idLength > 4 || sizeLength === 0 || idLength + sizeLength > head.length) return null;
  const size = head.subarray(idLength, idLength + sizeLength);
  const bits = BigInt(`0x${size.toString('hex')}`) & ((1n << BigInt(7 * sizeLength)) - 1n);
  const unknown = bits === (1n << BigInt(7 * sizeLength)) - 1n;
  const content = at + idLength + sizeLength;
  const end = unknown ? null : content + Number(bits);
  if (end !== null && end > to) return null;
  return { id: head.readUIntBE(0, idLength), at, content, end };
}

/** How many bytes a number has is told by the zeros before its first one. */
function lengthOf(first: number | undefined): number {
  return first ? Math.clz32(first) - 23 : 0;
}

async function blank(file: FileHandle, at: number, end: number): Promise<void> {
  const length = end - at;
  const header = Buffer.alloc(length < 9 ? 2 : 9);
  header[0] = 0xec;
  if (length < 9) header[1] = 0x80 | (length - 2);
  else {
    header[1] = 0x01;
    header.writeUIntBE(length - 9, 3, 6);
  }
  await file.write(header, 0, header.length, at);
  for (let from = at + header.length; from < end; from += zeros.length) {
    await file.write(zeros, 0, Math.min(zeros.length, end - from), from);
  }
}
