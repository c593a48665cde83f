import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openGate } from './connection-gate.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A gate behind which so many streams try to connect, each again as soon as it failed. */
function tryFor(streams: number) {
  const gate = openGate(() => 0.5);
  let open = 0;
  let attempts = 0;
  let connecting: Promise<void> | null = null;
  const connect = () => {
    connecting ??= Promise.resolve().then(() => {
      attempts += 1;
      connecting = null;
      gate.closed();
    });
    return connecting;
  };
  const follow = async () => {
    for (;;) {
      await gate.pass();
      if (open < 0) return;
      await connect();
    }
  };
  gate.opened();
  gate.closed();
  for (let index = 0; index < streams; index += 1) void follow();
  return {
    gate,
    attempts: () => attempts,
    stop() {
      open = -1;
      gate.close();
    },
  };
}

describe('the gate to the connection', () => {
  it('lets everybody through while nothing is known to be wrong', async () => {
    const gate = openGate();
    await expect(gate.pass()).resolves.toBeUndefined();
    gate.opened();
    await expect(gate.pass()).resolves.toBeUndefined();
  });

  it('makes one attempt for all streams, less and less often', async () => {
    const scene = tryFor(5);
    await vi.advanceTimersByTimeAsync(43_000);
    expect(scene.attempts()).toBeGreaterThan(40);
    expect(scene.attempts()).toBeLessThan(60);
    await vi.advanceTimersByTimeAsync(20_000);
    const minute = scene.attempts();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(scene.attempts() - minute).toBeLessThan(20);
    scene.stop();
  });

  it('makes next to none while the browser is offline, and one at once when it is back', async () => {
    const scene = tryFor(5);
    scene.gate.offline();
    await vi.advanceTimersByTimeAsync(43_000);
    expect(scene.attempts()).toBeLessThanOrEqual(2);
    const before = scene.attempts();
    scene.gate.retryNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(scene.attempts()).toBe(before + 1);
    scene.stop();
  });

  it('lets those who wait through as soon as the connection is up', async () => {
    const gate = openGate(() => 0.5);
    gate.closed();
    let passed = 0;
    void gate.pass().then(() => {
      passed += 1;
    });
    gate.opened();
    await vi.advanceTimersByTimeAsync(0);
    expect(passed).toBe(1);
  });
});
