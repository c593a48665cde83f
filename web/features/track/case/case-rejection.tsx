import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../i18n/locale.ts';
import { formatDate } from '../../../ui/format.ts';
import { withReferences } from '../../../ui/with-references.tsx';
import { written } from '../../../ui/written.ts';
import type { TrackedCase } from './tracked-case.ts';

/** Why it was not taken up: the kind of reason in words, and what was written about it. */
export async function CaseRejection({
  rejection,
  locale,
}: {
  rejection: NonNullable<TrackedCase['rejection']>;
  locale: Locale;
}) {
  const t = await getTranslations('track.rejection');
  return (
    <section className="answer gap-5" aria-labelledby="rejection">
      <h2 id="rejection" className="h2">
        {t(`title.${rejection.code}`)}
      </h2>
      <p className="small muted">{t('by', { date: formatDate(locale, rejection.at, 'moment') })}</p>
      <p className="space-3">{t(`text.${rejection.code}`)}</p>
      <div {...written(rejection.text)} className="as-written said space-3">
        {withReferences(rejection.text)}
      </div>
    </section>
  );
}
