import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { groupByCase, NotificationGroup } from '../../../../features/notifications/notification-group.tsx';
import { markAllNotifications } from '../../../../features/notifications/notifications.action.ts';
import { ServiceAway } from '../../../../features/shell/service-away.tsx';
import { graphql } from '../../../../graphql/generated/index.ts';
import { query } from '../../../../graphql/server.ts';
import { pageLocale } from '../../../../i18n/page-locale.ts';
import { requireViewer } from '../../../../session/viewer.ts';
import { Island } from '../../../../ui/island.tsx';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
}

const notificationsDocument = graphql(`
  query Notifications($after: Cursor) {
    viewer {
      id
      unreadNotifications
    }
    notifications(first: 20, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...NotificationGroup_Notification
        }
      }
    }
  }
`);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params);
  const t = await getTranslations('notifications');
  return { title: t('title') };
}

/** What is new about one's requests, live, together for each request. */
export default async function NotificationsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  await requireViewer(locale, `/${locale}/notifications`);
  const { after } = await searchParams;
  const { data } = await query(notificationsDocument, { after: typeof after === 'string' ? after : null });
  if (!data?.notifications) return <ServiceAway retry={`/${locale}/notifications`} />;
  const t = await getTranslations('notifications');
  const { edges, pageInfo } = data.notifications;
  const unread = data.viewer?.unreadNotifications ?? 0;
  return (
    <main id="main" className="wrap page">
      <h1 className="h1">{t('title')}</h1>
      <p className="sr" role="status" data-live-status />
      <div
        id="notifications"
        data-live-region
        data-live-version={`${edges[0]?.node.id} ${unread}`}
        data-live-source="/api/live/notifications"
      >
        <span data-live-words={t('unreadCount', { count: unread })} />
        <div className="row row--between space-2">
          <p className="muted">{t('unreadCount', { count: unread })}</p>
          {unread > 0 && (
            <form action={markAllNotifications}>
              <input type="hidden" name="locale" value={locale} />
              <button type="submit" className="btn btn--second">
                {t('markAll')}
              </button>
            </form>
          )}
        </div>
        {edges.length === 0 ? (
          <>
            <p className="lead space-4">{t('empty')}</p>
            <p className="hint space-2">{t('emptyText')}</p>
          </>
        ) : (
          <ul className="list space-4">
            {groupByCase(edges.map(({ node }) => node)).map((group) => (
              <NotificationGroup key={group.key} locale={locale} group={group} />
            ))}
          </ul>
        )}
        {pageInfo.hasNextPage && (
          <p className="space-4">
            <a
              className="btn btn--second"
              href={`/${locale}/notifications?${new URLSearchParams({ after: pageInfo.endCursor ?? '' })}`}
            >
              {t('next')}
            </a>
          </p>
        )}
      </div>
      <p className="section">
        <a className="alone" href={`/${locale}/notifications/preferences`}>
          {t('preferences')}
        </a>
      </p>
      <Island name="live" />
    </main>
  );
}
