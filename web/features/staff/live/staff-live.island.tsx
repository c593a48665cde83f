'use client';

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { StaffFeedSubscription as StaffFeedData } from '../../../graphql/generated/graphql.ts';
import { FeedCursorQuery } from '../staff-counts.query.ts';
import { type Connection, onNews, openConnection } from './connection.ts';
import { type GatewayLink, openGatewayLink } from './gateway-link.island.ts';
import { heardServerTime, serverNow } from './server-time.ts';
import { StaffFeedSubscription } from './staff-feed.ts';

export type StaffEvent = StaffFeedData['operationFeed'];

export interface StaffLive {
  connection: Connection;
  /** The session has run out for good; only signing in helps. */
  signedOut: boolean;
  /** Null until the page runs in a browser. */
  link: GatewayLink | null;
  /** Calls back for every change of a case in the viewer's scope; returns how to stop. */
  onEvent(listener: (event: StaffEvent) => void): () => void;
  /** Calls back each time the line is whole again, the first time included; returns how to stop. */
  onResumed(listener: () => void): () => void;
}

const StaffLiveContext = createContext<StaffLive | null>(null);

/** The live line of the staff area. Outside of `StaffLiveProvider` there is none. */
export function useStaffLive(): StaffLive {
  const live = useContext(StaffLiveContext);
  if (!live) throw new Error('useStaffLive needs a StaffLiveProvider above it');
  return live;
}

interface StaffLiveProviderProps {
  gatewayUrl: string;
  language: 'ar' | 'en';
  /** Where the log stood when the page was made; null when that is not known. */
  after: string | null;
  renderedAt: number;
  children: ReactNode;
}

/** Opens one line for all pages of the staff area and keeps it while they change. */
export function StaffLiveProvider(props: StaffLiveProviderProps) {
  const { gatewayUrl, language, renderedAt, children } = props;
  const [connection, setConnection] = useState<Connection>(() => openConnection(renderedAt));
  const [signedOut, setSignedOut] = useState(false);
  const [link, setLink] = useState<GatewayLink | null>(null);
  const listeners = useRef(new Set<(event: StaffEvent) => void>());
  const resumers = useRef(new Set<() => void>());
  const state = useRef(connection.state);
  const begin = useRef(props.after);

  useEffect(() => heardServerTime(renderedAt), [renderedAt]);

  useEffect(() => {
    const opened = openGatewayLink({
      gatewayUrl,
      language,
      onNews: (news) => setConnection((before) => onNews(before, news, serverNow())),
      onSignedOut: () => setSignedOut(true),
    });
    setLink(opened);
    opened.follow({
      document: StaffFeedSubscription,
      after: begin.current,
      variables: (after) => ({ after }),
      cursorOf: (data) => data.operationFeed.cursor,
      onEvent: (data) => {
        for (const listener of listeners.current) listener(data.operationFeed);
      },
      resync: async () => (await opened.ask(FeedCursorQuery, {}))?.feedCursor ?? null,
    });
    const tick = setInterval(() => setConnection((before) => onNews(before, 'tick', serverNow())), 1_000);
    const wake = () => document.visibilityState === 'visible' && opened.nudge();
    window.addEventListener('online', wake);
    document.addEventListener('visibilitychange', wake);
    return () => {
      clearInterval(tick);
      window.removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wake);
      opened.close();
    };
  }, [gatewayUrl, language]);

  useEffect(() => {
    const before = state.current;
    state.current = connection.state;
    if (connection.state !== 'live' || before === 'live') return;
    for (const resume of resumers.current) resume();
  }, [connection.state]);

  const live = useMemo<StaffLive>(
    () => ({
      connection,
      signedOut,
      link,
      onEvent: (listener) => register(listeners.current, listener),
      onResumed: (listener) => register(resumers.current, listener),
    }),
    [connection, signedOut, link],
  );
  return <StaffLiveContext value={live}>{children}</StaffLiveContext>;
}

function register<L>(all: Set<L>, listener: L): () => void {
  all.add(listener);
  return () => {
    all.delete(listener);
  };
}
