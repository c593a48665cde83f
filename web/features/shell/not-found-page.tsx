import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../i18n/locale.ts';

/** No such page. Rendered by the page itself, as pages without scripts cannot switch afterwards. */
export async function NotFoundPage({
  locale,
  heading,
  text,
}: {
  locale: Locale;
  heading?: string;
  text?: string;
}) {
  const t = await getTranslations();
  return (
    <main id="main" className="wrap page" data-status="404">
      <div className="narrow">
        <h1 className="h1">{heading ?? t('common.problem.notFoundHeading')}</h1>
        <p className="lead space-3">{text ?? t('common.problem.notFoundBody')}</p>
        <div className="actions">
          <a className="btn btn--primary btn--lg" href={`/${locale}`}>
            {t('common.problem.home')}
          </a>
          <a className="btn btn--second btn--lg" href={`/${locale}/track`}>
            {t('track.title')}
          </a>
        </div>
      </div>
    </main>
  );
}
