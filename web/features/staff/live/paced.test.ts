import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { throttled } from './throttled.ts';

describe('a task that is paced', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('runs once for a burst', async () => {
    let runs = 0;
    const reading = throttled(async () => void runs++, 100, 1_000);
    for (let n = 0; n < 50; n += 1) reading.ask();
    await vi.advanceTimersByTimeAsync(150);
    expect(runs).toBe(1);
  });

  it('waits out its pace, and then runs for what was asked meanwhile', async () => {
    let runs = 0;
    const reading = throttled(async () => void runs++, 100, 1_000);
    reading.ask();
    await vi.advanceTimersByTimeAsync(150);
    reading.ask();
    await vi.advanceTimersByTimeAsync(500);
    expect(runs).toBe(1);
    await vi.advanceTimersByTimeAsync(600);
    expect(runs).toBe(2);
  });

  it('runs again when it is asked while it runs', async () => {
    let runs = 0;
    const reading = throttled(
      () =>
        new Promise<void>((done) => {
          runs += 1;
          setTimeout(done, 2_000);
        }),
      100,
      1_000,
    );
    reading.ask();
    await vi.advanceTimersByTimeAsync(500);
    reading.ask();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(runs).toBe(2);
  });

  it('goes on after a failure', async () => {
    let runs = 0;
    const reading = throttled(
      async () => {
        runs += 1;
        throw new Error('away');
      },
      100,
      200,
    );
    reading.ask();
    await vi.advanceTimersByTimeAsync(150);
    reading.ask();
    await vi.advanceTimersByTimeAsync(400);
    expect(runs).toBe(2);
  });

  it('is quiet once closed', async () => {
    let runs = 0;
    const reading = throttled(async () => void runs++, 100, 1_000);
    reading.ask();
    reading.close();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(runs).toBe(0);
  });
});
