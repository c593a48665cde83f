import { useTranslations } from 'next-intl';
import type { RubricQuery } from '../../graphql/generated/graphql.ts';
import type { Locale } from '../../i18n/locale.ts';
import { formatDate } from '../../ui/format.ts';
import { sharesOf } from './criteria.ts';
import { RubricEditor } from './rubric-editor.island.tsx';

interface RubricPageProps {
  rubric: RubricQuery['rubric'];
  language: Locale;
  /** Whether the viewer may publish. */
  editable: boolean;
}

/** By what answers are scored; administrators change it here. */
export function RubricPage({ rubric, language, editable }: RubricPageProps) {
  const t = useTranslations('rubric');
  const { version, publishedAt, samplePercent } = rubric;
  return (
    <main className="admin" id="main">
      <header className="admin__head">
        <div>
          <h1 tabIndex={-1}>{t('title')}</h1>
          <p className="muted">{t('lead', { percent: samplePercent })}</p>
        </div>
        <p className="muted">{t('inForce', { version, when: formatDate(language, publishedAt, 'date') })}</p>
      </header>
      {editable ? (
        <RubricEditor rubric={rubric} language={language} />
      ) : (
        <RubricTable rubric={rubric} language={language} />
      )}
    </main>
  );
}

function RubricTable({ rubric, language }: Omit<RubricPageProps, 'editable'>) {
  const t = useTranslations('rubric');
  const shares = sharesOf(
    rubric.criteria.map(({ weight, max }) => ({ weight: String(weight), max: String(max) })),
  );
  return (
    <table className="criteria__table">
      <thead>
        <tr>
          <th scope="col">{t('criterion')}</th>
          <th scope="col">{t('weight')}</th>
          <th scope="col">{t('max')}</th>
          <th scope="col">{t('share')}</th>
        </tr>
      </thead>
      <tbody>
        {rubric.criteria.map(({ key, names, weight, max }, i) => (
          <tr key={key}>
            <th scope="row">{names[language]}</th>
            <td>{weight}</td>
            <td>{max}</td>
            <td>{t('shareOf', { share: shares[i] ?? 0 })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
