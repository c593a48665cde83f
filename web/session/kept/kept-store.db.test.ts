import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startRedis } from '../../../test/harness/redis.ts';
import { openDiskStore } from './disk-store.ts';
import type { KeptLimits, KeptStore } from './kept-store.ts';
import { openMemoryStore } from './memory-store.ts';
import { openRedisStore } from './redis-store.ts';
import { readRecord, removeRecord, writeRecord } from './sealed-record.ts';

const key = () => randomBytes(32).toString('hex');
const endings: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const end of endings.reverse()) await end();
});

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'kept-'));
  endings.push(() => rm(path, { recursive: true }));
  return path;
}

async function redisStore(limits?: KeptLimits): Promise<KeptStore> {
  const redis = await startRedis();
  endings.push(redis.stop);
  const store = openRedisStore(redis.url, limits);
  endings.push(() => store.close());
  return store;
}

const stores: Record<string, (limits?: KeptLimits) => Promise<KeptStore>> = {
  memory: async (limits) => openMemoryStore(limits),
  disk: async (limits) => {
    const store = await openDiskStore(await folder(), limits);
    endings.push(() => store.close());
    return store;
  },
  redis: redisStore,
};

describe.each(Object.entries(stores))('the %s store', (_name, open) => {
  const week = 7 * 24 * 3_600;

  it('gives back what was written, with its revision, and forgets what was removed', async () => {
    const store = await open();
    const one = key();
    expect(await store.read(one)).toBeNull();
    expect(await store.write(one, 'first line\nsecond', { lifeSeconds: week, expected: 0 })).toBe('written');
    expect(await store.write(one, 'then', { lifeSeconds: week, expected: 1 })).toBe('written');
    expect(await store.read(one)).toEqual({ value: 'then', revision: 2 });
    await store.remove(one);
    await store.remove(one);
    expect(await store.read(one)).toBeNull();
  });

  it('does not write over what somebody wrote meanwhile', async () => {
    const store = await open();
    const one = key();
    const outcomes = await Promise.all(
      ['a', 'b', 'c'].map((value) => store.write(one, value, { lifeSeconds: week, expected: 0 })),
    );
    expect(outcomes.toSorted()).toEqual(['changed', 'changed', 'written']);
    expect(await store.write(one, 'late', { lifeSeconds: week, expected: 0 })).toBe('changed');
  });

  it('takes only so many keys and so long values, and goes on with those that it has', async () => {
    const store = await open({ maxKeys: 2, maxValueLength: 10 });
    const [one, two] = [key(), key()];
    for (const each of [one, two])
      expect(await store.write(each, 'x', { lifeSeconds: week, expected: 0 })).toBe('written');
    expect(await store.write(key(), 'x', { lifeSeconds: week, expected: 0 })).toBe('full');
    expect(await store.write(one, 'x'.repeat(11), { lifeSeconds: week, expected: 1 })).toBe('full');
    expect(await store.write(one, 'y', { lifeSeconds: week, expected: 1 })).toBe('written');
    await store.remove(two);
    expect(await store.write(key(), 'x', { lifeSeconds: week, expected: 0 })).toBe('written');
  });

  it('lets a value expire, and its key be taken anew', async () => {
    const store = await open({ maxKeys: 1, maxValueLength: 10 });
    const one = key();
    await store.write(one, 'x', { lifeSeconds: 1, expected: 0 });
    await expect.poll(() => store.read(one)).toBeNull();
    expect(await store.write(one, 'y', { lifeSeconds: week, expected: 0 })).toBe('written');
  });

  it('keeps a long draft sealed: only the browser that wrote it can read it', async () => {
    const store = await open();
    const secret = 'a secret of the server, long enough';
    const ref = { purpose: 'draft', id: 'one', key: 'of this browser' } as const;
    // Random letters of the largest kind, so that nothing can be compressed.
    const random = randomBytes(40_000);
    const letters = Array.from({ length: 20_000 }, (_, at) => random.readUInt16BE(at * 2) + 0x20000);
    const text = String.fromCodePoint(...letters);
    const options = { secret, lifeSeconds: week, expected: 0, address: '10.0.0.1' };
    expect(await writeRecord(store, ref, { text }, options)).toBe('written');
    expect(await readRecord(store, ref, secret)).toEqual({ value: { text }, revision: 1 });
    expect(await readRecord(store, { ...ref, key: 'of another' }, secret)).toBeNull();
    await removeRecord(store, ref);
    expect(await readRecord(store, ref, secret)).toBeNull();
  });
});

it('the disk store finds its values again, cleans up what has expired, and shows nobody what it holds', async () => {
  const path = await folder();
  const store = await openDiskStore(path);
  const secret = 'a secret of the server, long enough';
  const ref = { purpose: 'draft', id: 'one', key: 'k' } as const;
  await writeRecord(
    store,
    ref,
    { text: 'marker-4711' },
    { secret, lifeSeconds: 600, expected: 0, address: '' },
  );
  await store.write(key(), 'old', { lifeSeconds: -1, expected: 0 });
  await store.close();
  const again = await openDiskStore(path);
  endings.push(() => again.close());
  expect(await readRecord(again, ref, secret)).toMatchObject({ value: { text: 'marker-4711' } });
  const files = await readdir(path);
  expect(files).toHaveLength(1);
  for (const file of files) expect(await readFile(join(path, file), 'utf8')).not.toContain('marker-4711');
});

it('the redis store says at once that it cannot be reached', async () => {
  const store = openRedisStore('redis://127.0.0.1:9');
  endings.push(() => store.close());
  await expect(store.read(key())).rejects.toThrow();
  await expect(store.write(key(), 'x', { lifeSeconds: 60, expected: 0 })).rejects.toThrow();
});
