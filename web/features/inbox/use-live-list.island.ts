'use client';

import { useCallback, useEffect, useReducer, useState } from 'react';
import type { CaseFilter } from '../../graphql/generated/graphql.ts';
import { serverNow } from '../staff/live/server-time.ts';
import { useStaffLive } from '../staff/live/staff-live.island.tsx';
import { belongs, type Watcher } from './belongs.ts';
import { InboxQuery, inboxPageSize, ScoringQuery } from './inbox.query.ts';
import { filterOf, type InboxAddress } from './inbox-address.ts';
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
  /** Compares the rows with the server now, moving none. */
  reread(): Promise<void>;
}

interface Read {
  rows: readonly InboxRowRef[];
  total: number;
  readAt: number;
}

const reduce = (list: LiveList<InboxRow>, news: ListNews<InboxRow>) => onListNews(list, news);

/** The rows that were read with the page, kept up to date by the staff area's live line. */
export function useLiveList(
  read: Read,
  address: InboxAddress,
  base: CaseFilter | null,
  watcher: Watcher,
): LiveInbox {
  const { link, connection, onEvent, onResumed } = useStaffLive();
  const [list, tell] = useReducer(reduce, read.rows, (rows) => openList(rows.map(readRow)));
  const [total, setTotal] = useState(read.total);
  const [readAt, setReadAt] = useState(read.readAt);

  const reread = useCallback(
    async (type: 'reread' | 'shown') => {
      if (!link) return;
      const page = { first: inboxPageSize, after: address.after };
      const data =
        address.view === 'scoring'
          ? await link.ask(ScoringQuery, page)
          : await link.ask(InboxQuery, { ...page, filter: filterOf(address, base) });
      if (!data) return;
      setTotal(data.cases.totalCount);
      setReadAt(serverNow());
      tell({ type, rows: data.cases.edges.map((edge) => readRow(edge.node)) });
    },
    [link, address, base],
  );

  useEffect(
    () =>
      onEvent((event) => {
        const row = readRow(event.case);
        const here = list.rows.some((one) => one.id === row.id);
        const scoring = address.view === 'scoring';
        const fits = scoring ? here : belongs(listed(row, serverNow()), filterOf(address, base), watcher);
        // A later page cannot tell whether a new case would stand on it.
        if (here || address.after === null) tell({ type: 'event', row, belongs: fits });
      }),
    [onEvent, address, base, watcher, list.rows],
  );
  useEffect(() => onResumed(() => void reread('reread')), [onResumed, reread]);
  useEffect(() => {
    const regularly = setInterval(() => {
      if (document.visibilityState === 'visible') void reread('reread');
    }, rereadMs);
    return () => clearInterval(regularly);
  }, [reread]);

  const renew = useCallback(() => reread('shown'), [reread]);
  const compare = useCallback(() => reread('reread'), [reread]);
  return {
    list,
    total,
    syncedAt: connection.state === 'live' ? Math.max(readAt, connection.goodUntil) : readAt,
    renew,
    reread: compare,
  };
}
