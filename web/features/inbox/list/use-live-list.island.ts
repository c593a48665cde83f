'use client';

import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { CaseFilter } from '../../../graphql/generated/graphql.ts';
import { serverNow } from '../../staff/live/server-time.ts';
import { useConnection, useStaffLive } from '../../staff/live/staff-live.island.tsx';
import { type Paced, throttled } from '../../staff/live/throttled.ts';
import type { InboxAddress } from '../address/inbox-address.ts';
import { askCounts, askPage, askStill, type ListCounts } from './list-page.ts';
import { type ListNews, type LiveList, type LiveRow, onListNews, openList } from './live-list.ts';
import { type InboxRow, type OwnRowRef, type RowActions, readActions, readRow } from './row-view.ts';

/** After something changed the list is compared with the server this soon, at most once in `everyMs`. */
const settleMs = 150;
const everyMs = 1_000;
/** Time alone changes lists too. */
const regularlyMs = 60_000;

export interface LiveInbox {
  list: LiveList<InboxRow>;
  total: number;
  /** How many cases stood under each heading when the reader got the list. */
  counts: ListCounts;
  /** When the rows were last compared with the server, ms since 1970. */
  syncedAt: number;
  /** Shows the list as it is now; resolves when it stands. */
  renew(): Promise<void>;
  /** The viewer changes these cases from here: their next version is her own. */
  own(cases: readonly LiveRow[]): void;
  /** What the viewer may do, by case, as of the version that it was read at. */
  allowed: Readonly<Record<string, RowActions>>;
  /** What came of a change that the viewer made from here. */
  done(cases: readonly OwnRowRef[], refused: readonly string[]): void;
  /** Compares the rows with the server now, moving none. */
  compare(): void;
}

interface Read {
  rows: readonly OwnRowRef[];
  total: number;
  readAt: number;
  counts: ListCounts;
}

const reduce = (list: LiveList<InboxRow>, news: ListNews<InboxRow>) => onListNews(list, news);

/** The rows that were read with the page, kept up to date by the staff area's live line. */
export function useLiveList(read: Read, address: InboxAddress, base: CaseFilter | null): LiveInbox {
  const { link, onEvent, onNotification, onResumed } = useStaffLive();
  const connection = useConnection();
  const [list, tell] = useReducer(reduce, read, ({ rows, total }) =>
    openList({ rows: rows.map(readRow), total }),
  );
  const shown = useRef<readonly string[]>([]);
  useEffect(() => {
    shown.current = list.rows.map((row) => row.id);
  }, [list.rows]);
  const [total, setTotal] = useState(read.total);
  const [counts, setCounts] = useState(read.counts);
  const [allowed, setAllowed] = useState(() => readActions(read.rows));
  const [readAt, setReadAt] = useState(read.readAt);
  const comparing = useRef<Paced | null>(null);

  const reread = useCallback(
    async (type: 'reread' | 'shown') => {
      if (!link) return;
      const page = await askPage(link.ask, address, base);
      if (!page) return;
      const { rows, total: totalCount } = page;
      // Headings stay as they are until the reader asks for the list as it is now.
      const fresh =
        type === 'shown' ? (page.counts ?? (await askCounts(link.ask, address, base, serverNow()))) : null;
      if (fresh) setCounts(fresh);
      setTotal(totalCount);
      setReadAt(serverNow());
      setAllowed((before) => ({ ...before, ...readActions(rows) }));
      const read = { rows: rows.map(readRow), total: totalCount };
      if (type === 'shown') return tell({ type, ...read });
      const missing = shown.current.filter((id) => !read.rows.some((row) => row.id === id));
      const isPart = page.next !== null || address.after !== null || address.grouped;
      const still = isPart && missing.length > 0 ? await askStill(link.ask, address, base, missing) : [];
      if (still) setAllowed((before) => ({ ...before, ...readActions(still) }));
      tell({ type, ...read, elsewhere: still === null ? null : still.map(readRow) });
    },
    [link, address, base],
  );

  // A case that is heard of is shown as it is now; whether it belongs in the list is asked of the server.
  useEffect(() => {
    const compare = throttled(() => reread('reread'), settleMs, everyMs);
    comparing.current = compare;
    const stops = [
      onEvent((event) => {
        tell({ type: 'event', row: readRow(event.case) });
        compare.ask();
      }),
      // A case that went out of the viewer's scope is heard of by its notification alone.
      onNotification(compare.ask),
      onResumed(compare.ask),
    ];
    const regularly = setInterval(() => {
      if (document.visibilityState === 'visible') compare.ask();
    }, regularlyMs);
    return () => {
      clearInterval(regularly);
      for (const stop of stops) stop();
      compare.close();
    };
  }, [onEvent, onNotification, onResumed, reread]);

  const renew = useCallback(() => reread('shown'), [reread]);
  const own = useCallback((cases: readonly LiveRow[]) => tell({ type: 'own', cases }), []);
  const done = useCallback((cases: readonly OwnRowRef[], refused: readonly string[]) => {
    setAllowed((before) => ({ ...before, ...readActions(cases) }));
    tell({ type: 'done', rows: cases.map(readRow), refused });
  }, []);
  const compare = useCallback(() => comparing.current?.ask(), []);
  const goodUntil = connection.state === 'live' ? connection.goodUntil : 0;
  return useMemo(
    () => ({
      list,
      total,
      counts,
      allowed,
      syncedAt: Math.max(readAt, goodUntil),
      renew,
      own,
      done,
      compare,
    }),
    [list, total, counts, allowed, readAt, goodUntil, renew, own, done, compare],
  );
}
