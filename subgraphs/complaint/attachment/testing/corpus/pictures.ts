/** Pictures as phones, editors and browsers write them. Drawn by libvips, then changed byte by byte. */
import sharp from 'sharp';
import { heic } from '../sample-files.ts';
import { box, bytesOf, type CorpusFile, chunk, hex, noise, pngChunk, secret } from './build.ts';

const picture = (width = 320, height = 240) =>
  sharp(noise(width * height * 3), { raw: { width, height, channels: 3 } });
const exif = { exif: { IFD0: { Artist: secret, Make: secret } } };

/** A segment of JPEG: marker, length, content. */
function segment(marker: number, content: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(2 + content.length);
  return bytesOf(Buffer.from([0xff, marker]), length, content);
}
const into = (jpeg: Buffer, ...segments: Buffer[]) =>
  bytesOf(jpeg.subarray(0, 2), ...segments, jpeg.subarray(2));

export async function jpegFiles(): Promise<CorpusFile[]> {
  const plain = await picture().jpeg().withMetadata(exif).toBuffer();
  const progressive = await picture().jpeg({ progressive: true }).withMetadata(exif).toBuffer();
  const cmyk = await picture().toColourspace('cmyk').jpeg().toBuffer();
  const grey = await picture().greyscale().jpeg().toBuffer();
  const jpeg = (name: string, content: Buffer): CorpusFile => ({ name, content, taken: 'image/jpeg' });
  const film = bytesOf(box('ftyp', 'mp42'), box('moov', secret), box('mdat', noise(500)));
  return [
    jpeg('a photo', plain),
    jpeg('a progressive photo', progressive),
    jpeg('a photo in CMYK', cmyk),
    jpeg('a photo in grey', grey),
    jpeg('a photo with its film at the end', bytesOf(plain, film)),
    jpeg(
      'a photo with another at the end, and its index',
      bytesOf(into(plain, segment(0xe2, `MPF\0${secret}`)), plain),
    ),
    jpeg(
      'a photo with a comment and a foreign segment',
      into(plain, segment(0xfe, secret), segment(0xed, secret)),
    ),
    jpeg('a photo cut off at its end', plain.subarray(0, -40)),
    jpeg('a photo of which half arrived', plain.subarray(0, Math.floor(plain.length * 0.6))),
    jpeg('a progressive photo cut off at its end', progressive.subarray(0, -200)),
    jpeg(
      'a photo with fill bytes between its segments',
      into(plain, hex('ffffff'), segment(0xfe, secret).subarray(1)),
    ),
    { name: 'a photo of which only the head arrived', content: plain.subarray(0, 60), damaged: true },
  ];
}

export async function otherPictures(): Promise<CorpusFile[]> {
  const png = await picture().png().withMetadata(exif).toBuffer();
  const at = png.indexOf('IDAT') - 4;
  const before = (...chunks: Buffer[]) => bytesOf(png.subarray(0, at), ...chunks, png.subarray(at));
  const huge = Buffer.from(png);
  huge.writeUInt32BE(60_000, 16);
  huge.writeUInt32BE(60_000, 20);
  const webp = await picture().webp().withMetadata(exif).toBuffer();
  const gif = await picture().gif().toBuffer();
  const frames = await sharp(noise(40 * 120 * 3), {
    raw: { width: 40, height: 120, channels: 3, pageHeight: 40 },
  })
    .gif()
    .toBuffer();
  const taken =
    (kind: string) =>
    (name: string, content: Buffer): CorpusFile => ({ name, content, taken: `image/${kind}` });
  return [
    ...[
      ['a png', png],
      ['a png with texts', before(pngChunk('tEXt', `Author\0${secret}`), pngChunk('iTXt', secret))],
      ['a png with an unknown chunk', before(pngChunk('beAm', secret))],
      ['a png with chunks behind its end', bytesOf(png, pngChunk('tEXt', secret), secret)],
      ['a png cut off at its end', png.subarray(0, -30)],
      ['an interlaced png', await picture().png({ progressive: true }).toBuffer()],
    ].map(([name, content]) => taken('png')(name as string, content as Buffer)),
    ...[
      ['a webp', webp],
      ['a webp without loss', await picture().webp({ lossless: true }).toBuffer()],
      ['a webp with a foreign chunk behind it', bytesOf(webp, chunk('BEAM', secret))],
    ].map(([name, content]) => taken('webp')(name as string, content as Buffer)),
    ...[
      ['a gif', gif],
      ['a moving gif', frames],
      ['a gif with bytes behind it', bytesOf(gif, secret)],
      ['a gif cut off at its end', gif.subarray(0, -20)],
    ].map(([name, content]) => taken('gif')(name as string, content as Buffer)),
    { name: 'a heic', content: heic().content, taken: 'image/jpeg' },
    {
      name: 'a heic with a foreign box',
      content: bytesOf(heic().content, box('beam', secret)),
      taken: 'image/jpeg',
    },
    { name: 'a png of 3,600 megapixels', content: huge, refused: 'PICTURE_TOO_LARGE' },
    { name: 'a TIFF', content: bytesOf('II*\0', noise(5_000)), refused: 'FILE_TYPE_REJECTED' },
    { name: 'a BMP', content: bytesOf('BM', noise(5_000)), refused: 'FILE_TYPE_REJECTED' },
  ];
}
