'use client';

import { ammanDay, noonOf } from '@bekhedmetkom/time/amman';
import { useEffect, useReducer, useRef, useState } from 'react';
import { readFragment } from '../../graphql/generated/index.ts';
import { type Connection, onNews, openConnection } from '../staff/connection/connection.ts';
import { type GatewayLink, openGatewayLink } from '../staff/connection/gateway-link.island.ts';
import { watchNetwork } from '../staff/connection/watch-network.ts';
import { heardServerTime, serverNow } from '../staff/live/server-time.ts';
import { type Paced, throttled } from '../staff/live/throttled.ts';
import { type Feed, type FeedNews, onFeedNews, openFeed } from './feed/feed.ts';
import { toEntry, type WallEntry } from './feed/feed-entry.ts';
import {
  FeedEntry_Case,
  WallCasesQuery,
  WallFeedSubscription,
  WallFiguresQuery,
  WallPlacesQuery,
  WallThirtyDays,
  WallThirtyDaysSubscription,
  WallToday,
  WallTodaySubscription,
  WallWeek,
  WallWeekSubscription,
} from './wall.query.ts';
import { scopeOf, type WallAddress } from './wall-address.ts';
import { casesAsked, figuresAsked, placesAsked } from './wall-questions.ts';
import {
  type CasesPart,
  casesPart,
  type FiguresPart,
  figuresPart,
  type PlacesPart,
} from './wall-snapshot.ts';
import { wallWindows } from './windows.ts';

/** Everything is read anew this often, so that nothing can stay wrong for longer. */
const rereadMs = 60_000;
/** A screen whose session has run out looks again this often: somebody may have signed in elsewhere. */
const reconnectIntervalMs = 60_000;

export interface WallRead {
  gatewayUrl: string;
  language: 'ar' | 'en';
  renderedAt: number;
  address: WallAddress;
  figures: FiguresPart | null;
  cases: CasesPart | null;
  places: PlacesPart | null;
}

export interface Wall {
  places: PlacesPart | null;
  figures: FiguresPart | null;
  cases: CasesPart | null;
  feed: Feed<WallEntry>;
  tellFeed(news: FeedNews<WallEntry>): void;
  connection: Connection;
  signedOut: boolean;
}

const reduceFeed = (feed: Feed<WallEntry>, news: FeedNews<WallEntry>) => onFeedNews(feed, news);

/** All that the wall shows, kept alive without anybody near: streams resumed, figures reread, days turned. */
export function useWall(read: WallRead): Wall {
  const { gatewayUrl, language, address } = read;
  const [figures, setFigures] = useState(read.figures);
  const [cases, setCases] = useState(read.cases);
  const [places, setPlaces] = useState(read.places);
  const [feed, tellFeed] = useReducer(reduceFeed, read.cases?.newest ?? [], (entries) =>
    openFeed(entries, address.paused),
  );
  const [connection, setConnection] = useState(() => openConnection(read.renderedAt));
  const [signedOut, setSignedOut] = useState(false);
  const [link, setLink] = useState<GatewayLink | null>(null);
  const [day, setDay] = useState(() => ammanDay(read.renderedAt));
  const begin = useRef(read.cases?.cursor ?? null);
  const readers = useRef<{ figures: Paced; cases: Paced } | null>(null);

  useEffect(() => heardServerTime(read.renderedAt), [read.renderedAt]);

  // The line itself.
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
    const tick = setInterval(() => {
      setConnection((before) => onNews(before, 'tick', serverNow()));
      setDay(ammanDay(serverNow()));
    }, 1_000);
    const reconnectTimer = setInterval(() => opened.retryNow(), reconnectIntervalMs);
    const stop = watchNetwork(opened);
    return () => {
      clearInterval(tick);
      clearInterval(reconnectTimer);
      stop();
      opened.close();
    };
  }, [gatewayUrl, language]);

  // What is read: at a pace of its own, and whenever something says that it has changed.
  useEffect(() => {
    if (!link) return;
    const reading = {
      figures: throttled(
        async () => {
          const data = await link.ask(WallFiguresQuery, figuresAsked(address, serverNow()));
          if (data) setFigures(figuresPart(data));
        },
        500,
        10_000,
      ),
      cases: throttled(
        async () => {
          const data = await link.ask(WallCasesQuery, casesAsked(address));
          if (!data) return;
          const part = casesPart(data, serverNow());
          setCases(part);
          tellFeed({ type: 'seed', entries: part.newest });
        },
        500,
        3_000,
      ),
    };
    readers.current = reading;
    const regularly = setInterval(() => {
      reading.figures.ask();
      reading.cases.ask();
    }, rereadMs);
    return () => {
      clearInterval(regularly);
      reading.figures.close();
      reading.cases.close();
      readers.current = null;
    };
  }, [link, address]);

  // The feed, from where the page was read; after a break from the last event seen.
  useEffect(() => {
    if (!link) return;
    const stream = link.follow({
      document: WallFeedSubscription,
      after: begin.current,
      variables: (after) => ({ filter: scopeOf(address), after }),
      cursorOf: (data) => data.operationFeed.cursor,
      onEvent({ operationFeed: event }) {
        begin.current = event.cursor;
        const kase = readFragment(FeedEntry_Case, event.case);
        tellFeed({ type: 'event', entry: toEntry({ ...event, kase }) });
        readers.current?.cases.ask();
      },
      async resync() {
        const data = await link.ask(WallCasesQuery, casesAsked(address));
        if (!data) throw new Error('the cases could not be read now');
        const part = casesPart(data, serverNow());
        setCases(part);
        tellFeed({ type: 'seed', entries: part.newest });
        return part.cursor;
      },
    });
    return () => stream.close();
  }, [link, address]);

  // The figures that move. Their windows end with the day, so a new day asks anew.
  useEffect(() => {
    if (!link) return;
    const windows = wallWindows(noonOf(day));
    const filter = scopeOf(address);
    const streams = [
      link.follow({
        document: WallTodaySubscription,
        variables: () => ({ window: windows.today, filter }),
        // A state, not an entry of a log: time alone changes it too, at the same cursor.
        cursorOf: () => null,
        onEvent(data) {
          const today = readFragment(WallToday, data.kpiChanged.kpis);
          setFigures((before) => before && { ...before, today });
          readers.current?.figures.ask();
        },
      }),
      link.follow({
        document: WallWeekSubscription,
        variables: () => ({ window: windows.week, filter }),
        cursorOf: () => null,
        onEvent(data) {
          const week = readFragment(WallWeek, data.kpiChanged.kpis);
          setFigures((before) => before && { ...before, week });
        },
      }),
      link.follow({
        document: WallThirtyDaysSubscription,
        variables: () => ({ window: windows.thirtyDays, filter }),
        cursorOf: () => null,
        onEvent(data) {
          const thirtyDays = readFragment(WallThirtyDays, data.kpiChanged.kpis);
          setFigures((before) => before && { ...before, thirtyDays });
        },
      }),
    ];
    return () => {
      for (const stream of streams) stream.close();
    };
  }, [link, address, day]);

  // The calendar of countdowns reaches some weeks: each day it is read for the weeks that follow.
  useEffect(() => {
    if (!link || day === ammanDay(read.renderedAt)) return;
    void link.ask(WallPlacesQuery, placesAsked(noonOf(day))).then((data) => data && setPlaces(data));
  }, [link, day, read.renderedAt]);

  // After every break, and at the turn of the day, what has no cursor is read anew.
  useEffect(() => {
    if (connection.state !== 'live' || !day) return;
    readers.current?.figures.ask();
    readers.current?.cases.ask();
  }, [connection.state, day]);

  return { figures, cases, places, feed, tellFeed, connection, signedOut };
}
