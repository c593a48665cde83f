/** The live feed: newest first, bounded, stopped while somebody reads it, and never the same thing twice. */
export interface FeedEntry {
  /** One per case and version, so that a replayed event and a fetched case meet. */
  key: string;
  /** ms since 1970. */
  at: number;
  /** What the line is about: of two entries about the same the newer one is shown. Without: a line of its own. */
  about?: string;
  /** How many cases the line stands for, when entries about the same are counted; absent: they replace one another. */
  together?: number;
}

export interface Feed<E extends FeedEntry> {
  entries: readonly E[];
  /** What came while the feed was held, newest first, bounded as well. */
  waiting: readonly E[];
  /** How many came while held; may be more than `waiting` keeps. */
  waitingCount: number;
  /** Stopped by the button (or the address). */
  paused: boolean;
  /** Stopped because the focus or the pointer is in it. */
  held: boolean;
  known: ReadonlySet<string>;
  /** Events heard of since the feed was opened, shown or waiting. */
  received: number;
}

export type FeedNews<E extends FeedEntry> =
  | { type: 'event'; entry: E }
  | { type: 'seed'; entries: readonly E[] }
  | { type: 'pause' | 'resume' | 'hold' | 'release' };

export const feedLimit = 50;
const knownLimit = 1_000;

/** A feed that shows what was read with the page. */
export function openFeed<E extends FeedEntry>(entries: readonly E[], paused = false): Feed<E> {
  const empty: Feed<E> = {
    entries: [],
    waiting: [],
    waitingCount: 0,
    paused,
    held: false,
    known: new Set(),
    received: 0,
  };
  return seed(empty, entries);
}

/** The feed after a piece of news. */
export function onFeedNews<E extends FeedEntry>(feed: Feed<E>, news: FeedNews<E>): Feed<E> {
  switch (news.type) {
    case 'event':
      return add(feed, news.entry);
    case 'seed':
      return seed(feed, news.entries);
    case 'pause':
      return { ...feed, paused: true };
    case 'hold':
      return { ...feed, held: true };
    case 'resume':
      return flow({ ...feed, paused: false });
    case 'release':
      return flow({ ...feed, held: false });
  }
}

function add<E extends FeedEntry>(feed: Feed<E>, entry: E): Feed<E> {
  if (feed.known.has(entry.key)) return feed;
  const next = { ...feed, known: remember(feed.known, [entry.key]), received: feed.received + 1 };
  if (feed.paused || feed.held) {
    return {
      ...next,
      waiting: newestFirst([entry], feed.waiting),
      waitingCount: feed.waitingCount + 1,
    };
  }
  return { ...next, entries: newestFirst([entry], feed.entries) };
}

/** Entries read from the server: fills what is missing without disturbing what is shown. */
function seed<E extends FeedEntry>(feed: Feed<E>, entries: readonly E[]): Feed<E> {
  const fresh = entries.filter((entry) => !feed.known.has(entry.key));
  if (fresh.length === 0) return feed;
  const known = remember(
    feed.known,
    fresh.map((entry) => entry.key),
  );
  if (feed.entries.length > 0 && (feed.paused || feed.held)) {
    const waiting = newestFirst(fresh, feed.waiting);
    return { ...feed, known, waiting, waitingCount: feed.waitingCount + fresh.length };
  }
  return { ...feed, known, entries: newestFirst(fresh, feed.entries) };
}

function flow<E extends FeedEntry>(feed: Feed<E>): Feed<E> {
  if (feed.paused || feed.held || feed.waitingCount === 0) return feed;
  return { ...feed, entries: newestFirst(feed.waiting, feed.entries), waiting: [], waitingCount: 0 };
}

/** One line for each thing that entries are about, by the newest of them. */
function newestFirst<E extends FeedEntry>(fresh: readonly E[], before: readonly E[]): readonly E[] {
  const lines: E[] = [];
  for (const entry of [...fresh, ...before].sort((a, b) => b.at - a.at)) {
    const shown = entry.about === undefined ? -1 : lines.findIndex(({ about }) => about === entry.about);
    const line = lines[shown];
    if (!line) lines.push(entry);
    else if (entry.together !== undefined)
      lines[shown] = { ...line, together: (line.together ?? 1) + entry.together };
  }
  return lines.slice(0, feedLimit);
}

function remember(known: ReadonlySet<string>, keys: readonly string[]): ReadonlySet<string> {
  const all = [...known, ...keys];
  return new Set(all.length > knownLimit ? all.slice(-knownLimit / 2) : all);
}
