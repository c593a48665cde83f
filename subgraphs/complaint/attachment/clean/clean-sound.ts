/** Takes the labels out of MP3 and AAC files, in place: what remains of them is padding that players skip. */
import type { MediaType } from '../attachment.ts';
import { findFrames } from '../sound-frame.ts';
import type { FileBytes } from './file-bytes.ts';

/** Bytes in which players look for the first frame behind the labels. */
const searched = 128 * 1024;

/**
 * Blanks ID3 and APE tags at the beginning, and ID3, APE and lyrics at the end. Gives what the sound is by its
 * frames; null when there are none.
 */
export async function cleanSound(bytes: FileBytes): Promise<MediaType | null> {
  const begin = await blankHead(bytes);
  await blankTail(bytes, begin);
  return findFrames(await bytes.read(begin, searched));
}

/** Any number of tags, one behind the other; gives where they end. */
async function blankHead(bytes: FileBytes): Promise<number> {
  let at = 0;
  for (;;) {
    const head = await bytes.read(at, 32);
    const length = id3Length(head) ?? apeLength(head);
    if (length === null) return at;
    const end = Math.min(at + length, bytes.length);
    if (head.toString('latin1', 0, 3) === 'ID3') {
      // The padding of a tag is zeros, so a tag of nothing else is a tag. Its flags speak of what is gone.
      await bytes.zero(at + 10, end);
      await bytes.zero(at + 5, at + 6);
    } else await bytes.zero(at, end);
    at = end;
  }
}

async function blankTail(bytes: FileBytes, begin: number): Promise<void> {
  let end = bytes.length;
  for (;;) {
    const length = await tailLength(bytes, end);
    if (length === null || end - length < begin) return;
    await bytes.zero(end - length, end);
    end -= length;
  }
}

/** How long the tag is that ends here; null when none does. */
async function tailLength(bytes: FileBytes, end: number): Promise<number | null> {
  if ((await bytes.text(end - 128, 3)) === 'TAG') {
    return (await bytes.text(end - 355, 4)) === 'TAG+' ? 355 : 128;
  }
  const ape = await bytes.read(end - 32, 32);
  if (ape.toString('latin1', 0, 8) === 'APETAGEX') {
    const hasHeader = (ape.readUInt32LE(20) & 0x80000000) !== 0;
    return Math.max(32, ape.readUInt32LE(12)) + (hasHeader ? 32 : 0);
  }
  const foot = await bytes.read(end - 10, 10);
  if (foot.toString('latin1', 0, 3) === '3DI') return 20 + synchsafe(foot);
  const lyrics = /^(\d{6})LYRICS200$/.exec(await bytes.text(end - 15, 15));
  return lyrics ? Number(lyrics[1]) + 15 : null;
}

function id3Length(head: Buffer): number | null {
  if (head.length < 10 || head.toString('latin1', 0, 3) !== 'ID3') return null;
  const hasFooter = ((head[5] ?? 0) & 0x10) !== 0;
  return 10 + synchsafe(head) + (hasFooter ? 10 : 0);
}

function apeLength(head: Buffer): number | null {
  if (head.length < 32 || head.toString('latin1', 0, 8) !== 'APETAGEX') return null;
  return 32 + head.readUInt32LE(12);
}

/** Seven bits a byte. */
function synchsafe(head: Buffer): number {
  const [a = 0, b = 0, c = 0, d = 0] = head.subarray(6, 10);
  return ((a & 0x7f) << 21) | ((b & 0x7f) << 14) | ((c & 0x7f) << 7) | (d & 0x7f);
}
