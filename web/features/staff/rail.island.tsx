'use client';

import Link, { useLinkStatus } from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { StaffCountsQuery as Counts } from '../../graphql/generated/graphql.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import type { InboxView } from '../inbox/inbox-address.ts';
import { useLanguage } from './language.ts';
import { useStaffLive } from './live/staff-live.island.tsx';
import { StaffCountsQuery } from './staff-counts.query.ts';
import type { AdministrationPage } from './staff-post.ts';

/** Counts are read again this long after something changed, however much changes meanwhile. */
const settleMs = 2_000;

const viewIcons: Record<InboxView, IconName> = {
  next: 'inbox',
  mine: 'person',
  classify: 'plus',
  unknown: 'inquiry',
  review: 'eye',
  overdue: 'overdue',
};

const administrationIcons: Record<AdministrationPage, IconName> = {
  'canned-answers': 'note',
  rubric: 'check',
  calendars: 'calendar',
  policies: 'clock',
};

interface RailProps {
  views: InboxView[];
  counts: Counts | null;
  watchesAll: boolean;
  administration: AdministrationPage[];
}

/** The side navigation: the views that exist for these posts, each with how many cases it holds. */
export function Rail({ views, counts: read, watchesAll, administration }: RailProps) {
  const t = useTranslations('staff');
  const language = useLanguage();
  const pathname = usePathname();
  const view = useSearchParams().get('view') ?? 'next';
  const counts = useCounts(read, views.includes('unknown'));
  const base = `/${language}/staff`;
  const inInbox = pathname === `${base}/inbox`;

  return (
    <nav className="rail" aria-label={t('shell.views')}>
      <h2>{t('shell.inbox')}</h2>
      {views.map((name) => {
        const isReview = name === 'review';
        const current = isReview ? pathname === `${base}/review` : inInbox && view === name;
        const query = name === 'next' ? '' : `?view=${name}`;
        return (
          <Link
            key={name}
            href={isReview ? `${base}/review` : `${base}/inbox${query}`}
            prefetch={false}
            aria-current={current ? 'page' : undefined}
          >
            <Icon name={viewIcons[name]} />
            {t(`view.${name}`)}
            <Count value={counts?.[name]?.totalCount} />
          </Link>
        );
      })}
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

function useCounts(read: Counts | null, unknown: boolean): Counts | null {
  const live = useStaffLive();
  const [counts, setCounts] = useState(read);
  const { link, onEvent, onResumed } = live;
  useEffect(() => {
    if (!link) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const reread = () => {
      timer ??= setTimeout(async () => {
        timer = undefined;
        const fresh = await link.ask(StaffCountsQuery, { unknown });
        if (fresh) setCounts(fresh);
      }, settleMs);
    };
    const stops = [onEvent(reread), onResumed(reread)];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [link, onEvent, onResumed, unknown]);
  return counts;
}
