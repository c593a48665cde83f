import { type FileHandle, open } from 'node:fs/promises';
import { type AttachmentLimits, checkFound, type FileRefusal, mediaTypes } from '../attachment.ts';
import { headBytes, isPolyglot, kindOf, tailBytes } from '../file-kind.ts';
import { cleanMp4 } from './clean-mp4.ts';
import { type CleanFile, cleanPicture } from './clean-picture.ts';
import { cleanMp3, cleanWav } from './clean-sound.ts';
import { cleanWebm } from './clean-webm.ts';

/**
 * Finds out what a file is and takes out of it what it need not tell; `path` is ours to change. What is left
 * as it came: PDF (a signature would break) and OGG.
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
  const cleaned =
    kind === 'audio/mpeg'
      ? await cleanMp3(file, bytes)
      : kind === 'audio/wav'
        ? await cleanWav(file, bytes)
        : kind === 'video/mp4' || kind === 'video/quicktime' || kind === 'audio/mp4'
          ? await cleanMp4(file, bytes)
          : kind === 'video/webm'
            ? await cleanWebm(file, bytes)
            : true;
  return cleaned ? { path, bytes, mediaType: kind, preview: null } : { refused: 'FILE_DAMAGED' };
}
