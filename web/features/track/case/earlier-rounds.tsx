import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../i18n/locale.ts';
import { formatDate } from '../../../ui/format.ts';
import { withReferences } from '../../../ui/with-references.tsx';
import { written } from '../../../ui/written.ts';
import { outcomeKey } from './case-words.ts';
import type { TrackedCase } from './tracked-case.ts';

/** What was answered before the request was reopened, and why it was. */
export async function EarlierRounds({ kase, locale }: { kase: TrackedCase; locale: Locale }) {
  const earlier = kase.cycles.filter(({ number }) => number < kase.cycle).toReversed();
  if (earlier.length === 0) return null;
  const t = await getTranslations('track.rounds');
  const outcome = await getTranslations('case.outcome');
  const solved = await getTranslations(`case.solved.${kase.type}`);
  const reasonOf = (number: number) => kase.cycles.find((one) => one.number === number + 1)?.reason;
  return (
    <section aria-labelledby="rounds" className="space-7">
      <h2 id="rounds" className="h2 gap-3">
        {t('title')}
      </h2>
      <div className="folds">
        {earlier.map(({ number, answer, rating }) => (
          <details key={number} id={`round-${number}`}>
            <summary>
              {t('round', { number })}
              {answer && <span className="muted"> · {outcome(outcomeKey(kase.type, answer.outcome))}</span>}
            </summary>
            {answer && (
              <>
                <p className="small muted">{formatDate(locale, answer.publishedAt, 'moment')}</p>
                <div {...written(answer.text)} className="as-written space-2">
                  {withReferences(answer.text)}
                </div>
              </>
            )}
            {rating && (
              <p className="space-3">{t('rated', { score: rating.score, solved: solved(rating.solved) })}</p>
            )}
            {reasonOf(number) && (
              <>
                <p className="label space-3">{t('reason')}</p>
                <p className="said" {...written(reasonOf(number))}>
                  {withReferences(reasonOf(number))}
                </p>
              </>
            )}
          </details>
        ))}
      </div>
    </section>
  );
}
