/** Takes the labels out of MP3 and WAV files, in place: what remains of them is padding that players skip. */
import type { FileHandle } from 'node:fs/promises';

const zeros = Buffer.alloc(64 * 1024);

/** Blanks the ID3 tags at the beginning and at the end. False when the tag is longer than the file. */
export async function cleanMp3(file: FileHandle, bytes: number): Promise<boolean> {
  const head = await readAt(file, 0, 10);
  if (head.toString('latin1', 0, 3) === 'ID3') {
    // Seven bits a byte. The padding of a tag is zeros, so a tag of nothing else is a tag.
    const [a = 0, b = 0, c = 0, d = 0] = head.subarray(6, 10);
    const length = ((a & 0x7f) << 21) | ((b & 0x7f) << 14) | ((c & 0x7f) << 7) | (d & 0x7f);
    if (10 + length > bytes) return false;
    await zero(file, 10, 10 + length);
    // Its flags speak of what is no longer there.
    await file.write(zeros, 0, 1, 5);
  }
  if (bytes > 128 && (await readAt(file, bytes - 128, 3)).toString('latin1') === 'TAG') {
    await zero(file, bytes - 125, bytes);
  }
  return true;
}

const playing = new Set(['fmt ', 'data', 'fact', 'cue ', 'smpl', 'JUNK', 'PEAK']);

/** Makes `JUNK` of every chunk that is not needed to play. False when the chunks do not fill the file. */
export async function cleanWav(file: FileHandle, bytes: number): Promise<boolean> {
  const head = await readAt(file, 0, 8);
  const end = 8 + head.readUInt32LE(4);
  if (end > bytes || bytes - end > 1) return false;
  for (let at = 12; at + 8 <= end; ) {
    const chunk = await readAt(file, at, 8);
    const next = at + 8 + chunk.readUInt32LE(4);
    if (next > end) return false;
    if (!playing.has(chunk.toString('latin1', 0, 4))) {
      await file.write(Buffer.from('JUNK', 'latin1'), 0, 4, at);
      await zero(file, at + 8, next);
    }
    at = next + (next % 2);
  }
  return true;
}

async function zero(file: FileHandle, from: number, to: number): Promise<void> {
  for (let at = from; at < to; at += zeros.length) {
    await file.write(zeros, 0, Math.min(zeros.length, to - at), at);
  }
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  await file.read(buffer, 0, length, at);
  return buffer;
}
