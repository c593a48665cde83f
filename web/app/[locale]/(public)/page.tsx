import { getTranslations } from 'next-intl/server';
import { pageLocale } from '../../../i18n/page-locale.ts';

export default async function HomePage({ params }: { params: Promise<{ locale: string }> }) {
  await pageLocale(params);
  const t = await getTranslations('common');
  return (
    <main id="main" className="wrap page">
      <h1 className="h1">{t('tagline')}</h1>
    </main>
  );
}
