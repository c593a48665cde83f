import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { confirmAddress } from '../../../../../features/confirm-address/confirm-address.action.ts';
import { ServiceAway } from '../../../../../features/shell/service-away.tsx';
import { pageLocale } from '../../../../../i18n/page-locale.ts';

interface Props {
  params: Promise<{ locale: string; token: string }>;
  searchParams: Promise<{ outcome?: string | string[] }>;
}

/** The token goes to no other site. With `no-referrer` browsers send forms with `Origin: null`, which is refused. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params);
  const t = await getTranslations('address');
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' };
}

/** Where a mail to an address that is not known yet leads. Opening it changes nothing; the button does. */
export default async function ConfirmAddressPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const token = decodeURIComponent((await params).token);
  const { outcome } = await searchParams;
  const page = `/${locale}/confirm-address/${encodeURIComponent(token)}`;
  if (outcome === 'away') return <ServiceAway retry={page} />;
  const t = await getTranslations('address');
  const ended = outcome === 'done' || outcome === 'wrong' ? outcome : null;
  return (
    <main id="main" className="wrap page">
      <div className="narrow">
        <h1 className="h1">{t(ended ? `${ended}Title` : 'title')}</h1>
        <p className="lead space-2">{t(ended ?? 'lead')}</p>
        {ended ? (
          <div className="actions space-4">
            <a className="btn btn--second" href={`/${locale}/track`}>
              {t('track')}
            </a>
          </div>
        ) : (
          <form action={confirmAddress} className="space-4">
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="token" value={token} />
            <button type="submit" className="btn btn--primary btn--lg">
              {t('send')}
            </button>
            <p className="hint space-3">{t('notMine')}</p>
          </form>
        )}
      </div>
    </main>
  );
}
