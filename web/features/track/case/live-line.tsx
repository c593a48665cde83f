import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../i18n/locale.ts';
import { formatDate } from '../../../ui/format.ts';

interface Props {
  locale: Locale;
  reference: string;
  state: string;
}

/** When this was true, how to look again without a script, and what the island says once it runs. */
export async function LiveLine({ locale, reference, state }: Props) {
  const t = await getTranslations('track');
  const now = new Date();
  const time = () => (
    <time dateTime={now.toISOString()} key="now">
      {formatDate(locale, now, 'time')}
    </time>
  );
  return (
    <p className="row space-4 small" data-no-print>
      <span className="live" data-live-line>
        <span data-when="still">{t.rich('liveStatic', { time })}</span>
        <span data-when="live">{t.rich('live', { time })}</span>
        <span data-when="away">{t('reconnecting')}</span>
        <span data-when="ended">{t('liveEnded')}</span>
      </span>
      <a className="alone" href={`/${locale}/track/${reference}`} data-when="still">
        {t('refresh')}
      </a>
      <span className="sr" data-live-words={t('changed', { state })} />
    </p>
  );
}
