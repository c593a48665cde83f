import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventSink } from '../upstream/event-socket.ts';
import { Source } from './source.ts';

const failure = (code: string) => ({ errors: [new GraphQLError('no', { extensions: { code } })] });
const codes = (errors: readonly GraphQLFormattedError[]) => errors.map((error) => error.extensions?.code);

function openSource(options: { gap?: boolean } = {}) {
  const seen = { asked: 0, taken: [] as unknown[], refused: [] as unknown[], givenUp: 0, interrupted: 0 };
  let sink: EventSink | undefined;
  const source = new Source({
    ask: async (given) => {
      seen.asked += 1;
      sink = given;
      return () => {};
    },
    wouldLeaveGap: () => options.gap ?? false,
    idle: () => true,
    take: (event) => seen.taken.push(event),
    refused: (errors) => seen.refused.push(...codes(errors)),
    interrupted: () => {
      seen.interrupted += 1;
    },
    givenUp: () => {
      seen.givenUp += 1;
    },
    askedAgain: () => {},
  });
  const get = () => {
    if (!sink) throw new Error('not asked yet');
    return sink;
  };
  return { source, seen, sink: get };
}

describe('the source of a stream', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is asked again after its last words, which nobody else hears', async () => {
    const { seen, sink } = openSource();
    sink().begun();
    sink().next({ data: { a: 1 } });
    sink().next(failure('SERVICE_UNAVAILABLE'));
    sink().end({ kind: 'complete' });
    await vi.advanceTimersByTimeAsync(100);
    expect(seen).toMatchObject({ asked: 2, taken: [{ data: { a: 1 } }], refused: [] });
  });

  it('has said its last when it says that this may not be', () => {
    const { seen, sink } = openSource();
    sink().begun();
    sink().next(failure('FORBIDDEN'));
    sink().end({ kind: 'complete' });
    expect(seen.refused).toEqual(['FORBIDDEN']);
  });

  it('passes a failed event on when it goes on', async () => {
    const { seen, sink } = openSource();
    sink().next({ data: null, errors: failure('INTERNAL_SERVER_ERROR').errors });
    sink().next({ data: { a: 2 } });
    expect(seen.taken).toMatchObject([{ data: null }, { data: { a: 2 } }]);
    sink().next({ data: null, errors: failure('INTERNAL_SERVER_ERROR').errors });
    await vi.advanceTimersByTimeAsync(100);
    expect(seen.taken).toHaveLength(3);
  });

  it('cannot be asked again when nobody knows from where', () => {
    const { seen, sink } = openSource({ gap: true });
    sink().begun();
    sink().end({ kind: 'lost' });
    expect(seen.interrupted).toBe(1);
  });

  it('is tried more and more seldom, and given up after half a minute', async () => {
    const { seen, sink } = openSource();
    const began = Date.now();
    while (seen.givenUp === 0) {
      sink().end({ kind: 'lost' });
      await vi.advanceTimersByTimeAsync(2_500);
    }
    expect(Date.now() - began).toBeGreaterThan(30_000);
    expect(Date.now() - began).toBeLessThan(40_000);
    expect(seen.asked).toBeLessThan(20);
  });
});
