import { useTranslations } from 'next-intl';
import type { AdministeredCalendarQuery } from '../../../graphql/generated/graphql.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { formatDate } from '../../../ui/format.ts';
import { Icon } from '../../../ui/icon.tsx';
import { CalendarEditor } from './calendar-editor.island.tsx';
import { PrintButton } from './print-button.island.tsx';
import { YearView } from './year-view.tsx';

interface CalendarPageProps {
  answer: AdministeredCalendarQuery;
  year: number;
  today: string;
  language: Locale;
  /** Whether the viewer may publish what shortens deadlines. */
  mayShorten: boolean;
}

/** The calendar that deadlines are counted by: a year of it, its versions, and the editor of the next one. */
export function CalendarPage({ answer, year, today, language, mayShorten }: CalendarPageProps) {
  const t = useTranslations('calendars');
  const { calendar, calendars } = answer;
  return (
    <main className="admin" id="main">
      <header className="admin__head">
        <div>
          <h1 tabIndex={-1}>{t('title')}</h1>
          <p className="muted">{t('lead')}</p>
        </div>
        <p className="muted">
          {t('inForce', {
            version: calendar.version,
            when: formatDate(language, calendar.publishedAt, 'date'),
          })}
        </p>
      </header>
      <section className="admin__group" aria-labelledby="year-title">
        <h2 id="year-title" className="year__title">
          <a className="btn btn--quiet btn--sm" href={`?year=${year - 1}`} rel="prev">
            <Icon name="back" />
            <bdi>{year - 1}</bdi>
          </a>
          <bdi>{t('year', { year: String(year) })}</bdi>
          <a className="btn btn--quiet btn--sm" href={`?year=${year + 1}`} rel="next">
            <bdi>{year + 1}</bdi>
            <Icon name="forward" />
          </a>
          <PrintButton />
        </h2>
        <YearView days={calendar.days} today={today} language={language} />
      </section>
      <CalendarEditor calendar={calendar} today={today} mayShorten={mayShorten} />
      <section className="admin__group versions" aria-labelledby="versions-title">
        <h2 id="versions-title">{t('versions', { count: calendars.totalCount })}</h2>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('version')}</th>
              <th scope="col">{t('from')}</th>
              <th scope="col">{t('publishedAt')}</th>
              <th scope="col">{t('publishedBy')}</th>
              <th scope="col">{t('effect')}</th>
            </tr>
          </thead>
          <tbody>
            {calendars.edges.map(({ node }) => (
              <tr key={node.version}>
                <th scope="row">{node.version}</th>
                <td>{node.effectiveFrom ? formatDate(language, node.effectiveFrom, 'day') : t('always')}</td>
                <td>{formatDate(language, node.publishedAt, 'moment')}</td>
                <td>{node.publishedBy?.name ?? t('seed')}</td>
                <td>{node.mayShorten ? t('shortened') : t('extendedOnly')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </main>
  );
}
