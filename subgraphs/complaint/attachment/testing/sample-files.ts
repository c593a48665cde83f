/** Files as people send them, made here so that each test knows what is in them. */
import sharp from 'sharp';

export interface SampleFile {
  fileName: string;
  mediaType: string;
  content: Buffer;
}

/** What must be found nowhere afterwards: a camera, an owner and a place. */
export const secrets = { camera: 'MarkerCam 9000', owner: 'Layla Marker', place: '+31.9539+035.9106/' };

/** A photo of so many pixels with a camera, an owner and the coordinates of Amman in its EXIF. */
export async function photo(width = 640, height = 480, orientation = 1): Promise<SampleFile> {
  const content = await sharp({
    create: { width, height, channels: 3, background: { r: 180, g: 90, b: 40 } },
  })
    .jpeg()
    .withMetadata({ orientation })
    .withExifMerge({
      IFD0: { Make: secrets.camera, Artist: secrets.owner },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '31/1 57/1 1404/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '35/1 54/1 3816/100',
      },
    })
    .toBuffer();
  return { fileName: 'صورة الحفرة.jpg', mediaType: 'image/jpeg', content };
}

/** A one-page PDF; `inside` stands in a comment. */
export function pdf(inside = ''): SampleFile {
  const text = `%PDF-1.4\n%${inside}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`;
  return { fileName: 'letter.pdf', mediaType: 'application/pdf', content: Buffer.from(text, 'latin1') };
}

const box = (type: string, ...content: (Buffer | string)[]): Buffer => {
  const body = Buffer.concat(content.map((part) => Buffer.from(part as string, 'latin1')));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};

/** The skeleton of a phone's video: a place in `udta` and in QuickTime's `meta`, and a track of timed places. */
export function video(): SampleFile {
  const track = (kind: string, ...more: Buffer[]): Buffer =>
    box('trak', box('tkhd', Buffer.alloc(84, 7)), box('mdia', box('hdlr', Buffer.alloc(8), kind)), ...more);
  const moov = box(
    'moov',
    box('mvhd', Buffer.alloc(4), Buffer.alloc(96, 9)),
    track('vide'),
    track('meta', box('gmhd', secrets.place)),
    box('udta', box('\xa9xyz', secrets.place), box('\xa9mak', secrets.camera)),
    box('meta', box('keys', 'com.apple.quicktime.location.ISO6709'), box('ilst', secrets.place)),
  );
  const content = Buffer.concat([
    box('ftyp', 'isom', Buffer.alloc(4), 'isomavc1'),
    moov,
    box('mdat', Buffer.alloc(5_000, 3)),
  ]);
  return { fileName: 'VID_2026.mp4', mediaType: 'video/mp4', content };
}

const element = (id: string, ...content: (Buffer | string)[]): Buffer => {
  const body = Buffer.concat(content.map((part) => Buffer.from(part as string, 'latin1')));
  const size = Buffer.alloc(8);
  size.writeUInt32BE(body.length, 4);
  size[0] = 0x01;
  return Buffer.concat([Buffer.from(id, 'hex'), size, body]);
};

/** A recording of a browser: segment and cluster of no stated length, with a title and a tag of where it was. */
export function webm(): SampleFile {
  const endless = (id: string): Buffer => Buffer.from(`${id}01ffffffffffffff`, 'hex');
  const content = Buffer.concat([
    element('1a45dfa3', Buffer.from('4282847765626d', 'hex')),
    endless('18538067'),
    element('1549a966', element('7ba9', secrets.owner), element('4461', Buffer.alloc(8, 1))),
    endless('1f43b675'),
    element('a3', Buffer.alloc(3_000, 6)),
    element('1254c367', element('7373', element('67c8', secrets.place))),
    element('a3', Buffer.alloc(300, 6)),
  ]);
  return { fileName: 'recording.webm', mediaType: 'video/webm', content };
}

/** A sound with its author in a LIST chunk. */
export function wav(): SampleFile {
  const chunk = (id: string, content: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(id, 0, 'latin1');
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
  };
  const body = Buffer.concat([
    Buffer.from('WAVE'),
    chunk('fmt ', Buffer.alloc(16, 1)),
    chunk('LIST', Buffer.from(`INFOIART${secrets.owner}`)),
    chunk('data', Buffer.alloc(2_000, 5)),
  ]);
  const head = Buffer.alloc(8);
  head.write('RIFF');
  head.writeUInt32LE(body.length, 4);
  return { fileName: 'note.wav', mediaType: 'audio/wav', content: Buffer.concat([head, body]) };
}

/** A sound with its singer in ID3 tags of both kinds. */
export function mp3(): SampleFile {
  const frame = Buffer.concat([Buffer.from(`TPE1\0\0\0\x20\0\0\0`), Buffer.from(secrets.owner.padEnd(31))]);
  const head = Buffer.from([0x49, 0x44, 0x33, 4, 0, 0x40, 0, 0, 0, frame.length]);
  const sound = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(1_000, 2)]);
  const tail = Buffer.from(`TAG${secrets.owner}`.padEnd(128, '\0'));
  return {
    fileName: 'song.mp3',
    mediaType: 'audio/mpeg',
    content: Buffer.concat([head, frame, sound, tail]),
  };
}

/** A picture of 640 × 400 as an iPhone stores it. */
export function heic(): SampleFile {
  const content = Buffer.from(
    'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAUNtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAFnAAEAAAAAAAAAgAAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAw2lwcnAAAAClaXBjbwAAAHlodmNDAQNwAAAAAAAAAAAAWvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAWroCQCEAAQAsQgEBA3AAAAMAkAAAAwAAAwBaoAUCAZFlupJKa5uBAQMCAAADAAIAAAMAAhAiAAEAB0QBwXKwYkAAAAAUaXNwZQAAAAAAAAKAAAABkAAAABBwaXhpAAAAAAMICAgAAAAWaXBtYQAAAAAAAAABAAEDgQKDAAAAiG1kYXQAAAB8KAGvU5oTzTSy4PkOkl//6rr//lp+Q97VzGxkj8D9cb5eAXQHOKAAAAMAOWCl2HfgCTA7RQgAAAMAAAl4kwJsPAAAAwAAAwAAB0SHAAADAAADAAADAADqgAAAAwAAAwAAAwABHwAAAwAAAwAAAwAfUAAAAwAAAwAAAwACrg==',
    'base64',
  );
  return { fileName: 'IMG_0042.HEIC', mediaType: 'image/heic', content };
}

/** What every scanner knows by agreement, put together here so that no scanner takes this file for it. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
