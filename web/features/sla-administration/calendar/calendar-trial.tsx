import { useTranslations } from 'next-intl';
import { formatDate } from '../../../ui/format.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useLanguage } from '../../staff/language.ts';
import type { CalendarTrial } from './calendar.action.ts';

/** What a calendar would move: how many, how far, and the furthest of them. */
export function CalendarTrialView({ trial }: { trial: CalendarTrial }) {
  const t = useTranslations('calendars.trial');
  const language = useLanguage();
  const most = Math.max(1, ...trial.byDays.map(({ cycles }) => cycles));
  return (
    <div className="trial">
      <dl className="trial__figures">
        <div>
          <dt>{t('open')}</dt>
          <dd>{trial.open.toLocaleString('en')}</dd>
        </div>
        <div>
          <dt>{t('moved')}</dt>
          <dd>{trial.moved.toLocaleString('en')}</dd>
        </div>
        <div>
          <dt>{t('shortened')}</dt>
          <dd>{trial.shortened.toLocaleString('en')}</dd>
        </div>
      </dl>
      {!trial.complete && <p className="muted">{t('incomplete', { count: trial.open })}</p>}
      {trial.shortened > 0 && (
        <p className="trial__warning">
          <Icon name="overdue" />
          {t('shortenedNote')}
        </p>
      )}
      {trial.moved + trial.shortened === 0 && (
        <p className="trial__calm">
          <Icon name="check" />
          {t('nothing')}
        </p>
      )}
      {trial.byDays.length > 0 && (
        <table className="plain-table trial__days">
          <caption>{t('byDays')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('by')}</th>
              <th scope="col">{t('cases')}</th>
              <th scope="col">
                <span className="sr">{t('share')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {trial.byDays.map(({ days, cycles }) => (
              <tr key={days}>
                <th scope="row">{moveWords(t, days)}</th>
                <td>{cycles.toLocaleString('en')}</td>
                <td>
                  <meter className="trial__bar" min={0} max={most} value={cycles} aria-hidden="true" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {trial.examples.length > 0 && (
        <div className="trial__scroll">
          <table className="plain-table">
            <caption>{t('examples')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('case')}</th>
                <th scope="col">{t('entity')}</th>
                <th scope="col">{t('dueNow')}</th>
                <th scope="col">{t('dueThen')}</th>
                <th scope="col">{t('by')}</th>
              </tr>
            </thead>
            <tbody>
              {trial.examples.map(({ case: kase, dueAt, newDueAt, days }, i) => (
                <tr key={kase?.id ?? `${dueAt}-${i}`}>
                  <th scope="row">
                    {kase ? (
                      <a href={`/${language}/staff/cases/${kase.reference}`}>
                        <bdi>{kase.reference}</bdi>
                      </a>
                    ) : (
                      t('hidden')
                    )}
                  </th>
                  <td>{kase?.entity?.name ?? '–'}</td>
                  <td>{formatDate(language, dueAt, 'moment')}</td>
                  <td>{formatDate(language, newDueAt, 'moment')}</td>
                  <td>{moveWords(t, days)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function moveWords(t: ReturnType<typeof useTranslations<'calendars.trial'>>, days: number): string {
  if (days === 0) return t('withinDay');
  return days > 0 ? t('later', { days }) : t('earlier', { days: -days });
}
