/** What the first bytes of a file say, so that what is not taken is refused before the rest is sent. Pure. */

import type { FileRefusal } from '../refusal/file-refusal.ts';
import {
  type AttachmentLimits,
  checkAnnounced,
  checkFound,
  checkSize,
  type MediaType,
} from './attachment.ts';
import { headBytes, isPolyglot, kindOf } from './file-kind.ts';
import { pixelsOf } from './picture-size.ts';

/** Pixels of the largest JPEG that is read row by row, and of the largest picture that never can be. */
const byRows = 300_000_000;
const asWhole = 20_000_000;

/** How many pixels are taken of a kind; `limit` is what the installation allows of pictures in memory. */
export function mostPixels(kind: MediaType, limit: number, progressive: boolean): number {
  if (kind === 'image/jpeg' && !progressive) return Math.max(byRows, limit);
  return kind === 'image/webp' || kind === 'image/gif' || progressive ? Math.min(asWhole, limit) : limit;
}

/**
 * Why a file is refused before it is sent; null when nothing speaks against it. Its first bytes decide, where they
 * were sent along; what its sender calls it only where they were not.
 */
export function checkBeforehand(
  file: { bytes: number; mediaType: string; head: Buffer | null },
  limits: AttachmentLimits,
): FileRefusal | null {
  const { bytes, head } = file;
  const empty = checkSize(bytes);
  if (empty) return empty;
  const says = head !== null && head.length >= Math.min(headBytes, bytes);
  return says ? checkHead(head, bytes, limits) : checkAnnounced(file, limits);
}

/**
 * Why a file that begins like this is not taken; null when nothing speaks against it. `bytes` is the size of the
 * whole file; a head that is neither `headBytes` long nor the whole file says nothing.
 */
export function checkHead(head: Buffer, bytes: number, limits: AttachmentLimits): FileRefusal | null {
  if (head.length < Math.min(headBytes, bytes)) return null;
  const begin = head.subarray(0, headBytes);
  const kind = kindOf(begin);
  if (!kind || isPolyglot(kind, begin, Buffer.alloc(0)))
    return { refused: 'FILE_TYPE_REJECTED', field: ['head'] };
  const tooLarge = checkFound(kind, bytes, limits);
  if (tooLarge) return { ...tooLarge, field: ['bytes'] };
  const most = mostPixels(kind, limits.pixels, false);
  return (pixelsOf(kind, begin) ?? 0) > most ? tooManyPixels(most) : null;
}

/** `most` is in pixels. */
export function tooManyPixels(most: number): FileRefusal {
  return { refused: 'PICTURE_TOO_LARGE', facts: { max: Math.round(most / 1_000_000) } };
}
