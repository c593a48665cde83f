import { useTranslations } from 'next-intl';
import type { AdministeredPolicyQuery } from '../../../graphql/generated/graphql.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { formatDate } from '../../../ui/format.ts';
import type { Programme } from '../../../ui/vocabulary.ts';
import { minutesOfDay } from './policy-draft.ts';
import { PolicyEditor } from './policy-editor.island.tsx';

interface PolicyPageProps {
  answer: AdministeredPolicyQuery;
  programme: Programme;
  today: string;
  language: Locale;
  publishes: boolean;
}

/** The deadlines of a programme: its matrix, to be changed and tried out, and its versions. */
export function PolicyPage({ answer, programme, today, language, publishes }: PolicyPageProps) {
  const t = useTranslations('policies');
  const { programmes, slaPolicies } = answer;
  const policy = slaPolicies[0] ?? null;
  const shown = programmes.find(({ code }) => code === programme);
  // What was set up with the system counts for every case there ever was.
  const sinceWords = (day: string) => (day < '2001' ? t('always') : formatDate(language, day, 'day'));
  return (
    <main className="admin" id="main">
      <header className="admin__head">
        <div>
          <h1 tabIndex={-1}>{t('title')}</h1>
          <p className="muted">{t('lead')}</p>
        </div>
        {policy && (
          <p className="muted">
            {t('inForce', {
              version: policy.version,
              when: sinceWords(policy.effectiveFrom),
            })}
          </p>
        )}
      </header>
      <nav className="tabs" aria-label={t('programme')}>
        {programmes.map(({ code, name }) => (
          <a key={code} href={`?programme=${code}`} aria-current={code === programme ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      {shown && (shown.restricted || shown.coordinated) && (
        <p className="muted">
          {[shown.coordinated && t('coordinated'), shown.restricted && t('restricted')]
            .filter((words) => words !== false)
            .join(' · ')}
        </p>
      )}
      {!policy && <p className="muted">{t('none')}</p>}
      <PolicyEditor
        key={programme}
        programme={programme}
        policy={policy}
        today={today}
        dayMinutes={minutesOfDay(answer.calendar)}
        publishes={publishes}
      />
      <section className="admin__group versions" aria-labelledby="versions-title">
        <h2 id="versions-title">{t('versions', { count: slaPolicies.length })}</h2>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('version')}</th>
              <th scope="col">{t('from')}</th>
              <th scope="col">{t('publishedAt')}</th>
              <th scope="col">{t('publishedBy')}</th>
            </tr>
          </thead>
          <tbody>
            {slaPolicies.slice(0, 12).map(({ version, effectiveFrom, publishedAt, publishedBy }) => (
              <tr key={version}>
                <th scope="row">{version}</th>
                <td>{sinceWords(effectiveFrom)}</td>
                <td>{formatDate(language, publishedAt, 'moment')}</td>
                <td>{publishedBy?.name ?? t('seed')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </main>
  );
}
