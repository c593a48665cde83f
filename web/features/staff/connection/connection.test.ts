import { describe, expect, it } from 'vitest';
import { onNews, openConnection, staleAfterMs } from './connection.ts';

const start = 1_000_000;

describe('the line to the gateway', () => {
  it('is connecting until it is up', () => {
    expect(openConnection(start).state).toBe('connecting');
    expect(onNews(openConnection(start), 'up', start + 50).state).toBe('live');
  });

  it('says "reconnecting" at first, "stale" when that lasts', () => {
    const down = onNews(onNews(openConnection(start), 'up', start), 'down', start + 1_000);
    expect(down.state).toBe('reconnecting');
    expect(onNews(down, 'tick', start + 5_000).state).toBe('reconnecting');
    expect(onNews(down, 'tick', start + 1_000 + staleAfterMs).state).toBe('stale');
  });

  it('remembers until when the screen was complete', () => {
    const live = onNews(onNews(openConnection(start), 'up', start), 'heard', start + 4_000);
    const down = onNews(live, 'down', start + 9_000);
    expect(down.goodUntil).toBe(start + 4_000);
  });

  it('counts the break from its beginning, however often a retry fails', () => {
    let connection = onNews(onNews(openConnection(start), 'up', start), 'down', start);
    connection = onNews(connection, 'down', start + 8_000);
    connection = onNews(connection, 'down', start + 16_000);
    expect(connection.state).toBe('stale');
  });

  it('becomes stale too when it never came up', () => {
    expect(onNews(openConnection(start), 'tick', start + staleAfterMs).state).toBe('stale');
  });

  it('is live again at once', () => {
    const stale = onNews(onNews(openConnection(start), 'down', start), 'tick', start + staleAfterMs);
    expect(onNews(stale, 'up', start + 20_000)).toEqual({
      state: 'live',
      goodUntil: start + 20_000,
      brokenSince: null,
    });
  });
});
