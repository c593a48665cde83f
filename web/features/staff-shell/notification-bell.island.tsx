'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../staff/language.ts';
import { UnreadQuery } from '../staff/live/staff-counts.query.ts';
import { useStaffLive } from '../staff/live/staff-live.island.tsx';
import { throttled } from '../staff/live/throttled.ts';

/** Milliseconds between something heard and the count, and between two counts. */
const settleMs = 100;
const everyMs = 1_000;

/** How many notifications wait to be read, as the server counts them; counted again whenever one arrives. */
export function NotificationBell({ unread: read }: { unread: number | null }) {
  const t = useTranslations('staff.shell');
  const language = useLanguage();
  const { link, onNotification, onResumed } = useStaffLive();
  const [unread, setUnread] = useState(read ?? 0);

  useEffect(() => {
    if (!link) return;
    const recount = throttled(
      async () => {
        const count = (await link.ask(UnreadQuery, {}))?.viewer?.unreadNotifications;
        if (count != null) setUnread(count);
      },
      settleMs,
      everyMs,
    );
    const stops = [onNotification(recount.ask), onResumed(recount.ask), recount.close];
    return () => {
      for (const stop of stops) stop();
    };
  }, [link, onNotification, onResumed]);

  return (
    <a className="bell" href={`/${language}/staff/notifications`}>
      <Icon name="bell" />
      <span className="sr">{t('notifications', { count: unread })}</span>
      {unread > 0 && (
        <span className="bell__count" aria-hidden="true">
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </a>
  );
}
