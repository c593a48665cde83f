import { useTranslations } from 'next-intl';
import type { StaffNotificationsQuery } from '../../graphql/generated/graphql.ts';
import type { Locale } from '../../i18n/locale.ts';
import { Icon } from '../../ui/icon.tsx';
import { withReferences } from '../../ui/with-references.tsx';
import { written } from '../../ui/written.ts';
import { momentWords } from '../staff/when.ts';
import { byCase, type Group } from './by-case.ts';
import { NotificationKeys } from './notification-keys.island.tsx';
import { markAllNotifications, markNotification, openNotifications } from './notifications.action.ts';
import { PreferencesForm } from './preferences-form.tsx';
import './staff-notifications.css';

type Answer = StaffNotificationsQuery;
type Notification = Answer['notifications']['edges'][number]['node'];

interface StaffNotificationsPageProps {
  language: Locale;
  answer: Answer;
  /** Whether this is not the first page. */
  isLater: boolean;
  /** Outcome of the preferences that were just sent. */
  saved: 'yes' | 'no' | null;
  now: number;
}

/** What staff were told, together for each case under its subject; a case opens by one press and counts as read. */
export function StaffNotificationsPage({
  language,
  answer,
  isLater,
  saved,
  now,
}: StaffNotificationsPageProps) {
  const t = useTranslations('notifications');
  const list = useTranslations('inbox.list');
  const { edges, pageInfo } = answer.notifications;
  const unread = answer.viewer?.unreadNotifications ?? 0;
  const action = `/${language}/staff/notifications`;
  return (
    <main className="inbox partspage" id="main">
      <header className="inbox__head">
        <div className="inbox__title">
          <h1 tabIndex={-1}>{t('title')}</h1>
          <span className="muted">{t('unreadCount', { count: unread })}</span>
        </div>
        {unread > 0 && (
          <form action={markAllNotifications}>
            <Hidden language={language} />
            <button type="submit" className="btn btn--second btn--sm">
              <Icon name="check" />
              {t('markAll')}
            </button>
          </form>
        )}
      </header>
      <div className="inbox__list">
        <NotificationKeys />
        {edges.length === 0 && (
          <div className="blank">
            <h2>{t('empty')}</h2>
            <p>{t('emptyStaff')}</p>
          </div>
        )}
        <ul>
          {byCase(edges.map(({ node }) => node)).map((group) => (
            <CaseGroup key={group.key} group={group} language={language} now={now} />
          ))}
        </ul>
        {(pageInfo.hasNextPage || isLater) && (
          <nav className="pages" aria-label={t('title')}>
            {isLater && <a href={action}>{list('first')}</a>}
            {pageInfo.hasNextPage && (
              <a
                className="btn btn--second btn--sm"
                rel="next"
                href={`${action}?${new URLSearchParams({ after: pageInfo.endCursor ?? '' })}`}
              >
                {t('next')}
                <Icon name="next" />
              </a>
            )}
          </nav>
        )}
        {answer.notificationPreferences && (
          <details className="notes__preferences" open={saved !== null}>
            <summary>{t('preferences')}</summary>
            <PreferencesForm
              locale={language}
              preferences={answer.notificationPreferences}
              outcome={saved}
              area="staff"
            />
          </details>
        )}
      </div>
    </main>
  );
}

function Hidden({ language }: { language: Locale }) {
  return (
    <>
      <input type="hidden" name="locale" value={language} />
      <input type="hidden" name="area" value="staff" />
    </>
  );
}

interface CaseGroupProps {
  group: Group<Notification>;
  language: Locale;
  now: number;
}

function CaseGroup({ group: { notifications }, language, now }: CaseGroupProps) {
  const t = useTranslations('notifications');
  const about = notifications[0]?.case;
  return (
    <li className="notes">
      {about ? (
        <form action={openNotifications} className="notes__case">
          <Hidden language={language} />
          <input type="hidden" name="reference" value={about.reference} />
          {notifications.map(({ id, readAt }) =>
            readAt ? null : <input key={id} type="hidden" name="id" value={id} />,
          )}
          <button type="submit" className="notes__open" data-notification>
            <b {...written(about.subject)}>{about.subject}</b>
            <bdi className="ref small muted" dir="ltr">
              {about.reference}
            </bdi>
          </button>
        </form>
      ) : (
        <b className="muted">{t('noSubject')}</b>
      )}
      <ul>
        {notifications.map((notification) => (
          <Line key={notification.id} notification={notification} language={language} now={now} />
        ))}
      </ul>
    </li>
  );
}

function Line({
  notification: { id, at, title, body, readAt, case: about },
  language,
  now,
}: {
  notification: Notification;
  language: Locale;
  now: number;
}) {
  const t = useTranslations('notifications');
  // The title ends with the reference, which stands above already.
  const what = about
    ? title.replace(new RegExp(`[\\s:،,]*\\P{L}?${about.reference}\\P{L}?$`, 'u'), '')
    : title;
  return (
    <li className={readAt ? 'notes__line' : 'notes__line is-new'}>
      <p {...written(`${what} ${body}`)}>
        {!readAt && <span className="badge">{t('unread')}</span>} <b>{withReferences(what)}</b> ·{' '}
        {withReferences(body)}
      </p>
      <time className="small muted" dateTime={at}>
        {momentWords(language, at, now)}
      </time>
      <form action={markNotification}>
        <Hidden language={language} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="read" value={readAt ? 'no' : 'yes'} />
        <button type="submit" className="btn btn--quiet btn--sm">
          {readAt ? t('markUnread') : t('markRead')}
          <span className="sr"> {what}</span>
        </button>
      </form>
    </li>
  );
}
