import { describe, expect, it } from 'vitest';
import { openTransferLocker } from './transfer-locker.ts';

const never = new AbortController().signal;

describe('the lock on an upload', () => {
  it('is held by one request at a time, each of which is asked to let go for the next', async () => {
    const locker = openTransferLocker();
    let holders = 0;
    let asked = 0;
    const hold = async (): Promise<void> => {
      const lock = locker.newLock('one');
      const release = Promise.withResolvers<void>();
      await lock.lock(never, () => {
        asked += 1;
        release.resolve();
      });
      holders += 1;
      expect(holders).toBe(1);
      await release.promise;
      holders -= 1;
      await lock.unlock();
    };
    const all = Array.from({ length: 5 }, hold);
    await Promise.all(all.slice(0, 4));
    expect(asked).toBeGreaterThanOrEqual(4);
    const last = locker.newLock('one');
    await last.lock(never, () => {});
    await all[4];
    await last.unlock();
  });

  it('of one upload is no lock of another', async () => {
    const locker = openTransferLocker();
    for (const id of ['one', 'two']) await locker.newLock(id).lock(never, () => {});
  });

  it('is asked for by its own time, though nobody else comes', async () => {
    const locker = openTransferLocker({ longestMs: 10, waitMs: 1_000 });
    await new Promise<void>((resolve) => void locker.newLock('one').lock(never, resolve));
  });

  it('that is not given back is waited for only so long, and not by a request that went away', async () => {
    const locker = openTransferLocker({ longestMs: 60_000, waitMs: 20 });
    await locker.newLock('one').lock(never, () => {});
    await expect(locker.newLock('one').lock(never, () => {})).rejects.toMatchObject({ status_code: 423 });
    await expect(locker.newLock('one').lock(AbortSignal.abort(), () => {})).rejects.toMatchObject({
      status_code: 400,
    });
  });
});
