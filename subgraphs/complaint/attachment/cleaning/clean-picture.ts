import { stat } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import type { FileRefusal, MediaType } from '../attachment.ts';
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

/**
 * Draws a picture anew, upright and in sRGB, and makes a small WebP of it. What is not pixels stays behind:
 * EXIF and GPS, XMP, comments, profiles, whatever was hung on to the end. The size is read from the header and
 * refused before anything is decoded. `pixels` counts every frame.
 */
export async function cleanPicture(
  path: string,
  kind: MediaType,
  pixels: number,
): Promise<CleanFile | FileRefusal> {
  if (kind === 'image/heic') return cleanHeic(path, pixels);
  const options = { limitInputPixels: false, failOn: 'error', animated: true, sequentialRead: true } as const;
  const header = await sharp(path, options)
    .metadata()
    .catch(() => null);
  if (!header || header.format !== formats[kind]) return { refused: 'FILE_DAMAGED' };
  const { width, height, pageHeight = height, pages = 1 } = header;
  if (width * pageHeight * pages > pixels) {
    return tooManyPixels(pixels);
  }
  const cleaned = `${path}.clean`;
  const preview = `${path}.preview`;
  try {
    await encode(sharp(path, { ...options, limitInputPixels: pixels }).autoOrient(), kind).toFile(cleaned);
    await sharp(path, { failOn: 'error', limitInputPixels: pixels })
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
    mediaType: kind,
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

function tooManyPixels(pixels: number): FileRefusal {
  return { refused: 'PICTURE_TOO_LARGE', facts: { max: Math.round(pixels / 1_000_000) } };
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
