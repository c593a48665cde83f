import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeDraft, dropDraft, isOutOfReach, listDrafts, newDraftId, readDraft } from './kept-draft.ts';

interface Cookie {
  name: string;
  value: string;
}

/** The cookies of one browser, as Next hands them to a request. */
const browser = vi.hoisted(() => ({ jar: new Map<string, string>() }));
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'x-forwarded-for': '10.0.0.1' }),
  cookies: async () => ({
    get: (name: string) => (browser.jar.has(name) ? { name, value: browser.jar.get(name) } : undefined),
    has: (name: string) => browser.jar.has(name),
    getAll: (): Cookie[] => [...browser.jar].map(([name, value]) => ({ name, value })),
    set: (name: string, value: string, { maxAge }: { maxAge: number }) => {
      if (maxAge > 0) browser.jar.set(name, value);
      else browser.jar.delete(name);
    },
  }),
}));

const registry = globalThis as { keptStore?: Promise<{ close(): Promise<void> }> };
/** Goes on with another store, as after a start with other settings. */
async function use(redisUrl: string | undefined): Promise<void> {
  await (await registry.keptStore?.catch(() => null))?.close();
  delete registry.keptStore;
  vi.stubEnv('REDIS_URL', redisUrl);
}
const away = 'redis://127.0.0.1:9';

describe('the drafts of a browser', () => {
  beforeEach(() => {
    browser.jar.clear();
    vi.stubEnv('SESSION_SECRET', 'a secret of the server, long enough');
  });
  afterEach(async () => {
    await use(undefined);
    vi.unstubAllEnvs();
  });

  it('are told apart by their ids, and only this browser has them', async () => {
    const [one, two] = [newDraftId(), newDraftId()];
    await changeDraft(one, (before) => ({ ...before, subject: 'one' }));
    await changeDraft(two, (before) => ({ ...before, subject: 'two' }));
    expect((await readDraft(one))?.subject).toBe('one');
    expect((await listDrafts()).map(({ draft }) => draft.subject)).toEqual(['two', 'one']);
    const kept = new Map(browser.jar);
    browser.jar.clear();
    expect(await readDraft(one)).toBeNull();
    for (const [name, value] of kept) browser.jar.set(name, value);
    await dropDraft(one);
    expect(await listDrafts()).toHaveLength(1);
    expect(await readDraft(one)).toBeNull();
  });

  it('lose nothing when two answers arrive at a time', async () => {
    const id = newDraftId();
    await changeDraft(id, (before) => ({ ...before, type: 'REPORT' }));
    await Promise.all([
      changeDraft(id, (before) => ({ ...before, subject: 'handed in' })),
      changeDraft(id, (before) => ({ ...before, typed: { text: 'while typing' } })),
      changeDraft(id, (before) => ({ ...before, district: 'somewhere' })),
    ]);
    expect(await readDraft(id)).toMatchObject({
      type: 'REPORT',
      subject: 'handed in',
      typed: { text: 'while typing' },
      district: 'somewhere',
    });
  });

  it('are ten at most: the one that was left alone longest makes room', async () => {
    const ids = Array.from({ length: 12 }, newDraftId);
    vi.useFakeTimers({ toFake: ['Date'] });
    for (const [at, id] of ids.entries()) {
      vi.setSystemTime(1_800_000_000_000 + at);
      await changeDraft(id, (before) => ({ ...before, subject: id }));
    }
    vi.useRealTimers();
    expect((await listDrafts()).map(({ id }) => id)).toEqual(ids.slice(2).reverse());
  });

  it('go on without the store while they are short, and back into it', async () => {
    const id = newDraftId();
    await changeDraft(id, (before) => ({ ...before, subject: 'before' }));
    await use(away);
    const changed = await changeDraft(id, (before) => ({
      ...before,
      subject: 'meanwhile',
      text: 'ا'.repeat(900),
    }));
    expect(changed?.subject).toBe('meanwhile');
    expect((await readDraft(id))?.subject).toBe('meanwhile');
    expect(Math.max(...[...browser.jar.values()].map((value) => value.length))).toBeLessThan(2_500);
    await use(undefined);
    expect((await readDraft(id))?.subject).toBe('meanwhile');
    await changeDraft(id, (before) => ({ ...before, subject: 'after' }));
    expect((await readDraft(id))?.subject).toBe('after');
    const copies = () => [...browser.jar.keys()].filter((name) => name.startsWith('bk_draft_itself.'));
    expect(copies()).toEqual([`bk_draft_itself.${id}`]);
    await changeDraft(id, (before) => ({ ...before, text: randomBytes(20_000).toString('base64') }));
    expect(copies()).toEqual([]);
  });

  it('are not taken for gone, nor written over, while they cannot be read', async () => {
    const id = newDraftId();
    const long = randomBytes(20_000).toString('base64');
    await changeDraft(id, (before) => ({ ...before, text: long }));
    const memory = registry.keptStore;
    delete registry.keptStore;
    vi.stubEnv('REDIS_URL', away);
    expect([await readDraft(id), await isOutOfReach(id)]).toEqual([null, true]);
    expect(await isOutOfReach(newDraftId())).toBe(false);
    expect(await changeDraft(id, (before) => ({ ...before, subject: 'short' }))).toBeNull();
    await use(undefined);
    if (memory) registry.keptStore = memory;
    expect(await readDraft(id)).toMatchObject({ text: long });
  });

  it('say so when they can be kept nowhere', async () => {
    await use(away);
    const long = randomBytes(20_000).toString('base64');
    expect(await changeDraft(newDraftId(), (before) => ({ ...before, text: long }))).toBeNull();
    expect([...browser.jar.keys()]).toEqual([]);
  });
});
