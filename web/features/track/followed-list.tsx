import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../i18n/locale.ts';
import { readFollowed } from '../../session/cookies/followed-cases.ts';
import { written } from '../../ui/written.ts';

/** The cases opened on this device in the last day. */
export async function FollowedList({ locale }: { locale: Locale }) {
  const followed = await readFollowed();
  if (followed.length === 0) return null;
  const t = await getTranslations('track');
  return (
    <section className="section" aria-labelledby="here">
      <h2 className="h2" id="here">
        {t('here')}
      </h2>
      <ul className="links space-3">
        {followed.map(({ reference, subject }) => (
          <li key={reference}>
            <a href={`/${locale}/track/${reference}`}>
              <span {...written(subject)}>{subject}</span>
              <bdi className="ref small" dir="ltr">
                {reference}
              </bdi>
            </a>
          </li>
        ))}
      </ul>
      <p className="xs space-3">{t('forgotten')}</p>
    </section>
  );
}
