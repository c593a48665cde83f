/** Frames of MPEG sound, by which MP3 and AAC are known: neither has a beginning of its own. Pure. */
import type { MediaType } from './attachment.ts';

const bitRates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const bitRates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const samplingRates = [44_100, 48_000, 32_000];

/** What the first frames in these bytes are; null when there are none. Bytes before them are skipped. */
export function findFrames(bytes: Buffer): MediaType | null {
  // Right behind the labels a single frame is enough.
  if (mp3Length(bytes, 0) !== null) return 'audio/mpeg';
  if (aacLength(bytes, 0) !== null) return 'audio/aac';
  for (let at = bytes.indexOf(0xff); at !== -1 && at + 4 <= bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const kind = frameAt(bytes, at);
    if (kind) return kind;
  }
  return null;
}

/** What frame begins here; one whose successor would lie in these bytes must have it. */
export function frameAt(bytes: Buffer, at: number): MediaType | null {
  const mp3 = mp3Length(bytes, at);
  if (mp3 !== null && follows(bytes, at, mp3, mp3Length)) return 'audio/mpeg';
  const aac = aacLength(bytes, at);
  return aac !== null && follows(bytes, at, aac, aacLength) ? 'audio/aac' : null;
}

function follows(
  bytes: Buffer,
  at: number,
  length: number,
  lengthAt: (bytes: Buffer, at: number) => number | null,
): boolean {
  const next = at + length;
  return next + 7 > bytes.length || lengthAt(bytes, next) !== null;
}

/** Eleven set bits, layer III, and neither a forbidden bit rate nor a reserved version or sampling rate. */
function mp3Length(bytes: Buffer, at: number): number | null {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
  if (first !== 0xff || (second & 0xe6) !== 0xe2) return null;
  const version = (second >> 3) & 3;
  const rate = samplingRates[(third >> 2) & 3];
  const isFirst = version === 3;
  const bitRate = (isFirst ? bitRates1 : bitRates2)[third >> 4];
  if (version === 1 || rate === undefined || !bitRate) return null;
  const sampling = isFirst ? rate : version === 2 ? rate / 2 : rate / 4;
  return Math.floor(((isFirst ? 144 : 72) * bitRate * 1_000) / sampling) + ((third >> 1) & 1);
}

/** ADTS: twelve set bits, layer 0, a sampling rate that exists, a length of more than the header. */
function aacLength(bytes: Buffer, at: number): number | null {
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0, sixth = 0] = bytes.subarray(at, at + 6);
  if (first !== 0xff || (second & 0xf6) !== 0xf0 || ((third >> 2) & 0x0f) > 12) return null;
  const length = ((fourth & 3) << 11) | (fifth << 3) | (sixth >> 5);
  return length > 7 ? length : null;
}
