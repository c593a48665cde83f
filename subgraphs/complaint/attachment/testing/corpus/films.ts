/** Films: MP4, MOV and WebM as phones, cameras, browsers and editors write them. */
import {
  box,
  bytesOf,
  type CorpusFile,
  element,
  endless,
  hex,
  lastBox,
  longBox,
  noise,
  secret,
} from './build.ts';

const media = noise(3_000);
const ftyp = (brand = 'isom', ...more: string[]) => box('ftyp', brand, Buffer.alloc(4), brand, ...more);
const handler = (kind: string) => box('hdlr', Buffer.alloc(8), kind, Buffer.alloc(12), 'Handler\0');
const track = (kind: string, ...more: Buffer[]) =>
  box('trak', box('tkhd', Buffer.alloc(84, 7)), box('mdia', handler(kind), ...more));
const moov = (...more: Buffer[]) => box('moov', box('mvhd', Buffer.alloc(100, 9)), track('vide'), ...more);
const place = box('udta', box('\xa9xyz', secret));
const film = (name: string, ...content: Buffer[]): CorpusFile => ({
  name,
  content: bytesOf(...content),
  taken: 'video/mp4',
  kept: media,
});
/** A reference to media with a path of the sender's disk, which means the file itself. */
const dref = box('dinf', box('dref', hex('00000000 00000001'), box('alis', hex('00000001'), secret)));

export const mp4Files: CorpusFile[] = [
  film('an mp4', ftyp(), moov(place), box('mdat', media)),
  film('an mp4 with one more box at its top', ftyp(), box('beam', secret), moov(), box('mdat', media)),
  film('an mp4 with a foreign box at its end', ftyp(), moov(), box('mdat', media), box('sefd', secret)),
  film('an mp4 with its index behind the media', ftyp(), box('mdat', media), moov(place)),
  film('an mp4 with sizes of 64 bits', ftyp(), moov(), longBox('mdat', media), longBox('uuid', secret)),
  film('an mp4 whose last box has no size', ftyp(), moov(place), lastBox('mdat', media)),
  film(
    'an mp4 that breaks off in the media',
    ftyp(),
    moov(place),
    box('mdat', media, noise(5_000)).subarray(0, 4_000),
  ),
  film('an mp4 with junk at its end', ftyp(), moov(), box('mdat', media), bytesOf(secret)),
  film('an mp4 with three zeros at its end', ftyp(), moov(), box('mdat', media), Buffer.alloc(3)),
  film(
    'an mp4 with padding that holds an old place',
    ftyp(),
    box('free', secret),
    moov(),
    box('mdat', media),
  ),
  film(
    'an mp4 in fragments',
    ftyp('iso5', 'dash'),
    moov(box('mvex', box('trex', Buffer.alloc(24)))),
    box('sidx', Buffer.alloc(32)),
    box('moof', box('mfhd', Buffer.alloc(8)), box('traf', box('uuid', secret))),
    box('mdat', media),
    box('emsg', secret),
    box('mfra', Buffer.alloc(8)),
  ),
  film(
    'an mp4 with timed places',
    ftyp(),
    moov(track('meta', box('minf', box('gmhd', secret)))),
    box('mdat', media),
  ),
  film('an mp4 of a brand that nobody knows', ftyp('ZZZZ'), moov(), box('mdat', media)),
  film('a film of an older phone', ftyp('3gp5', 'isom', '3gp4'), moov(), box('mdat', media)),
  {
    ...film(
      'a sound in an mp4',
      ftyp('mp42'),
      box('moov', box('mvhd', Buffer.alloc(100)), track('soun'), place),
      box('mdat', media),
    ),
    taken: 'audio/mp4',
  },
  {
    ...film('an m4a', ftyp('M4A ', 'isom'), box('moov', track('soun'), place), box('mdat', media)),
    taken: 'audio/mp4',
  },
  {
    ...film('a mov', ftyp('qt  '), box('wide'), box('mdat', media), moov(place, box('meta', secret))),
    taken: 'video/quicktime',
  },
  {
    ...film('a mov without a brand', box('wide'), box('mdat', media), moov(place)),
    taken: 'video/quicktime',
  },
  {
    ...film(
      'a mov that names a path',
      ftyp('qt  '),
      box('moov', track('vide', box('minf', dref))),
      box('mdat', media),
    ),
    taken: 'video/quicktime',
  },
  {
    name: 'an mp4 that breaks off before its index',
    content: bytesOf(ftyp(), box('mdat', media)),
    damaged: true,
  },
  {
    name: 'an avif',
    content: bytesOf(box('ftyp', 'avif', Buffer.alloc(4), 'mif1'), noise(5_000)),
    refused: 'FILE_TYPE_REJECTED',
  },
  {
    name: 'a raw photo of a camera',
    content: bytesOf(box('ftyp', 'crx ', Buffer.alloc(4), 'isom'.slice(0, 0)), noise(5_000)),
    refused: 'FILE_TYPE_REJECTED',
  },
];

const ebml = element('1a45dfa3', bytesOf(element('4286', hex('01'), 1), element('4282', 'webm', 1)));
const info = element(
  '1549a966',
  bytesOf(element('7ba9', secret), element('4461', Buffer.alloc(8, 1)), element('7384', secret)),
);
const tracks = element(
  '1654ae6b',
  element('ae', bytesOf(element('d7', hex('01'), 1), element('536e', secret))),
);
const block = element('a3', media);
const tags = element('1254c367', element('7373', secret));
const recording = (name: string, ...content: Buffer[]): CorpusFile => ({
  name,
  content: bytesOf(ebml, ...content),
  taken: 'video/webm',
  kept: media,
});

export const webmFiles: CorpusFile[] = [
  recording('a webm', element('18538067', bytesOf(info, tracks, element('1f43b675', block), tags))),
  recording(
    'a webm of a browser',
    endless('18538067'),
    info,
    tracks,
    endless('1f43b675'),
    block,
    endless('1f43b675'),
    block,
    tags,
  ),
  recording(
    'a webm with padding and an index',
    endless('18538067'),
    element('ec', secret),
    info,
    tracks,
    element('1f43b675', block),
    element('1c53bb6b', noise(20)),
    element('1941a469', secret),
  ),
  recording(
    'a webm that breaks off',
    element('18538067', bytesOf(info, tracks, element('1f43b675', block), noise(900))).subarray(0, -800),
  ),
  recording(
    'a webm with junk at its end',
    element('18538067', bytesOf(info, element('1f43b675', block))),
    bytesOf(secret),
  ),
  recording(
    'a webm with junk in the middle',
    endless('18538067'),
    info,
    endless('1f43b675'),
    block,
    Buffer.alloc(50),
    endless('1f43b675'),
    block,
  ),
  recording(
    'a webm with an unknown element',
    endless('18538067'),
    element('4999', secret),
    info,
    endless('1f43b675'),
    block,
  ),
  recording(
    'two webms in one file',
    endless('18538067'),
    info,
    endless('1f43b675'),
    block,
    ebml,
    endless('18538067'),
    info,
    endless('1f43b675'),
    block,
  ),
  {
    ...recording('a webm whose kind has a long size', endless('18538067'), endless('1f43b675'), block),
    content: bytesOf(
      element('1a45dfa3', element('4282', 'webm', 8)),
      endless('18538067'),
      endless('1f43b675'),
      block,
    ),
  },
  { name: 'a webm without media', content: bytesOf(ebml, endless('18538067'), info), damaged: true },
  {
    name: 'a matroska',
    content: bytesOf(element('1a45dfa3', element('4282', 'matroska', 1)), noise(5_000)),
    refused: 'FILE_TYPE_REJECTED',
  },
];
