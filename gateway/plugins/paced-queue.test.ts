import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { PacedQueue, TooMany } from './paced-queue.ts';

describe('a paced queue', () => {
  it('lets a burst pass, then so many a second, and says how long the next would wait', async () => {
    let now = 0;
    const queue = new PacedQueue({ perSecond: 10, burst: 5, patience: 0 }, () => now);
    for (let i = 0; i < 5; i += 1) await queue.take();
    await expect(queue.take()).rejects.toEqual(new TooMany(100));
    now = 100;
    await queue.take();
    await expect(queue.take()).rejects.toThrow(TooMany);
    now = 10_000;
    for (let i = 0; i < 5; i += 1) await queue.take();
    await expect(queue.take()).rejects.toThrow(TooMany);
  });

  it('makes what comes a little too fast wait for its turn', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const queue = new PacedQueue({ perSecond: 50, burst: 1, patience: 1_000 });
    let passed = 0;
    for (let i = 0; i < 6; i += 1) void queue.take().then(() => passed++);
    await vi.advanceTimersByTimeAsync(1);
    expect(passed).toBe(1);
    await vi.advanceTimersByTimeAsync(50);
    expect(passed).toBe(3);
    await vi.advanceTimersByTimeAsync(50);
    expect(passed).toBe(6);
  });
});
