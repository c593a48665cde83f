import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ownLimits } from '../../../../test/harness/own-limits.ts';
import { openUploadQuota, type Uploader } from './upload-quota.ts';

const someone = (session: string, client = 'carrier'): Uploader => ({ subject: null, session, client });

describe('the quota of uploads', () => {
  it('ends one request that is being written, not its neighbours at the same address', async () => {
    const quota = openUploadQuota(ownLimits());
    const taken = await Promise.all(Array.from({ length: 61 }, () => quota.admit(someone('flood'), 1)));
    expect(taken.indexOf(false)).toBe(60);
    expect(await quota.admit(someone('neighbour'), 20_000_000)).toBe(true);
  });

  it('counts bytes as well', async () => {
    const quota = openUploadQuota(ownLimits());
    for (let i = 0; i < 6; i++) expect(await quota.admit(someone('films'), 100_000_000)).toBe(true);
    expect(await quota.admit(someone('films'), 1)).toBe(false);
    expect(await quota.admit(someone('other'), 1)).toBe(true);
  });

  it('holds a whole carrier network in an hour, and ends one address that floods under ever new names', async () => {
    const quota = openUploadQuota(ownLimits());
    for (let person = 0; person < 300; person++) {
      for (let file = 0; file < 3; file++) {
        expect(await quota.admit(someone(`request ${person}`), 5_000_000)).toBe(true);
      }
    }
    const flood: boolean[] = [];
    for (let i = 0; i < 200; i++) flood.push(await quota.admit(someone(`made up ${i}`), 1));
    expect(flood.at(-1)).toBe(false);
    expect(await quota.admit(someone('elsewhere', 'another address'), 1)).toBe(true);
  });

  it('of somebody who is signed in is touched by nobody else', async () => {
    const quota = openUploadQuota(ownLimits());
    for (let i = 0; i < 2_000; i++) await quota.admit(someone('', 'shared'), 1);
    expect(await quota.admit(someone('', 'shared'), 1)).toBe(false);
    expect(await quota.admit({ subject: 'p-layla', session: '', client: 'shared' }, 1)).toBe(true);
  });

  it('begins anew after an hour', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const quota = openUploadQuota(ownLimits());
    for (let i = 0; i < 60; i++) await quota.admit(someone('one'), 1);
    expect(await quota.admit(someone('one'), 1)).toBe(false);
    vi.advanceTimersByTime(3_600_000);
    expect(await quota.admit(someone('one'), 1)).toBe(true);
  });
});
