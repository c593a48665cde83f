import { getTranslations } from 'next-intl/server';
import type { NotificationGroup_NotificationFragment } from '../../graphql/generated/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../graphql/generated/index.ts';
import type { Locale } from '../../i18n/locale.ts';
import { written } from '../../ui/written.ts';
import { byCase, type Group } from './by-case.ts';
import { NotificationRow } from './notification-row.tsx';

const groupFragment = graphql(`
  fragment NotificationGroup_Notification on Notification {
    id
    ...NotificationRow_Notification
    case {
      reference
      subject
    }
  }
`);

type Notification = NotificationGroup_NotificationFragment;

/** Notifications of one page, together for each request. */
export function groupByCase(
  notifications: readonly FragmentType<typeof groupFragment>[],
): Group<Notification>[] {
  return byCase(readFragment(groupFragment, notifications));
}

/** One request: its subject, and what is new about it. */
export async function NotificationGroup({ locale, group }: { locale: Locale; group: Group<Notification> }) {
  const t = await getTranslations('notifications');
  const about = group.notifications[0]?.case;
  return (
    <li>
      <h2 className="h3" {...written(about?.subject ?? t('noSubject'))}>
        {about?.subject ?? t('noSubject')}
      </h2>
      {about && (
        <p className="small muted">
          <bdi className="ref" dir="ltr">
            {about.reference}
          </bdi>
        </p>
      )}
      <ul className="list list--inner">
        {group.notifications.map((notification) => (
          <NotificationRow key={notification.id} locale={locale} notification={notification} />
        ))}
      </ul>
    </li>
  );
}
