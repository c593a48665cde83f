'use client';

import Link, { useLinkStatus } from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { StaffCountsQuery as Counts } from '../../graphql/generated/graphql.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import type { InboxView } from '../inbox/address/inbox-address.ts';
import type { SavedView } from '../inbox/address/saved-filter.ts';
import { useLanguage } from '../staff/language.ts';
import { StaffCountsQuery } from '../staff/live/staff-counts.query.ts';
import { useStaffLive } from '../staff/live/staff-live.island.tsx';
import { throttled } from '../staff/live/throttled.ts';
import { type AdministrationPage, countsFor } from './staff-post.ts';

/** Counts are read again this long after something changed, at most once in `everyMs`. */
const settleMs = 200;
const everyMs = 1_000;
/** Time alone makes cases late. */
const regularlyMs = 60_000;

const viewIcons: Record<InboxView, IconName> = {
  next: 'inbox',
  mine: 'person',
  classify: 'plus',
  unknown: 'inquiry',
  incoming: 'transfer',
  proposals: 'calendar',
  appeals: 'flag',
  review: 'eye',
  overdue: 'overdue',
  escalatedToMe: 'up',
  escalated: 'up',
  scoring: 'star',
};

const administrationIcons: Record<AdministrationPage, IconName> = {
  'canned-answers': 'note',
  rubric: 'check',
  calendars: 'calendar',
  policies: 'clock',
};

interface RailProps {
  views: InboxView[];
  /** The filters that the viewer gave names to. */
  saved: Pick<SavedView, 'id' | 'name'>[];
  counts: Counts | null;
  parts: boolean;
  /** Whether the viewer asks, or decides, who is shown the reporters of confidential reports. */
  identity: boolean;
  watchesAll: boolean;
  administration: AdministrationPage[];
}

/** The side navigation: the views that exist for these posts, each with how many cases it holds. */
export function Rail(props: RailProps) {
  const { views, saved, parts, identity, counts: read, watchesAll, administration } = props;
  const t = useTranslations('staff');
  const words = useTranslations('inbox');
  const language = useLanguage();
  const pathname = usePathname();
  const parameters = useSearchParams();
  const looking = parameters.get('saved');
  const view = looking ? null : (parameters.get('view') ?? 'next');
  const counts = useCounts(read, views, { parts, identity });
  const base = `/${language}/staff`;
  const inInbox = pathname === `${base}/inbox`;

  return (
    <nav className="rail" aria-label={t('shell.views')}>
      <h2>{t('shell.inbox')}</h2>
      {views.map((name) => {
        const own = name === 'review' || name === 'scoring';
        const current = own ? pathname === `${base}/${name}` : inInbox && view === name;
        const query = name === 'next' ? '' : `?view=${name}`;
        return (
          <Link
            key={name}
            href={own ? `${base}/${name}` : `${base}/inbox${query}`}
            prefetch={false}
            aria-current={current ? 'page' : undefined}
          >
            <Icon name={viewIcons[name]} />
            {words(`view.${name}`)}
            <Count value={counts?.[name]?.totalCount} />
          </Link>
        );
      })}
      {parts && (
        <Link
          href={`${base}/parts`}
          prefetch={false}
          aria-current={pathname === `${base}/parts` ? 'page' : undefined}
        >
          <Icon name="building" />
          {words('view.parts')}
          <Count value={counts?.contributions?.totalCount} />
        </Link>
      )}
      {identity && (
        <Link
          href={`${base}/identity`}
          prefetch={false}
          aria-current={pathname === `${base}/identity` ? 'page' : undefined}
        >
          <Icon name="lock" />
          {words('view.identity')}
          <Count value={counts?.identityRequests?.totalCount} />
        </Link>
      )}
      {saved.length > 0 && <h2>{words('saved.title')}</h2>}
      {saved.map(({ id, name }) => (
        <Link
          key={id}
          href={`${base}/inbox?saved=${encodeURIComponent(id)}`}
          prefetch={false}
          aria-current={inInbox && looking === id ? 'page' : undefined}
        >
          <Icon name="star" />
          <bdi className="rail__name">{name}</bdi>
        </Link>
      ))}
      {watchesAll && (
        <>
          <h2>{t('shell.room')}</h2>
          <a href={`/${language}/wall`}>
            <Icon name="gauge" />
            {t('shell.wall')}
          </a>
        </>
      )}
      {administration.length > 0 && <h2>{t('shell.administration')}</h2>}
      {administration.map((page) => (
        <Link
          key={page}
          href={`${base}/${page}`}
          prefetch={false}
          aria-current={pathname === `${base}/${page}` ? 'page' : undefined}
        >
          <Icon name={administrationIcons[page]} />
          {t(`administration.${page}`)}
        </Link>
      ))}
    </nav>
  );
}

/** How many cases; while the view is on its way, a mark that it is. */
function Count({ value }: { value: number | undefined }) {
  const { pending } = useLinkStatus();
  if (pending) return <span className="rail__pending" />;
  if (value === undefined) return null;
  return <span>{value >= 10_000 ? '9,999+' : value.toLocaleString('en')}</span>;
}

/** The counts as the server has them, asked for again when something is heard and, as time passes, every minute. */
function useCounts(
  read: Counts | null,
  views: readonly InboxView[],
  { parts, identity }: Pick<RailProps, 'parts' | 'identity'>,
): Counts | null {
  const { link, onEvent, onNotification, onResumed } = useStaffLive();
  const [counts, setCounts] = useState(read);
  const names = views.join(' ');
  useEffect(() => {
    if (!link) return;
    const asked = countsFor(names.split(' '), { parts, identity });
    const recount = throttled(
      async () => {
        const fresh = await link.ask(StaffCountsQuery, asked);
        if (fresh) setCounts((before) => ({ ...before, ...fresh }));
      },
      settleMs,
      everyMs,
    );
    const regularly = setInterval(recount.ask, regularlyMs);
    const stops = [
      onEvent(recount.ask),
      onNotification(recount.ask),
      onResumed(recount.ask),
      recount.close,
      () => clearInterval(regularly),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [link, onEvent, onNotification, onResumed, names, parts, identity]);
  return counts;
}
