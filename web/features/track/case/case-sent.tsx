import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../i18n/locale.ts';
import { formatDate } from '../../../ui/format.ts';
import { withReferences } from '../../../ui/with-references.tsx';
import { written } from '../../../ui/written.ts';
import { maskEmail, maskPhone } from './mask-contact.ts';
import type { TrackedCase } from './tracked-case.ts';

/** The request as its applicant sent it: proof of what was said, on screen and on paper. */
export async function CaseSent({ kase, locale }: { kase: TrackedCase; locale: Locale }) {
  const t = await getTranslations('track.sent');
  const { applicant, category, governorate, district } = kase;
  const contact = [
    applicant?.phone && maskPhone(applicant.phone),
    applicant?.email && maskEmail(applicant.email),
  ].filter(Boolean);
  const place = [governorate?.name, district].filter(Boolean);
  return (
    <details className="fold space-7" id="fold-sent">
      <summary>
        <h2 className="h3">{t('title')}</h2>
      </summary>
      <p className="small muted space-3">
        {t('at', { date: formatDate(locale, kase.submittedAt, 'moment') })}
      </p>
      <p className="as-written space-3" {...written(kase.text)}>
        {withReferences(kase.text)}
      </p>
      <dl className="facts space-4">
        {category && (
          <div>
            <dt>{t('category')}</dt>
            <dd>{category.name}</dd>
          </div>
        )}
        {place.length > 0 && (
          <div>
            <dt>{t('place')}</dt>
            <dd {...written(place.join(' '))}>{place.join(' · ')}</dd>
          </div>
        )}
        <div>
          <dt>{t('contact')}</dt>
          <dd>
            {contact.length === 0
              ? t('noContact')
              : contact.map((one) => (
                  <bdi key={one} dir="ltr" className="line">
                    {one}
                  </bdi>
                ))}
          </dd>
        </div>
      </dl>
    </details>
  );
}
