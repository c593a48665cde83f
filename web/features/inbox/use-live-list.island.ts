'use client';

import { useCallback, useEffect, useReducer, useState } from 'react';
import { useStaffLive } from '../staff/live/staff-live.island.tsx';
import { InboxQuery, inboxPageSize } from './inbox.query.ts';
import { belongs, filterOf, type InboxAddress } from './inbox-address.ts';
import { type ListNews, type LiveList, onListNews, openList } from './live-list.ts';
import { type InboxRow, type InboxRowRef, listed, readRow } from './row-view.ts';

/** Clocks tick on the server; the rows are compared with it this often. */
const rereadMs = 60_000;

export interface LiveInbox {
  list: LiveList<InboxRow>;
  total: number;
  /** When the rows were last compared with the server, ms since 1970. */
  syncedAt: number;
  /** Shows the list as it is now; resolves when it stands. */
  renew(): Promise<void>;
}

interface Read {
  rows: readonly InboxRowRef[];
  total: number;
  readAt: number;
}

const reduce = (list: LiveList<InboxRow>, news: ListNews<InboxRow>) => onListNews(list, news);

/** The rows that were read with the page, kept up to date by the staff area's live line. */
export function useLiveList(read: Read, address: InboxAddress, posts: readonly string[]): LiveInbox {
  const { link, connection, onEvent, onResumed } = useStaffLive();
  const [list, tell] = useReducer(reduce, read.rows, (rows) => openList(rows.map(readRow)));
  const [total, setTotal] = useState(read.total);
  const [readAt, setReadAt] = useState(read.readAt);

  const reread = useCallback(
    async (type: 'reread' | 'shown') => {
      if (!link) return;
      const variables = { filter: filterOf(address), first: inboxPageSize, after: address.after };
      const data = await link.ask(InboxQuery, variables);
      if (!data) return;
      setTotal(data.cases.totalCount);
      setReadAt(Date.now());
      tell({ type, rows: data.cases.edges.map((edge) => readRow(edge.node)) });
    },
    [link, address],
  );

  useEffect(
    () =>
      onEvent((event) => {
        const row = readRow(event.case);
        const fits = belongs(listed(row, Date.now()), address, posts);
        // A later page cannot tell whether a new case would stand on it.
        const shown = address.after === null || list.rows.some((one) => one.id === row.id);
        if (shown) tell({ type: 'event', row, belongs: fits });
      }),
    [onEvent, address, posts, list.rows],
  );
  useEffect(() => onResumed(() => void reread('reread')), [onResumed, reread]);
  useEffect(() => {
    const regularly = setInterval(() => {
      if (document.visibilityState === 'visible') void reread('reread');
    }, rereadMs);
    return () => clearInterval(regularly);
  }, [reread]);

  return {
    list,
    total,
    syncedAt: connection.state === 'live' ? Math.max(readAt, connection.goodUntil) : readAt,
    renew: () => reread('shown'),
  };
}
