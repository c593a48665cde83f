import { useTranslations } from 'next-intl';
import type { Locale } from '../../../i18n/locale.ts';

/** For people whose posts do not open the wall. */
export function WallClosed({ language }: { language: Locale }) {
  const t = useTranslations('wall.closed');
  return (
    <main className="wall wall--closed">
      <h1>{t('title')}</h1>
      <p>{t('text')}</p>
      <a href={`/${language}/staff`}>{t('back')}</a>
    </main>
  );
}
