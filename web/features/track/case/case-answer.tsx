import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../i18n/locale.ts';
import { formatDate } from '../../../ui/format.ts';
import { SlaChip } from '../../../ui/sla-chip.tsx';
import { withReferences } from '../../../ui/with-references.tsx';
import { written } from '../../../ui/written.ts';
import { answerKey, outcomeKey } from './case-words.ts';
import type { TrackedCase } from './tracked-case.ts';

interface Props {
  kase: TrackedCase;
  answer: NonNullable<TrackedCase['answer']>;
  locale: Locale;
}

/** The published answer. What it came to is said in its own words: solved is not explained is not refused. */
export async function CaseAnswer({ kase, answer, locale }: Props) {
  const t = await getTranslations('track.answer');
  const words = await getTranslations('case.outcome');
  const date = formatDate(locale, answer.publishedAt, 'moment');
  return (
    <section className="answer gap-5" aria-labelledby="answer">
      <header>
        <h2 id="answer" className="h2">
          {t('title', { outcome: words(outcomeKey(kase.type, answer.outcome)) })}
        </h2>
        {kase.sla && <SlaChip sla={kase.sla} answeredAt={answer.publishedAt} />}
      </header>
      <p className="small muted">
        {kase.entity ? t('by', { entity: kase.entity.name, date }) : t('byNone', { date })}
      </p>
      <p className="small muted">{t(answerKey(kase.type, answer.outcome))}</p>
      <div {...written(answer.text)} className="as-written space-3">
        {withReferences(answer.text)}
      </div>
    </section>
  );
}
