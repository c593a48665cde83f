import { describe, expect, it } from 'vitest';
import { openUploadQuota, type Uploader } from './upload-quota.ts';

const someone = (session: string, client = 'carrier'): Uploader => ({ subject: null, session, client });

describe('the quota of uploads', () => {
  it('ends one request that is being written, not its neighbours at the same address', () => {
    const quota = openUploadQuota();
    const taken = Array.from({ length: 61 }, () => quota.admit(someone('flood'), 1));
    expect(taken.indexOf(false)).toBe(60);
    expect(quota.admit(someone('neighbour'), 20_000_000)).toBe(true);
  });

  it('counts bytes as well', () => {
    const quota = openUploadQuota();
    for (let i = 0; i < 6; i++) expect(quota.admit(someone('films'), 100_000_000)).toBe(true);
    expect(quota.admit(someone('films'), 1)).toBe(false);
    expect(quota.admit(someone('other'), 1)).toBe(true);
  });

  it('holds a whole carrier network in an hour, and ends one address that floods under ever new names', () => {
    const quota = openUploadQuota();
    for (let person = 0; person < 300; person++) {
      for (let file = 0; file < 3; file++) {
        expect(quota.admit(someone(`request ${person}`), 5_000_000)).toBe(true);
      }
    }
    const flood = Array.from({ length: 200 }, (_, i) => quota.admit(someone(`made up ${i}`), 1));
    expect(flood.at(-1)).toBe(false);
    expect(quota.admit(someone('elsewhere', 'another address'), 1)).toBe(true);
  });

  it('of somebody who is signed in is touched by nobody else', () => {
    const quota = openUploadQuota();
    for (let i = 0; i < 2_000; i++) quota.admit(someone('', 'shared'), 1);
    expect(quota.admit(someone('', 'shared'), 1)).toBe(false);
    expect(quota.admit({ subject: 'p-layla', session: '', client: 'shared' }, 1)).toBe(true);
  });

  it('begins anew after an hour', () => {
    let now = 0;
    const quota = openUploadQuota(() => now);
    for (let i = 0; i < 60; i++) quota.admit(someone('one'), 1);
    expect(quota.admit(someone('one'), 1)).toBe(false);
    now = 3_600_000;
    expect(quota.admit(someone('one'), 1)).toBe(true);
  });
});
