import { getTranslations } from 'next-intl/server';
import type { NotificationGroup_NotificationFragment } from '../../graphql/generated/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../graphql/generated/index.ts';
import type { Locale } from '../../i18n/locale.ts';
import { written } from '../../ui/written.ts';
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

/** Notifications of one page about one request, the newest first. */
export interface Group {
  key: string;
  notifications: Notification[];
}

/** Puts notifications about the same request together, where the newest of them stands. */
export function groupByCase(notifications: readonly FragmentType<typeof groupFragment>[]): Group[] {
  const groups = new Map<string, Group>();
  for (const notification of readFragment(groupFragment, notifications)) {
    const { id, case: about } = notification;
    const key = about?.reference ?? id;
    const group = groups.get(key) ?? { key, notifications: [] };
    group.notifications.push(notification);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** One request: its subject, and what is new about it. */
export async function NotificationGroup({ locale, group }: { locale: Locale; group: Group }) {
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
