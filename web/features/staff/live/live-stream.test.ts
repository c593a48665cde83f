import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStream, type StreamSink, waitBefore } from './live-stream.ts';

interface Event {
  cursor: string;
}

/** A publisher that keeps what it was asked and lets the test speak through the newest subscription. */
function openScene(after: string | null = null) {
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

  it('tries at once when nudged', () => {
    const scene = openScene();
    scene.say().error('SOCKET');
    scene.stream.nudge();
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

  it('waits longer each time, never more than about four seconds', () => {
    const waits = [1, 2, 3, 4, 5, 6, 20].map((attempt) => waitBefore(attempt, () => 0.5));
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 4_000, 4_000]);
  });
});
