/** What may be attached to a case: pure. Sizes are in bytes. */
import type { CaseState } from '@bekhedmetkom/schema/events/vocabulary';
import { openStates } from '../case/transitions.ts';
import type { FileRefusal } from '../refusal/file-refusal.ts';

/** Kinds of content that are taken, with what they count as and how their files are called. */
export const mediaTypes = {
  'image/jpeg': { family: 'IMAGE', extension: 'jpg' },
  'image/png': { family: 'IMAGE', extension: 'png' },
  'image/webp': { family: 'IMAGE', extension: 'webp' },
  'image/gif': { family: 'IMAGE', extension: 'gif' },
  'image/heic': { family: 'IMAGE', extension: 'heic' },
  'video/mp4': { family: 'VIDEO', extension: 'mp4' },
  'video/quicktime': { family: 'VIDEO', extension: 'mov' },
  'video/webm': { family: 'VIDEO', extension: 'webm' },
  'audio/mpeg': { family: 'AUDIO', extension: 'mp3' },
  'audio/aac': { family: 'AUDIO', extension: 'aac' },
  'audio/mp4': { family: 'AUDIO', extension: 'm4a' },
  'audio/ogg': { family: 'AUDIO', extension: 'ogg' },
  'audio/wav': { family: 'AUDIO', extension: 'wav' },
  'application/pdf': { family: 'DOCUMENT', extension: 'pdf' },
} as const;

export type MediaType = keyof typeof mediaTypes;
export type Family = (typeof mediaTypes)[MediaType]['family'];

export interface AttachmentLimits {
  /** Largest file of each family. */
  bytes: Record<Family, number>;
  /** Largest picture: width × height × frames. */
  pixels: number;
  files: number;
  /** All files of one case together. */
  totalBytes: number;
}

const megabyte = 1_000_000;

export const defaultLimits: AttachmentLimits = {
  bytes: {
    IMAGE: 50 * megabyte,
    VIDEO: 100 * megabyte,
    AUDIO: 25 * megabyte,
    DOCUMENT: 20 * megabyte,
  },
  pixels: 50_000_000,
  files: 10,
  totalBytes: 200 * megabyte,
};

/** Where a file stands. Until it is READY nobody can open it. */
export const attachmentStates = ['READY', 'SCANNING', 'INFECTED', 'REJECTED'] as const;
export type AttachmentState = (typeof attachmentStates)[number];

/** Where an upload stands that was put together and cleaned. */
export interface Finished {
  state: 'SCANNING' | 'READY';
}

/** Evidence may be added while the case is open. */
export function takesFiles(state: CaseState): boolean {
  return openStates.some((open) => open === state);
}

/** Whether there is anything to send. */
export function checkSize(bytes: number): FileRefusal | null {
  return Number.isSafeInteger(bytes) && bytes > 0 ? null : { refused: 'FILE_EMPTY', field: ['bytes'] };
}

/** Whether a file may be sent, going by what the sender says it is; unknown kinds are looked at later. */
export function checkAnnounced(
  announced: { bytes: number; mediaType: string },
  limits: AttachmentLimits,
): FileRefusal | null {
  const type = announced.mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const unsaid = type === '' || type === 'application/octet-stream';
  const known = isMediaType(type) ? type : (aliases[type] ?? null);
  if (!unsaid && !known) return { refused: 'FILE_TYPE_REJECTED', field: ['mediaType'] };
  const most = known ? limits.bytes[mediaTypes[known].family] : Math.max(...Object.values(limits.bytes));
  return announced.bytes > most ? tooLarge(most, ['bytes']) : null;
}

/** Whether content of a kind that was found may be this large. */
export function checkFound(found: MediaType, bytes: number, limits: AttachmentLimits): FileRefusal | null {
  const most = limits.bytes[mediaTypes[found].family];
  return bytes > most ? tooLarge(most) : null;
}

/** Whether a case that has these files may have these as well. */
export function checkRoom(
  has: { files: number; bytes: number },
  more: { files: number; bytes: number },
  limits: AttachmentLimits,
): FileRefusal | null {
  if (has.files + more.files > limits.files) {
    return { refused: 'TOO_MANY_FILES', facts: { max: limits.files } };
  }
  if (has.bytes + more.bytes > limits.totalBytes) {
    return { refused: 'FILES_TOO_LARGE', facts: { max: inMegabytes(limits.totalBytes) } };
  }
  return null;
}

function tooLarge(most: number, field?: readonly string[]): FileRefusal {
  return { refused: 'UPLOAD_TOO_LARGE', ...(field && { field }), facts: { max: inMegabytes(most) } };
}

function inMegabytes(bytes: number): number {
  return Math.round((bytes / megabyte) * 10) / 10;
}

function isMediaType(type: string): type is MediaType {
  return Object.hasOwn(mediaTypes, type);
}

/** Other names that browsers give to what we take. */
const aliases: Readonly<Record<string, MediaType>> = {
  'image/jpg': 'image/jpeg',
  'image/heif': 'image/heic',
  'audio/mp3': 'audio/mpeg',
  'audio/x-m4a': 'audio/mp4',
  'audio/m4a': 'audio/mp4',
  'audio/aacp': 'audio/aac',
  'audio/x-aac': 'audio/aac',
  'audio/x-hx-aac-adts': 'audio/aac',
  'audio/wave': 'audio/wav',
  'audio/x-wav': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
  'audio/webm': 'video/webm',
  'video/x-m4v': 'video/mp4',
  'video/3gpp': 'video/mp4',
  'video/3gpp2': 'video/mp4',
  'audio/3gpp': 'video/mp4',
  'audio/opus': 'audio/ogg',
  'application/ogg': 'audio/ogg',
  'application/x-pdf': 'application/pdf',
};
