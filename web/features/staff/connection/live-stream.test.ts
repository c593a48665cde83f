import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStream, type StreamSink } from './live-stream.ts';

interface Event {
  cursor: string;
}

/** A publisher that keeps what it was asked and lets the test speak through the newest subscription. */
function openScene(after: string | null = null, resyncFails = 0) {
  const asked: (string | null)[] = [];
  const got: string[] = [];
  const health: boolean[] = [];
  let sink: StreamSink<Event> | undefined;
  let resyncs = 0;
  let renewals = 0;
  let ended = 0;
  const stream = openStream<Event>({
    after,
    random: () => 0.5,
    subscribe(from, next) {
      asked.push(from);
      sink = next;
      return () => {
        ended += 1;
      };
    },
    cursorOf: (event) => event.cursor,
    onEvent: (event) => got.push(event.cursor),
    resync: async () => {
      resyncs += 1;
      if (resyncs <= resyncFails) throw new Error('away');
      return 'fresh';
    },
    renew: async () => {
      renewals += 1;
    },
    onHealth: (healthy) => health.push(healthy),
  });
  const say = (): StreamSink<Event> => {
    if (!sink) throw new Error('nobody subscribed');
    return sink;
  };
  return {
    stream,
    say,
    asked,
    got,
    health,
    counts: () => ({ resyncs, renewals, ended }),
  };
}

describe('a stream that survives breaks', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('asks after the last cursor when the connection breaks', async () => {
    const scene = openScene('c0');
    scene.say().next({ cursor: 'c1' });
    scene.say().next({ cursor: 'c2' });
    scene.say().error('SOCKET');
    await vi.advanceTimersByTimeAsync(300);
    expect(scene.asked).toEqual(['c0', 'c2']);
    scene.stream.close();
  });

  it('passes on an event once, even when it is delivered again', async () => {
    const scene = openScene();
    scene.say().next({ cursor: 'c1' });
    scene.say().complete();
    await vi.advanceTimersByTimeAsync(300);
    scene.say().next({ cursor: 'c1' });
    scene.say().next({ cursor: 'c2' });
    expect(scene.got).toEqual(['c1', 'c2']);
    scene.stream.close();
  });

  it('treats an end it did not ask for as a break, because a dead upstream says "complete"', async () => {
    const scene = openScene();
    scene.say().complete();
    expect(scene.health).toEqual([false]);
    await vi.advanceTimersByTimeAsync(300);
    expect(scene.asked).toHaveLength(2);
    scene.stream.close();
  });

  it('reads the screen anew and follows from there when the log no longer holds its cursor', async () => {
    const scene = openScene('too-old');
    scene.say().error('RESYNC_REQUIRED');
    await vi.advanceTimersByTimeAsync(300);
    expect(scene.counts().resyncs).toBe(1);
    expect(scene.asked).toEqual(['too-old', 'fresh']);
    scene.stream.close();
  });

  it('renews the session before it tries again', async () => {
    const scene = openScene();
    scene.say().error('UNAUTHENTICATED');
    await vi.advanceTimersByTimeAsync(300);
    expect(scene.counts().renewals).toBe(1);
    expect(scene.asked).toHaveLength(2);
    scene.stream.close();
  });

  it('ignores what an earlier subscription says after it was replaced', async () => {
    const scene = openScene();
    const old = scene.say();
    old.error('SOCKET');
    await vi.advanceTimersByTimeAsync(300);
    old.next({ cursor: 'ghost' });
    old.error('SOCKET');
    expect(scene.got).toEqual([]);
    expect(scene.asked).toHaveLength(2);
    scene.stream.close();
  });

  it('counts as healthy again after a quiet while without an error', async () => {
    const scene = openScene();
    scene.say().error('SOCKET');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(scene.health.at(-1)).toBe(true);
    scene.stream.close();
  });

  it('tries at once when nudged', async () => {
    const scene = openScene();
    scene.say().error('SOCKET');
    scene.stream.retryNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(scene.asked).toHaveLength(2);
    scene.stream.close();
  });

  it('stays closed', async () => {
    const scene = openScene();
    scene.stream.close();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(scene.counts().ended).toBe(1);
    expect(scene.asked).toHaveLength(1);
  });

  it('ends the subscription that failed before it starts another', async () => {
    const scene = openScene();
    scene.say().error('SUBGRAPH_UNAVAILABLE');
    await vi.advanceTimersByTimeAsync(300);
    expect(scene.counts().ended).toBe(1);
    scene.stream.close();
  });

  it('keeps asking where the log stands when that fails, and never begins at an unknown place', async () => {
    const scene = openScene('too-old', 3);
    scene.say().error('RESYNC_REQUIRED');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(scene.counts().resyncs).toBe(4);
    expect(scene.asked).toEqual(['too-old', 'fresh']);
    scene.stream.close();
  });

  it('goes past an event that never has data by reading the screen anew', async () => {
    const scene = openScene('c1');
    for (let time = 1; time <= 3; time += 1) {
      scene.say().error('WITHOUT_DATA');
      await vi.advanceTimersByTimeAsync(1_500);
    }
    expect(scene.asked).toEqual(['c1', 'c1', 'c1', 'fresh']);
    scene.stream.close();
  });

  it('does not ask every second for what it was refused', async () => {
    const scene = openScene();
    scene.say().error('BAD_USER_INPUT');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(scene.asked).toHaveLength(1);
    scene.stream.close();
  });

  it('does not renew for ever a session that is not accepted', async () => {
    const scene = openScene();
    for (let time = 0; time < 60; time += 1) {
      scene.say().error('UNAUTHENTICATED');
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(scene.counts().renewals).toBeLessThan(10);
    scene.stream.close();
  });
});
