'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useLanguage } from '../staff/language.ts';
import { useNow } from '../staff/live/use-now.island.ts';
import { FeedPane } from './feed/feed-pane.island.tsx';
import { BreachPane, breachRows } from './figures/breach-pane.island.tsx';
import { leagueGroups } from './figures/league.ts';
import { LeaguePane } from './figures/league-pane.island.tsx';
import { TileRow } from './figures/tile-row.island.tsx';
import { tilesOf } from './figures/tiles.ts';
import { useSummary } from './figures/use-summary.island.ts';
import { useFit } from './frame/use-fit.island.ts';
import { WallFoot } from './frame/wall-foot.island.tsx';
import { WallHead } from './frame/wall-head.island.tsx';
import { MapPane } from './map/map-pane.island.tsx';
import { useWall, type WallRead } from './use-wall.island.ts';
import { writeWallAddress } from './wall-address.ts';

/** How long each group of the league stands. */
const turnMs = 20_000;
interface WallScreenProps extends WallRead {
  scope: string;
}

/** The operation room's screen: read from five metres, alone, for weeks. */
export function WallScreen(props: WallScreenProps) {
  const t = useTranslations('wall.summary');
  const language = useLanguage();
  const now = useNow(props.renderedAt, 1_000);
  const { figures, cases, places, feed, tellFeed, connection, signedOut } = useWall(props);
  const [group, setGroup] = useState(props.address.group);
  useFit();

  const target = figures?.onTimeTarget ?? null;
  const groups = useMemo(
    () => (figures ? leagueGroups(figures.league, target, figures.terms) : []),
    [figures, target],
  );
  const turned = useTurn(groups.length, group);
  const calendar = places?.calendar ?? null;
  const rows = cases ? breachRows(cases.late, cases.next, cases.readAt, now, calendar) : [];
  const watched = rows.map(({ kase, left }) => ({ id: kase.id, subject: kase.subject, left }));
  const summary = useSummary(feed.received, watched);

  const remember = useCallback(
    (change: Partial<WallRead['address']>) => {
      const address = { ...props.address, paused: feed.paused, group, ...change };
      history.replaceState(null, '', writeWallAddress(address) || location.pathname);
    },
    [props.address, feed.paused, group],
  );
  const tiles = tilesOf({
    received: figures?.today.received ?? null,
    overdue: figures?.today.overdue ?? null,
    acknowledged: figures?.week.acknowledged ?? null,
    satisfaction: figures?.thirtyDays.satisfaction ?? null,
    awaiting: cases?.awaiting ?? null,
    toClassify: cases?.toClassify ?? null,
    toReview: cases?.toReview ?? null,
  });
  const back = encodeURIComponent(`/${language}/wall${writeWallAddress(props.address)}`);

  return (
    <main className={connection.state === 'stale' || signedOut ? 'wall is-stale' : 'wall'} id="wall">
      <WallHead
        connection={connection}
        signedOut={signedOut}
        now={now}
        scope={props.scope}
        signIn={`/auth/sign-in?lang=${language}&to=${back}`}
      />
      <TileRow tiles={tiles} />
      <div className="wall__main">
        <FeedPane feed={feed} now={now} tell={tellFeed} onPause={(paused) => remember({ paused })} />
        <div className="mid">
          <BreachPane rows={rows} calendar={calendar} />
          <LeaguePane
            group={groups[turned] ?? null}
            target={target}
            fewest={figures?.terms.fewestRanked ?? null}
          />
        </div>
        <MapPane rows={figures?.overdueBy ?? []} governorates={places?.governorates ?? []} />
      </div>
      <WallFoot
        soon={cases?.soon ?? null}
        unknown={cases?.unknown ?? null}
        turn={{
          index: turned,
          total: groups.length,
          held: group !== null,
          onHold() {
            const next = group === null ? turned : null;
            setGroup(next);
            remember({ group: next });
          },
        }}
      />
      <p className="sr" role="status">
        {summary && (
          <>
            {t('new', { count: summary.changes })}{' '}
            {figures?.today.overdue.numerator != null &&
              t('overdue', { count: figures.today.overdue.numerator })}{' '}
            {summary.passed.map((one) => t('threshold', one)).join(' ')}
          </>
        )}
      </p>
    </main>
  );
}

/** The group on show: the one that is held, else one after the other. */
function useTurn(total: number, held: number | null): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (held !== null || total < 2) return;
    const timer = setInterval(() => setTurn((before) => before + 1), turnMs);
    return () => clearInterval(timer);
  }, [held, total]);
  return total === 0 ? 0 : (held ?? turn) % total;
}
