import { stat } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import type { FileRefusal } from '../../refusal/file-refusal.ts';
import type { MediaType } from '../attachment.ts';
import { mostPixels, tooManyPixels } from '../check-head.ts';
import { readHeic } from './read-heic.ts';

// Only what we take is ever decoded: no SVG, no TIFF, nothing that a disguised file could wake.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif'].flatMap((format) => [
    `VipsForeignLoad${format}File`,
    `VipsForeignLoad${format}Buffer`,
  ]),
});
sharp.cache(false);

const formats: Partial<Record<MediaType, string>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
};

/** Longest side of a preview, in pixels. */
export const previewSide = 400;

export interface CleanFile {
  /** Path of the cleaned file. */
  path: string;
  bytes: number;
  mediaType: MediaType;
  preview: { path: string; bytes: number } | null;
}

/** Pixels of the largest photo that is turned upright: turning needs all of it in memory. */
const turnedPixels = 12_000_000;

/** Pixels of the largest WebP that stays one; a larger one becomes a JPEG. */
const encodedPixels = 4_000_000;

/** Seconds after which drawing is given up. */
const timeoutMs = 120;

/**
 * Draws a picture anew, upright and in sRGB, and makes a small WebP of it. What is not pixels stays behind:
 * EXIF and GPS, XMP, comments, profiles, whatever was hung on to the end. Of a picture that breaks off what is
 * there is drawn, as viewers do. The size is read from the header and refused before anything is decoded;
 * `pixels` counts every frame, and is what is taken of pictures that are decoded as a whole.
 */
export async function cleanPicture(
  path: string,
  kind: MediaType,
  pixels: number,
): Promise<CleanFile | FileRefusal> {
  if (kind === 'image/heic') return cleanHeic(path, pixels);
  const options = { limitInputPixels: false, failOn: 'none', animated: true, sequentialRead: true } as const;
  const header = await sharp(path, options)
    .metadata()
    .catch(() => null);
  if (!header || header.format !== formats[kind]) return { refused: 'FILE_DAMAGED' };
  const { width, height, pageHeight = height, pages = 1 } = header;
  const has = width * pageHeight * pages;
  const most = mostPixels(kind, pixels, header.isProgressive ?? false);
  if (has > most) return tooManyPixels(most);
  // Writing a WebP needs twenty times its pixels in memory.
  const drawnAs = kind === 'image/webp' && pages === 1 && has > encodedPixels ? 'image/jpeg' : kind;
  const cleaned = `${path}.clean`;
  const preview = `${path}.preview`;
  try {
    const drawn = sharp(path, options).timeout({ seconds: timeoutMs });
    const byRows = drawnAs === 'image/jpeg' && has > (kind === 'image/jpeg' ? turnedPixels : encodedPixels);
    await (byRows
      ? encodeByRows(drawn, header.orientation ?? 1)
      : encode(drawn.autoOrient(), drawnAs)
    ).toFile(cleaned);
    await sharp(cleaned, { limitInputPixels: false, sequentialRead: true })
      .timeout({ seconds: timeoutMs })
      .autoOrient()
      .resize(previewSide, previewSide, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 75 })
      .toFile(preview);
  } catch {
    return { refused: 'FILE_DAMAGED' };
  }
  return {
    path: cleaned,
    bytes: (await stat(cleaned)).size,
    mediaType: drawnAs,
    preview: { path: preview, bytes: (await stat(preview)).size },
  };
}

/** The same for a HEIC picture, of which hardly any browser shows more than its name: it becomes a JPEG. */
async function cleanHeic(path: string, pixels: number): Promise<CleanFile | FileRefusal> {
  const drawn = await readHeic(path, pixels);
  if (drawn === null) return { refused: 'FILE_DAMAGED' };
  if (drawn === 'TOO_LARGE') return tooManyPixels(pixels);
  const { data, width, height } = drawn;
  const unpacked = `${path}.jpg`;
  await sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: 'white' })
    .jpeg({ quality: 92 })
    .toFile(unpacked);
  return cleanPicture(unpacked, 'image/jpeg', pixels);
}

/** A large photo, some rows at a time; a viewer turns it by the only word of EXIF that is left. */
function encodeByRows(picture: Sharp, orientation: number): Sharp {
  const turned =
    orientation === 1 ? picture : picture.withExif({ IFD0: { Orientation: String(orientation) } });
  return turned.flatten({ background: 'white' }).jpeg({ quality: 85, optimiseCoding: false });
}

function encode(picture: Sharp, kind: MediaType): Sharp {
  switch (kind) {
    case 'image/png':
      return picture.png({ compressionLevel: 9 });
    case 'image/webp':
      return picture.webp({ quality: 85 });
    case 'image/gif':
      return picture.gif();
    default:
      return picture.jpeg({ quality: 85 });
  }
}
