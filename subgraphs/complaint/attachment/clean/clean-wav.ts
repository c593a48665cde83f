/** Takes the labels out of WAV files, in place: what remains of them is padding that players skip. */
import type { FileBytes } from './file-bytes.ts';

const playing = new Set(['fmt ', 'data', 'fact', 'cue ', 'smpl', 'PEAK', 'ds64', 'slnt', 'wavl']);
const unsaid = 0xffffffff;

/**
 * Makes padding of every chunk that is not needed to play. The sizes of a recording that was streamed or broke
 * off are not believed: its sound goes on to the end of the file. False when there is no sound.
 */
export async function cleanWav(bytes: FileBytes): Promise<boolean> {
  let hasFormat = false;
  let hasSound = false;
  let at = 12;
  while (bytes.length - at >= 8) {
    const chunk = await bytes.read(at, 8);
    const id = chunk.toString('latin1', 0, 4);
    if (!/^[ -~]{4}$/.test(id)) break;
    const said = chunk.readUInt32LE(4);
    const endless = id === 'data' && (said === unsaid || (said === 0 && !(await isChunk(bytes, at + 8))));
    const end = endless ? bytes.length : Math.min(at + 8 + said, bytes.length);
    hasFormat ||= id === 'fmt ';
    hasSound ||= id === 'data';
    if (!playing.has(id)) {
      await bytes.write(at, Buffer.from('JUNK', 'latin1'));
      await bytes.zero(at + 8, end);
    }
    at = end + (end % 2 === 1 && (await isPadded(bytes, end)) ? 1 : 0);
  }
  if (at < bytes.length) await bytes.zero(at, bytes.length);
  return hasFormat && hasSound;
}

/** After a chunk of an odd length comes a byte of padding, which some recorders leave out. */
async function isPadded(bytes: FileBytes, end: number): Promise<boolean> {
  return !(await isChunk(bytes, end)) || (await isChunk(bytes, end + 1));
}

async function isChunk(bytes: FileBytes, at: number): Promise<boolean> {
  return bytes.length - at >= 8 && /^\w{3}[\w ]$/.test(await bytes.text(at, 4));
}
