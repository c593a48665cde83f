/** What everything about attachments stands on. */
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@bekhedmetkom/platform/database';
import type { Logger } from '@bekhedmetkom/platform/telemetry';
import pLimit, { type LimitFunction } from 'p-limit';
import type { FileRefusal } from '../../refusal/file-refusal.ts';
import type { AttachmentLimits, Finished } from '../attachment.ts';
import { openClamAv } from '../scan/clamav.ts';
import type { Scanner } from '../scan/scanner.ts';
import { openDiskStorage } from '../store/disk-storage.ts';
import type { FileStorage } from '../store/file-storage.ts';
import type { AttachmentSettings } from './attachment-settings.ts';
import { type FileNames, openFileNames } from './file-names.ts';
import { type FileLinks, openFileLinks } from './link.ts';

export interface AttachmentDependencies {
  database: Database;
  storage: FileStorage;
  /** Null: files are not scanned. */
  scanner: Scanner | null;
  limits: AttachmentLimits;
  links: FileLinks;
  names: FileNames;
  /** Pictures are large when they are unpacked: a process looks at two files at a time. */
  inTurn: LimitFunction;
  /** Uploads that this process puts together at the moment, by id. */
  finishing: Map<string, Promise<Finished | FileRefusal>>;
  /** A folder of this process for files that are being looked at. */
  desk: string;
  logger: Logger;
  close(): Promise<void>;
}

/** Opens storage and scanner as the settings say. Throws a StartupError for a storage that cannot be used. */
export async function openAttachmentRoom(
  { storage: where, scanner, limits }: AttachmentSettings,
  deps: { database: Database; contactKey: Uint8Array; logger: Logger },
): Promise<AttachmentDependencies> {
  const { database, contactKey, logger } = deps;
  const storage = 's3' in where ? await openBucket(where.s3) : await openDiskStorage(where.folder);
  const desk = join(tmpdir(), 'bekhedmetkom-attachments');
  await mkdir(desk, { recursive: true, mode: 0o700 });
  await clear(desk);
  return {
    database,
    storage,
    scanner: scanner && openClamAv(scanner),
    limits,
    links: openFileLinks(contactKey),
    names: openFileNames(contactKey),
    inTurn: pLimit(2),
    finishing: new Map(),
    desk,
    logger,
    close: () => storage.close(),
  };
}

// The client of S3 is large: only who uses it loads it.
async function openBucket(settings: Parameters<typeof import('../store/s3-storage.ts').openS3Storage>[0]) {
  const { openS3Storage } = await import('../store/s3-storage.ts');
  return openS3Storage(settings);
}

/** Removes what a process left here that was killed at work: nothing is worked on for an hour. */
async function clear(desk: string): Promise<void> {
  const old = Date.now() - 3_600_000;
  for (const name of await readdir(desk)) {
    const path = join(desk, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    // What belongs to somebody else on this machine is not ours to remove, and no reason not to start.
    if (mtimeMs < old) await rm(path, { recursive: true, force: true }).catch(() => {});
  }
}

/** Keys of the storage. `storedAs` is the token of the finisher who stored the file; null for older files. */
export const keyOf = {
  part: (id: string, part: string): string => `${id}/part-${part}`,
  file: (id: string, storedAs: string | null): string => `${id}/file${suffix(storedAs)}`,
  preview: (id: string, storedAs: string | null): string => `${id}/preview${suffix(storedAs)}`,
};

function suffix(storedAs: string | null): string {
  return storedAs === null ? '' : `-${storedAs}`;
}
