import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../i18n/locale.ts';
import { formatDate } from '../../ui/format.ts';
import { withReferences } from '../../ui/with-references.tsx';
import { written } from '../../ui/written.ts';
import type { FormResult } from '../forms/form-result.ts';
import { ActForm } from './act-form.tsx';
import { replyToQuestion } from './applicant.action.ts';
import type { TrackedCase } from './case/tracked-case.ts';

interface Props {
  kase: TrackedCase;
  question: NonNullable<TrackedCase['question']>;
  locale: Locale;
  result: FormResult | null;
}

/** What the entity wants to know, until when, and the box to answer in. */
export async function CaseQuestion({ kase, question, locale, result }: Props) {
  const t = await getTranslations('track.question');
  const by = question.replyBy;
  return (
    <section className="status asked gap-5" aria-labelledby="reply">
      <h2 id="reply" className="h2" tabIndex={-1}>
        {t('title')}
      </h2>
      <p className="small muted">
        {kase.entity?.name ?? '…'} · {formatDate(locale, question.askedAt, 'moment')}
      </p>
      <p className="said space-3 gap-3" {...written(question.text)}>
        {withReferences(question.text)}
      </p>
      {by && (
        <p className="gap-5">
          {t.rich('until', {
            date: () => (
              <time dateTime={by} key="by">
                <b>{formatDate(locale, by, 'moment')}</b>
              </time>
            ),
          })}
        </p>
      )}
      {kase.actions.includes('REPLY') && (
        <ActForm
          act="reply"
          action={replyToQuestion}
          box={{ id: 'replyText', rows: 5 }}
          kase={kase}
          locale={locale}
          result={result}
        />
      )}
    </section>
  );
}
