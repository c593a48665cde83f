import { getTranslations } from 'next-intl/server';
import { type FragmentType, graphql, readFragment } from '../../graphql/generated/index.ts';
import type { Locale } from '../../i18n/locale.ts';
import { formatDate } from '../../ui/format.ts';
import { withReferences } from '../../ui/with-references.tsx';
import { written } from '../../ui/written.ts';
import { markNotification } from './notifications.action.ts';

const rowFragment = graphql(`
  fragment NotificationRow_Notification on Notification {
    id
    at
    title
    body
    readAt
    case {
      reference
    }
  }
`);

interface Props {
  locale: Locale;
  notification: FragmentType<typeof rowFragment>;
}

/** One notification. Opening its request marks it read. */
export async function NotificationRow({ locale, notification }: Props) {
  const { id, at, title, body, readAt, case: about } = readFragment(rowFragment, notification);
  const t = await getTranslations('notifications');
  const hidden = (read: boolean) => (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="read" value={read ? 'yes' : 'no'} />
    </>
  );
  return (
    <li className={readAt ? undefined : 'is-new'}>
      <p className="row">
        <b {...written(title)}>{withReferences(title)}</b>
        {!readAt && <span className="badge">{t('unread')}</span>}
      </p>
      <p {...written(body)}>{withReferences(body)}</p>
      <div className="row small">
        <time className="muted" dateTime={at}>
          {formatDate(locale, at, 'moment')}
        </time>
        {about && (
          <form action={markNotification}>
            {hidden(true)}
            <input type="hidden" name="reference" value={about.reference} />
            <button type="submit" className="btn btn--quiet btn--sm">
              {t('open')}
              <span className="sr"> {about.reference}</span>
            </button>
          </form>
        )}
        <form action={markNotification}>
          {hidden(!readAt)}
          <button type="submit" className="btn btn--quiet btn--sm">
            {readAt ? t('markUnread') : t('markRead')}
            <span className="sr"> {title}</span>
          </button>
        </form>
      </div>
    </li>
  );
}
