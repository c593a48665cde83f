import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { defaultLimits } from '../attachment.ts';
import { type AttachmentDependencies, openAttachmentRoom } from '../setup/attachment-dependencies.ts';
import type { AttachmentSettings } from '../setup/attachment-settings.ts';

/** An empty folder that is gone when the test has finished. */
export async function testFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'test-attachments-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Attachments on a disk of this test's own, without a scanner unless one is given. */
export async function openTestAttachments(
  given: Partial<AttachmentSettings> = {},
  around: Parameters<typeof openAttachmentRoom>[1],
): Promise<AttachmentDependencies & { folder: string }> {
  const folder = await testFolder();
  const settings = { storage: { folder }, scanner: null, limits: defaultLimits, ...given };
  return { ...(await openAttachmentRoom(settings, around)), folder };
}
