import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readReceipt } from '../../../../../features/submit/receipt.ts';
import { WhatHappensNext } from '../../../../../features/submit/what-happens-next.tsx';
import { pageLocale } from '../../../../../i18n/page-locale.ts';
import { Icon } from '../../../../../ui/icon.tsx';
import { Island } from '../../../../../ui/island.tsx';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params);
  const t = await getTranslations('submit.done');
  return { title: (await readReceipt()) ? t('title') : t('goneTitle') };
}

/** The receipt: reference, secret, what happens next and by when. */
export default async function DonePage({ params }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations('submit.done');
  const receipt = await readReceipt();
  if (!receipt) {
    return (
      <main id="main" className="wrap page">
        <h1 className="h1">{t('goneTitle')}</h1>
        <p className="lead space-3">{t('gone')}</p>
        <div className="actions">
          <a className="btn btn--primary btn--lg" href={`/${locale}/track`}>
            {t('track')}
          </a>
        </div>
      </main>
    );
  }
  const { reference, secret, email } = receipt;
  return (
    <main id="main" className="wrap page">
      <div className="wide">
        <div className="done">
          <h1>{t('title')}</h1>
          <p>
            {email
              ? t.rich('sentTo', {
                  reach: () => (
                    <bdi dir="ltr" key="email">
                      {email}
                    </bdi>
                  ),
                })
              : t('reference')}
          </p>
          <bdi className="refbig" dir="ltr" data-reference>
            {reference}
          </bdi>
          {secret && (
            <>
              <p className="space-4">{t('secret')}</p>
              <bdi className="refbig refbig--secret" dir="ltr" data-secret>
                {secret}
              </bdi>
              <p>{t('secretHint')}</p>
            </>
          )}
          <div className="row space-4">
            <button type="button" className="btn" data-print>
              <Icon name="print" />
              {t('print')}
            </button>
          </div>
        </div>
        <WhatHappensNext locale={locale} reference={reference} secret={secret} />
        <div className="actions">
          <a className="btn btn--primary btn--lg" href={`/${locale}/track/${reference}`}>
            {t('track')}
          </a>
          <a href={`/${locale}/submit`}>{t('another')}</a>
        </div>
      </div>
      <Island name="print" />
    </main>
  );
}
