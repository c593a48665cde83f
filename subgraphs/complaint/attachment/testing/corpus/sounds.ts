/** Sound: MP3, AAC, WAV and Ogg as recorders, phones and streams write them. */
import { bytesOf, type CorpusFile, chunk, hex, noise, page, secret } from './build.ts';

const media = noise(2_000);
const synchsafe = (n: number) => Buffer.from([(n >> 21) & 127, (n >> 14) & 127, (n >> 7) & 127, n & 127]);
const id3 = (content: Buffer | string, flags = 0) =>
  bytesOf('ID3', hex('0400'), Buffer.from([flags]), synchsafe(bytesOf(content).length), content);
const id3v1 = bytesOf(`TAG${secret}`.padEnd(128, '\0'));
function ape(flags: number): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(32 + secret.length);
  const mark = (own: number) =>
    bytesOf(
      'APETAGEX',
      hex('d0070000'),
      size,
      hex('01000000'),
      hex('000000'),
      Buffer.from([own]),
      Buffer.alloc(8),
    );
  return flags === 0 ? bytesOf(secret, mark(0)) : bytesOf(mark(0xa0), secret, mark(0x80));
}
/** 128 kbit/s at 44.1 kHz: frames of 417 bytes. */
const mp3Frame = bytesOf(hex('fffb9000'), noise(413));
const mp3Frames = bytesOf(...Array.from({ length: 8 }, () => mp3Frame));
const lyrics = bytesOf('LYRICSBEGIN', secret, String(11 + secret.length).padStart(6, '0'), 'LYRICS200');
const mp3 = (name: string, ...content: Buffer[]): CorpusFile => ({
  name,
  content: bytesOf(...content),
  taken: 'audio/mpeg',
  kept: mp3Frames,
});
/** ADTS, LC, 44.1 kHz, two channels, 200 bytes a frame. */
const aacFrame = bytesOf(hex('fff15080 191ffc'), noise(193));
const aacFrames = bytesOf(...Array.from({ length: 20 }, () => aacFrame));
const aac = (name: string, ...content: Buffer[]): CorpusFile => ({
  name,
  content: bytesOf(...content),
  taken: 'audio/aac',
  kept: aacFrames,
});

export const mpegFiles: CorpusFile[] = [
  mp3('an mp3 with ID3v2 and ID3v1', id3(secret), mp3Frames, id3v1),
  mp3('an mp3 with APEv2 before ID3v1', id3(secret), mp3Frames, ape(1), id3v1),
  mp3('an mp3 with APEv2 without its header', mp3Frames, ape(0)),
  mp3('an mp3 with lyrics', mp3Frames, lyrics, id3v1),
  mp3(
    'an mp3 with two ID3 tags, one with a footer',
    id3(secret),
    id3(secret, 0x10),
    Buffer.alloc(10),
    mp3Frames,
  ),
  mp3('an mp3 with a large cover', id3(bytesOf(secret, noise(20_000))), mp3Frames),
  mp3('an mp3 without labels that begins with zeros', Buffer.alloc(50), mp3Frames),
  mp3('an mp3 that breaks off', mp3Frames, mp3Frame.subarray(0, 100)),
  mp3('an mp3 with junk between its label and its sound', id3(secret), noise(300), mp3Frames),
  aac('an AAC stream', aacFrames),
  aac('an AAC stream with an ID3 tag', id3(secret), aacFrames, id3v1),
  { name: 'a label without sound', content: bytesOf(id3(bytesOf(secret, noise(9_000)))), damaged: true },
  { name: 'a FLAC', content: bytesOf('fLaC', noise(5_000)), refused: 'FILE_TYPE_REJECTED' },
  { name: 'an AMR', content: bytesOf('#!AMR\n', noise(5_000)), refused: 'FILE_TYPE_REJECTED' },
];

const fmt = chunk('fmt ', hex('0100 0100 44ac0000 88580100 0200 1000'));
const list = chunk('LIST', `INFOIART${secret}`);
function wave(size: number | null, ...content: Buffer[]): Buffer {
  const body = bytesOf('WAVE', ...content);
  const head = Buffer.alloc(4);
  head.writeUInt32LE(size ?? body.length);
  return bytesOf('RIFF', head, body);
}
const wav = (name: string, content: Buffer): CorpusFile => ({
  name,
  content,
  taken: 'audio/wav',
  kept: media,
});
const streamed = 0xffffffff;

export const wavFiles: CorpusFile[] = [
  wav(
    'a wav with labels',
    wave(null, fmt, list, chunk('data', media), chunk('id3 ', secret), chunk('bext', secret)),
  ),
  wav('a wav that was streamed', wave(streamed, fmt, list, chunk('data', media, { size: streamed }))),
  wav('a wav with sizes of zero', wave(0, fmt, list, chunk('data', media, { size: 0 }))),
  wav('a wav that was never finished', wave(36, fmt, chunk('data', media, { size: 0 }))),
  wav('a wav that breaks off', wave(90_000, fmt, chunk('data', media, { size: 80_000 }))),
  wav(
    'a wav without padding behind an odd chunk',
    wave(null, fmt, chunk('LIST', `INFO${secret} `.padEnd(37), { padded: false }), chunk('data', media)),
  ),
  wav('a wav with bytes behind its end', bytesOf(wave(null, fmt, chunk('data', media)), secret)),
  wav(
    'a wav with foreign chunks',
    wave(
      null,
      chunk('JUNK', secret),
      chunk('SAUR', secret),
      fmt,
      chunk('data', media),
      chunk('iXML', secret),
    ),
  ),
  wav(
    'a wav of 64 bits',
    bytesOf(
      'RF64',
      hex('ffffffff'),
      'WAVE',
      chunk('ds64', Buffer.alloc(28)),
      fmt,
      chunk('data', media, { size: streamed }),
    ),
  ),
  { name: 'a wav without sound', content: wave(null, fmt, list), damaged: true },
  {
    name: 'an AVI',
    content: bytesOf('RIFF', hex('00100000'), 'AVI ', noise(5_000)),
    refused: 'FILE_TYPE_REJECTED',
  },
];

function comments(prefix: string, tail: string, count = 1): Buffer {
  const vendor = 'libopus';
  const text = `ARTIST=${secret}`;
  const n = (value: number) => {
    const buffer = Buffer.alloc(4);
    buffer.writeUInt32LE(value);
    return buffer;
  };
  const entries = Array.from({ length: count }, () => bytesOf(n(text.length), text));
  return bytesOf(prefix, n(vendor.length), vendor, n(count), ...entries, tail);
}
const ogg = (name: string, first: string, second: Buffer, ...more: Buffer[]): CorpusFile => ({
  name,
  content: bytesOf(
    page(bytesOf(first.padEnd(19)), { flags: 2 }),
    page(second, { sequence: 1 }),
    page(media, { sequence: 2 }),
    ...more,
  ),
  taken: 'audio/ogg',
  kept: media,
});

export const oggFiles: CorpusFile[] = [
  ogg('an Opus message', 'OpusHead', comments('OpusTags', '')),
  ogg('an Opus with comments of several segments', 'OpusHead', comments('OpusTags', '', 40)),
  ogg('a Vorbis', '\x01vorbis', comments('\x03vorbis', '\x01')),
  ogg('a Speex', 'Speex   ', comments('', '')),
  ogg('an Opus with junk at its end', 'OpusHead', comments('OpusTags', ''), bytesOf(secret)),
  ogg(
    'an Opus that breaks off',
    'OpusHead',
    comments('OpusTags', ''),
    page(noise(900), { sequence: 3 }).subarray(0, 200),
  ),
  ogg(
    'an Opus with a stream of something else',
    'OpusHead',
    comments('OpusTags', ''),
    page(noise(90), { flags: 2, serial: 9 }),
  ),
];
