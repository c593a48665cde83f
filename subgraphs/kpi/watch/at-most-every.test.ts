import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { eventually } from '../../../test/harness/eventually.ts';
import { atMostEvery } from '../pace/at-most-every.ts';

const never = (error: unknown) => {
  throw error;
};

describe('throttled work', () => {
  it('begins at once, and then not before the interval has gone by', async () => {
    const begun: number[] = [];
    const work = atMostEvery(60, async () => void begun.push(performance.now()), never);
    for (let index = 0; index < 20; index++) {
      work.touch();
      await sleep(8);
    }
    await eventually(() => expect(begun.length).toBeGreaterThanOrEqual(3));
    await work.close();
    for (const [index, at] of begun.entries()) {
      const before = begun[index - 1];
      if (before !== undefined) expect(at - before).toBeGreaterThanOrEqual(59);
    }
  });

  it('is done again when it was asked for while it ran, and never twice at once', async () => {
    let running = 0;
    let done = 0;
    const work = atMostEvery(
      1,
      async () => {
        expect(++running).toBe(1);
        await sleep(20);
        running--;
        done++;
      },
      never,
    );
    work.touch();
    await sleep(10);
    work.touch();
    work.touch();
    await eventually(() => expect(done).toBe(2));
    await sleep(40);
    expect(done).toBe(2);
    await work.close();
  });

  it('is tried again after it failed', async () => {
    const errors: unknown[] = [];
    let tries = 0;
    const work = atMostEvery(
      5,
      async () => {
        if (++tries < 3) throw new Error('not yet');
      },
      (error) => errors.push(error),
    );
    work.touch();
    await eventually(() => expect(tries).toBe(3));
    expect(errors).toHaveLength(2);
    await work.close();
  });

  it('ends with what runs', async () => {
    let done = false;
    const work = atMostEvery(
      1,
      async () => {
        await sleep(30);
        done = true;
      },
      never,
    );
    work.touch();
    await sleep(10);
    await work.close();
    expect(done).toBe(true);
    work.touch();
  });
});
