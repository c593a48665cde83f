'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Icon } from '../../../ui/icon.tsx';
import { ImportanceBars } from '../../../ui/importance-bars.tsx';
import { knownName } from '../../../ui/known-name.ts';
import { written } from '../../../ui/written.ts';
import { agoOf } from './ago.ts';
import type { Feed, FeedNews } from './feed.ts';
import { lookOf, type WallEntry } from './feed-entry.ts';

/** A pointer left lying in the feed does not hold it for longer than this. */
const restMs = 20_000;

interface FeedPaneProps {
  feed: Feed<WallEntry>;
  now: number;
  tell(news: FeedNews<WallEntry>): void;
  onPause(paused: boolean): void;
}

/** What happens, newest first. Stops when asked, and by itself while somebody points at it. */
export function FeedPane({ feed, now, tell, onPause }: FeedPaneProps) {
  const t = useTranslations('wall.feed');
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(rest.current), []);

  function hold() {
    if (!feed.held) tell({ type: 'hold' });
    clearTimeout(rest.current);
    rest.current = setTimeout(() => tell({ type: 'release' }), restMs);
  }
  function release() {
    clearTimeout(rest.current);
    tell({ type: 'release' });
  }

  return (
    <section className="pane" aria-labelledby="h-feed">
      <div className="pane__head">
        <h2 id="h-feed">{t('title')}</h2>
        {feed.held && !feed.paused && feed.waitingCount > 0 && (
          <span>{t('held', { count: feed.waitingCount })}</span>
        )}
        <button
          type="button"
          className={feed.paused ? 'feedbtn' : 'feedbtn feedbtn--quiet'}
          aria-pressed={feed.paused}
          onClick={() => {
            tell({ type: feed.paused ? 'resume' : 'pause' });
            onPause(!feed.paused);
          }}
        >
          <Icon name={feed.paused ? 'play' : 'pause'} />
          {feed.paused
            ? feed.waitingCount > 0
              ? t('pausedNew', { count: feed.waitingCount })
              : t('paused')
            : t('pause')}
        </button>
      </div>
      {feed.entries.length === 0 ? (
        <p className="wall__none">{t('empty')}</p>
      ) : (
        <ol
          className="feed"
          aria-labelledby="h-feed"
          tabIndex={feed.paused ? 0 : undefined}
          onPointerMove={hold}
          onPointerLeave={release}
          onFocus={() => tell({ type: 'hold' })}
          onBlur={release}
        >
          {feed.entries.map((entry) => (
            <FeedLine key={entry.key} entry={entry} now={now} />
          ))}
        </ol>
      )}
    </section>
  );
}

function FeedLine({ entry, now }: { entry: WallEntry; now: number }) {
  const t = useTranslations('wall');
  const { kase, together = 1, calendarVersion } = entry;
  const look = lookOf(entry);
  const ago = agoOf(entry.at, now);
  if (entry.action === 'RESCHEDULE') {
    return (
      <li>
        <span className="ic">
          <Icon name={look.icon} />
        </span>
        <b className="feed__what">
          {calendarVersion === null ? t('feed.calendar') : t('feed.calendarOf', { version: calendarVersion })}
        </b>
        <span className="ago">{t(ago.unit, { count: ago.count })}</span>
        <span className="meta">{t('feed.moved', { count: together })}</span>
      </li>
    );
  }
  const words = { none: t('feed.unknownEntity'), away: t('feed.nameAway') };
  const where = [knownName(kase.entity, kase.assigned, words), kase.governorate?.name].filter(Boolean);
  return (
    <li>
      <span className={look.tone === 'plain' ? 'ic' : `ic ic--${look.tone}`}>
        <Icon name={look.icon} />
      </span>
      <b className="feed__what">
        {look.did && <span>{t(`feed.${look.did}`)}</span>}
        <bdi {...written(kase.subject)}>{kase.subject}</bdi>
      </b>
      <span className="ago">{t(ago.unit, { count: ago.count })}</span>
      <span className="meta">{where.join(' · ')}</span>
      {kase.importance && <ImportanceBars importance={kase.importance} />}
    </li>
  );
}
