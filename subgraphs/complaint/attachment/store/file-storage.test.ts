import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startS3 } from '../testing/s3-server.ts';
import { openDiskStorage } from './disk-storage.ts';
import type { FileStorage } from './file-storage.ts';
import { openS3Storage } from './s3-storage.ts';

async function openDisk(): Promise<FileStorage> {
  const folder = await mkdtemp(join(tmpdir(), 'test-files-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return openDiskStorage(folder);
}

async function openS3(): Promise<FileStorage> {
  const server = await startS3();
  const storage = await openS3Storage(server.settings);
  onTestFinished(async () => {
    await storage.close();
    await server.stop();
  });
  return storage;
}

const put = (storage: FileStorage, key: string, content: string | Buffer) => {
  const bytes = Buffer.from(content);
  return storage.put(key, Readable.from([bytes]), bytes.length);
};
const get = async (storage: FileStorage, key: string, range?: { start: number; end: number }) => {
  const stream = await storage.open(key, range);
  return stream && (await buffer(stream));
};

for (const [name, open] of Object.entries({ disk: openDisk, s3: openS3 })) {
  describe(`the ${name} storage`, () => {
    it('gives back what was put, whole and in ranges', async () => {
      const storage = await open();
      await put(storage, 'a1/file', 'hello world');
      expect(String(await get(storage, 'a1/file'))).toBe('hello world');
      expect(String(await get(storage, 'a1/file', { start: 0, end: 4 }))).toBe('hell');
      expect(String(await get(storage, 'a1/file', { start: 6, end: 11 }))).toBe('world');
    });

    it('takes content that is too large to be gathered first', async () => {
      const storage = await open();
      const piece = randomBytes(1_000_000);
      const many = Array.from({ length: 12 }, () => piece);
      await storage.put('large', Readable.from(many), 12_000_000);
      const back = await get(storage, 'large');
      expect(back?.length).toBe(12_000_000);
      expect(back?.subarray(11_000_000).equals(piece)).toBe(true);
      await expect(storage.put('large2', Readable.from(many.slice(1)), 12_000_000)).rejects.toThrow();
    });

    it('takes content that comes in pieces, also none at all', async () => {
      const storage = await open();
      const bytes = randomBytes(3_000_000);
      const pieces = Array.from({ length: 30 }, (_, i) => bytes.subarray(i * 100_000, (i + 1) * 100_000));
      await storage.put('a/b/c', Readable.from(pieces), bytes.length);
      expect((await get(storage, 'a/b/c'))?.equals(bytes)).toBe(true);
      await storage.put('empty', Readable.from([]), 0);
      expect(await get(storage, 'empty')).toEqual(Buffer.alloc(0));
    });

    it('puts the new in the place of the old', async () => {
      const storage = await open();
      await put(storage, 'k', 'a longer first');
      await put(storage, 'k', 'second');
      expect(String(await get(storage, 'k'))).toBe('second');
    });

    it('has nothing under a key that was never used, or whose content was removed', async () => {
      const storage = await open();
      expect(await storage.open('never')).toBeNull();
      await put(storage, 'x/y', 'gone soon');
      await storage.remove('x/y');
      await storage.remove('x/y');
      expect(await storage.open('x/y')).toBeNull();
    });

    it('keeps nothing of content that breaks off, is too short or too long', async () => {
      const storage = await open();
      async function* broken() {
        yield Buffer.from('half of');
        throw new Error('the line went dead');
      }
      await expect(storage.put('k/1', Readable.from(broken()), 20)).rejects.toThrow('the line went dead');
      await expect(storage.put('k/2', Readable.from([Buffer.from('short')]), 20)).rejects.toThrow();
      await expect(storage.put('k/3', Readable.from([Buffer.from('too long')]), 4)).rejects.toThrow();
      for (const key of ['k/1', 'k/2', 'k/3']) expect(await storage.open(key)).toBeNull();
    });

    it('refuses keys that lead elsewhere', async () => {
      const storage = await open();
      for (const key of ['../out', '/etc/passwd', 'a//b', 'a/../b', '', 'A', 'a b', 'a\0']) {
        await expect(put(storage, key, 'x')).rejects.toThrow('not a key');
        await expect(storage.open(key)).rejects.toThrow('not a key');
      }
    });

    it('keeps files apart that are put at once', async () => {
      const storage = await open();
      await Promise.all(Array.from({ length: 20 }, (_, i) => put(storage, `many/${i}`, `content ${i}`)));
      for (let i = 0; i < 20; i++) expect(String(await get(storage, `many/${i}`))).toBe(`content ${i}`);
    });
  });
}

describe('the disk storage', () => {
  it('removes what a process left that was killed while it wrote, and nothing that is being written', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'test-files-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const arriving = join(folder, 'arriving');
    await mkdir(arriving);
    for (const name of ['dead', 'young']) await writeFile(join(arriving, name), name);
    const longAgo = new Date(Date.now() - 2 * 86_400_000);
    await utimes(join(arriving, 'dead'), longAgo, longAgo);
    await openDiskStorage(folder);
    expect(await readdir(arriving)).toEqual(['young']);
  });

  it('leaves nothing behind of what broke off', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'test-files-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const storage = await openDiskStorage(folder);
    await expect(storage.put('k/l', Readable.from([Buffer.from('x')]), 2)).rejects.toThrow();
    expect(await readdir(join(folder, 'arriving'))).toEqual([]);
  });

  it('does not start in a place where it may not write, and says so', async () => {
    await expect(openDiskStorage('/dev/null/files')).rejects.toThrow(StartupError);
  });
});

describe('the s3 storage', () => {
  it('does not start without its bucket, and says so', async () => {
    const { settings, stop } = await startS3();
    onTestFinished(stop);
    await expect(openS3Storage({ ...settings, bucket: 'elsewhere' })).rejects.toThrow('"elsewhere"');
  });
});
