'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { graphql } from '../../graphql/generated/index.ts';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from './language.ts';
import { useStaffLive } from './live/staff-live.island.tsx';
import { UnreadQuery } from './staff-counts.query.ts';

const BellSubscription = graphql(`
  subscription StaffBell($after: Cursor) {
    notificationReceived(after: $after) { cursor notification { id } }
  }
`);

/** How many notifications wait to be read; counts on by itself. */
export function NotificationBell({ unread: read }: { unread: number | null }) {
  const t = useTranslations('staff.shell');
  const language = useLanguage();
  const { link, onResumed } = useStaffLive();
  const [unread, setUnread] = useState(read ?? 0);

  useEffect(() => {
    if (!link) return;
    const recount = async () => {
      const data = await link.ask(UnreadQuery, {});
      const count = data?.viewer?.unreadNotifications;
      if (count != null) setUnread(count);
    };
    const stream = link.follow({
      document: BellSubscription,
      variables: (after) => ({ after }),
      cursorOf: (data) => data.notificationReceived.cursor,
      onEvent: () => setUnread((before) => before + 1),
    });
    const stop = onResumed(recount);
    return () => {
      stop();
      stream.close();
    };
  }, [link, onResumed]);

  return (
    <a className="bell" href={`/${language}/notifications`}>
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
