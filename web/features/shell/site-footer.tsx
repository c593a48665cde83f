import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../i18n/locale.ts';

/** The foot of every page for citizens. */
export async function SiteFooter({ locale }: { locale: Locale }) {
  const t = await getTranslations('common');
  return (
    <footer className="foot">
      <div className="wrap foot__in">
        <div>
          <b>{t('centre')}</b>
          <a href="tel:+96265008080">
            <bdi dir="ltr">+962 6 500 8080</bdi>
          </a>
          <p>{t('hours')}</p>
        </div>
        <nav aria-label={t('footLinks')}>
          <ul>
            <li>
              <a href={`/${locale}/about/privacy`}>{t('footPrivacy')}</a>
            </li>
            <li>
              <a href={`/${locale}/about/accessibility`}>{t('footAccessibility')}</a>
            </li>
            <li>
              <a href={`/${locale}/about/open-data`}>{t('footOpenData')}</a>
            </li>
            <li>
              <a href={`/${locale}/about/help`}>{t('footHelp')}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
