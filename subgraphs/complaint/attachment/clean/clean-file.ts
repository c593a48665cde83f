import { type FileHandle, open } from 'node:fs/promises';
import type { FileRefusal } from '../../refusal/file-refusal.ts';
import { type AttachmentLimits, checkFound, type MediaType, mediaTypes } from '../attachment.ts';
import { headBytes, isPolyglot, kindOf, tailBytes } from '../file-kind.ts';
import { cleanMp4 } from './clean-mp4.ts';
import { cleanOgg } from './clean-ogg.ts';
import { type CleanFile, cleanPicture } from './clean-picture.ts';
import { cleanSound } from './clean-sound.ts';
import { cleanWav } from './clean-wav.ts';
import { cleanWebm } from './clean-webm.ts';
import { FileBytes } from './file-bytes.ts';

/**
 * Finds out what a file is and takes out of it what it need not tell; `path` is ours to change. A PDF
 * is left as it came: a signature would break.
 */
export async function cleanFile(
  path: string,
  bytes: number,
  limits: AttachmentLimits,
): Promise<CleanFile | FileRefusal> {
  const file = await open(path, 'r+');
  try {
    return await cleanOpened(file, path, bytes, limits);
  } finally {
    await file.close();
  }
}

async function cleanOpened(
  file: FileHandle,
  path: string,
  bytes: number,
  limits: AttachmentLimits,
): Promise<CleanFile | FileRefusal> {
  const readAt = async (at: number, length: number): Promise<Buffer> => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
    return buffer.subarray(0, bytesRead);
  };
  const head = await readAt(0, headBytes);
  const kind = kindOf(head);
  if (!kind) return { refused: 'FILE_TYPE_REJECTED' };
  const tooLarge = checkFound(kind, bytes, limits);
  if (tooLarge) return tooLarge;
  const tail = await readAt(Math.max(0, bytes - tailBytes), tailBytes);
  if (isPolyglot(kind, head, tail)) return { refused: 'FILE_TYPE_REJECTED' };

  if (mediaTypes[kind].family === 'IMAGE') return cleanPicture(path, kind, limits.pixels);
  const mediaType = await cleanInPlace(new FileBytes(file, bytes), kind);
  return mediaType ? { path, bytes, mediaType, preview: null } : { refused: 'FILE_DAMAGED' };
}

/** Gives the kind that the whole file turns out to be; null when no viewer would show it. */
async function cleanInPlace(bytes: FileBytes, kind: MediaType): Promise<MediaType | null> {
  switch (kind) {
    case 'audio/mpeg':
    case 'audio/aac':
      return cleanSound(bytes);
    case 'audio/wav':
      return (await cleanWav(bytes)) ? kind : null;
    case 'audio/ogg':
      return (await cleanOgg(bytes)) ? kind : null;
    case 'video/webm':
      return (await cleanWebm(bytes)) ? kind : null;
    case 'video/mp4':
    case 'video/quicktime':
    case 'audio/mp4':
      return cleanMp4(bytes, kind);
    default:
      return kind;
  }
}
