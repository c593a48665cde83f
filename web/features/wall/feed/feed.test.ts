import { describe, expect, it } from 'vitest';
import { type Feed, type FeedEntry, feedLimit, onFeedNews, openFeed } from './feed.ts';

const entry = (n: number): FeedEntry => ({ key: `case-${n}@1`, at: n });
const keys = (feed: Feed<FeedEntry>) => feed.entries.map((one) => one.at);
const receive = (feed: Feed<FeedEntry>, ...times: number[]) =>
  times.reduce((next, n) => onFeedNews(next, { type: 'event', entry: entry(n) }), feed);

describe('the live feed', () => {
  it('shows the newest first', () => {
    expect(keys(receive(openFeed([entry(1)]), 2, 3))).toEqual([3, 2, 1]);
  });

  it('never shows an event twice, even when it is replayed after a break', () => {
    const feed = receive(openFeed([entry(1)]), 2, 3);
    expect(keys(receive(feed, 2, 3, 4))).toEqual([4, 3, 2, 1]);
  });

  it('stands still while paused and counts what is new', () => {
    const paused = onFeedNews(openFeed([entry(1)]), { type: 'pause' });
    const later = receive(paused, ...Array.from({ length: 12 }, (_, n) => n + 2));
    expect(keys(later)).toEqual([1]);
    expect(later.waitingCount).toBe(12);
  });

  it('counts a repeated event once while paused', () => {
    const paused = onFeedNews(openFeed([entry(1)]), { type: 'pause' });
    expect(receive(paused, 2, 2, 2).waitingCount).toBe(1);
  });

  it('shows everything that waited when it goes on', () => {
    const paused = receive(onFeedNews(openFeed([entry(1)]), { type: 'pause' }), 2, 3);
    const resumed = onFeedNews(paused, { type: 'resume' });
    expect(keys(resumed)).toEqual([3, 2, 1]);
    expect(resumed.waitingCount).toBe(0);
  });

  it('does not move under the focus, though nobody pressed pause', () => {
    const held = receive(onFeedNews(openFeed([entry(1)]), { type: 'hold' }), 2);
    expect(keys(held)).toEqual([1]);
    expect(keys(onFeedNews(held, { type: 'release' }))).toEqual([2, 1]);
  });

  it('stays paused when the focus leaves', () => {
    const paused = onFeedNews(onFeedNews(openFeed([entry(1)]), { type: 'pause' }), { type: 'hold' });
    const left = onFeedNews(receive(paused, 2), { type: 'release' });
    expect(keys(left)).toEqual([1]);
    expect(left.waitingCount).toBe(1);
  });

  it('fills a gap from what is read anew, in order of time', () => {
    const feed = receive(openFeed([entry(1)]), 5);
    expect(keys(onFeedNews(feed, { type: 'seed', entries: [entry(5), entry(3), entry(1)] }))).toEqual([
      5, 3, 1,
    ]);
  });

  it('keeps fifty and no more, shown or waiting', () => {
    const many = Array.from({ length: 400 }, (_, n) => n + 1);
    expect(receive(openFeed<FeedEntry>([]), ...many).entries).toHaveLength(feedLimit);
    const paused = receive(onFeedNews(openFeed([entry(0)]), { type: 'pause' }), ...many);
    expect(paused.waiting).toHaveLength(feedLimit);
    expect(paused.waitingCount).toBe(400);
  });

  it('counts what it heard of, repeats aside', () => {
    expect(receive(openFeed([entry(1)]), 2, 3, 3).received).toBe(2);
  });

  it('forgets old keys, so that a week of events does not fill the memory', () => {
    const many = Array.from({ length: 3_000 }, (_, n) => n + 1);
    expect(receive(openFeed<FeedEntry>([]), ...many).known.size).toBeLessThanOrEqual(1_000);
  });
});
