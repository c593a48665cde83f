'use client';

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { StaffFeedSubscription as StaffFeedData } from '../../../graphql/generated/graphql.ts';
import { type Connection, onNews, openConnection } from '../connection/connection.ts';
import { type GatewayLink, openGatewayLink } from '../connection/gateway-link.island.ts';
import { watchNetwork } from '../connection/watch-network.ts';
import { listeners } from './listeners.ts';
import { heardServerTime, serverNow } from './server-time.ts';
import { FeedCursorQuery } from './staff-counts.query.ts';
import { StaffBellSubscription, StaffFeedSubscription } from './staff-feed.ts';

export type StaffEvent = StaffFeedData['operationFeed'];

/** What pages listen to. Its functions stay the same as long as the provider stands: effects may depend on them. */
export interface StaffLive {
  /** The session has run out for good; only signing in helps. */
  signedOut: boolean;
  /** Null until the page runs in a browser. */
  link: GatewayLink | null;
  /** Calls back for every change of a case in the viewer's scope; returns how to stop. */
  onEvent(listener: (event: StaffEvent) => void): () => void;
  /** Calls back for every notification of the viewer; returns how to stop. */
  onNotification(listener: () => void): () => void;
  /** Calls back each time the line is whole again, the first time included; returns how to stop. */
  onResumed(listener: () => void): () => void;
}

const StaffLiveContext = createContext<StaffLive | null>(null);
// Of its own: it changes with every message, and only what shows the state of the line is drawn again for that.
const ConnectionContext = createContext<Connection | null>(null);

/** The live line of the staff area. Outside of `StaffLiveProvider` there is none. */
export function useStaffLive(): StaffLive {
  const live = useContext(StaffLiveContext);
  if (!live) throw new Error('useStaffLive needs a StaffLiveProvider above it');
  return live;
}

/** The state of the line to the gateway, for what shows it. */
export function useConnection(): Connection {
  const connection = useContext(ConnectionContext);
  if (!connection) throw new Error('useConnection needs a StaffLiveProvider above it');
  return connection;
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
  const [told] = useState(() => ({
    events: listeners<[StaffEvent]>(),
    notifications: listeners(),
    resumed: listeners(),
  }));
  const state = useRef(connection.state);
  // The last place in the log that was seen: a line that is opened anew (another language) goes on from there.
  const cursor = useRef(props.after);

  useEffect(() => heardServerTime(renderedAt), [renderedAt]);

  useEffect(() => {
    const opened = openGatewayLink({
      gatewayUrl,
      language,
      onNews(news) {
        if (news === 'up') setSignedOut(false);
        setConnection((before) => onNews(before, news, serverNow()));
      },
      onSignedOut: () => setSignedOut(true),
    });
    setLink(opened);
    opened.follow({
      document: StaffFeedSubscription,
      after: cursor.current,
      variables: (after) => ({ after }),
      cursorOf: (data) => data.operationFeed.cursor,
      onEvent({ operationFeed: event }) {
        cursor.current = event.cursor;
        told.events.tell(event);
      },
      async resync() {
        const answer = await opened.ask(FeedCursorQuery, {});
        if (!answer) throw new Error('where the log stands is not known now');
        cursor.current = answer.feedCursor;
        return answer.feedCursor;
      },
    });
    opened.follow({
      document: StaffBellSubscription,
      variables: (after) => ({ after }),
      cursorOf: (data) => data.notificationReceived.cursor,
      onEvent: () => told.notifications.tell(),
    });
    const tick = setInterval(() => setConnection((before) => onNews(before, 'tick', serverNow())), 1_000);
    const stop = watchNetwork(opened);
    return () => {
      clearInterval(tick);
      stop();
      opened.close();
    };
  }, [gatewayUrl, language, told]);

  useEffect(() => {
    const before = state.current;
    state.current = connection.state;
    if (connection.state === 'live' && before !== 'live') told.resumed.tell();
  }, [connection.state, told]);

  const live = useMemo<StaffLive>(
    () => ({
      signedOut,
      link,
      onEvent: told.events.add,
      onNotification: told.notifications.add,
      onResumed: told.resumed.add,
    }),
    [signedOut, link, told],
  );
  return (
    <StaffLiveContext value={live}>
      <ConnectionContext value={connection}>{children}</ConnectionContext>
    </StaffLiveContext>
  );
}
