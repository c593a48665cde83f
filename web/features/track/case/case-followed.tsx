import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../i18n/locale.ts';
import { formatDate } from '../../../ui/format.ts';
import { knownName } from '../../../ui/known-name.ts';
import { SlaChip } from '../../../ui/sla-chip.tsx';
import { withReferences } from '../../../ui/with-references.tsx';
import { written } from '../../../ui/written.ts';
import { answerKey, outcomeKey } from './case-words.ts';
import type { TrackedCase } from './tracked-case.ts';

/** The request that this one goes with: how it stands, by when, and what it was answered. */
export async function CaseFollowed({
  type,
  parent,
  locale,
}: {
  /** Of the request that follows: requests are joined that say the same. */
  type: TrackedCase['type'];
  parent: NonNullable<TrackedCase['parent']>;
  locale: Locale;
}) {
  const t = await getTranslations('track');
  const outcome = await getTranslations('case.outcome');
  const { answer, sla, entity, assigned, state } = parent;
  const name = knownName(entity, assigned, { none: t('holderNone'), away: t('nameAway') });
  return (
    <section className={answer ? 'answer gap-5' : 'status gap-5'} aria-labelledby="followed">
      <header className="status__top">
        <h2 id="followed" className="h2">
          {answer
            ? t('answer.title', { outcome: outcome(outcomeKey(type, answer.outcome)) })
            : t('followed.title')}
        </h2>
        <SlaChip sla={sla} answeredAt={answer?.publishedAt ?? null} />
      </header>
      {answer ? (
        <>
          <p className="small muted">
            {t('followed.answered', {
              entity: name,
              date: formatDate(locale, answer.publishedAt, 'moment'),
            })}
          </p>
          <p className="small muted">{t(`answer.${answerKey(type, answer.outcome)}`)}</p>
          <div {...written(answer.text)} className="as-written space-3">
            {withReferences(answer.text)}
          </div>
        </>
      ) : (
        <>
          <p className="dueline">{t(`followed.state.${state}`)}</p>
          <p className="muted">{name}</p>
          {sla.dueAt && sla.status !== 'STOPPED' && (
            <p className="muted">
              {t(sla.status === 'OVERDUE' ? 'followed.wasDue' : 'followed.due', {
                date: formatDate(locale, sla.dueAt, 'day'),
              })}
            </p>
          )}
        </>
      )}
    </section>
  );
}
