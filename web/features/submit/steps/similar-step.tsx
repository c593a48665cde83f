import { getTranslations } from 'next-intl/server';
import { formatDate } from '../../../ui/format.ts';
import { readSimilar, type SimilarCase } from '../similar-cases.ts';
import type { StepProps } from './step-props.ts';

/** Open requests that may be the same: follow one of them, or go on. Nobody's words are shown. */
export async function SimilarStep({ locale, draft }: StepProps) {
  const t = await getTranslations('submit.similar');
  const found = await readSimilar(draft);
  const list = locale === 'ar' ? '، ' : ', ';
  const placeOf = ({ governorate, district }: SimilarCase) =>
    [governorate?.name, district].filter(Boolean).join(list);
  return (
    <>
      <h1 className="h1">{t('title', { count: found.length })}</h1>
      <p className="hint space-3">{found.length > 0 ? t('hint') : t('none')}</p>
      {found.length > 0 && (
        <section className="similar" aria-label={t('list')}>
          <ul>
            {found.map((one) => (
              <li key={one.id}>
                <div>
                  <b>{[one.category?.name ?? t('noCategory'), placeOf(one)].filter(Boolean).join(list)}</b>
                  <br />
                  <span className="small muted">
                    {[
                      one.entity?.name,
                      one.distance !== null && t('distance', { metres: one.distance }),
                      t('sent', { date: formatDate(locale, one.submittedAt, 'date') }),
                      t('reporters', { count: one.reporters }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  <br />
                  <span className="small">
                    {t(`state.${one.state}`)} · {t(`sla.${one.slaStatus}`)}
                  </span>
                </div>
                <button type="submit" name="follows" value={one.id} className="btn btn--second">
                  {draft.follows === one.id ? t('following') : t('follow')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
