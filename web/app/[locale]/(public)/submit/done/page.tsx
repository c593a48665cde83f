import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readDraft, readDraftId } from '../../../../../features/submit/draft/kept-draft.ts';
import type { Receipt } from '../../../../../features/submit/draft/receipt.ts';
import { WhatHappensNext } from '../../../../../features/submit/what-happens-next.tsx';
import { pageLocale } from '../../../../../i18n/page-locale.ts';
import { Icon } from '../../../../../ui/icon.tsx';
import { Island } from '../../../../../ui/island.tsx';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ draft?: string | string[] }>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  await pageLocale(params);
  const t = await getTranslations('submit.done');
  return { title: (await receiptOf(searchParams)) ? t('title') : t('goneTitle') };
}

/** Of the draft that was sent; null when it is too old or of another browser. */
async function receiptOf(searchParams: Props['searchParams']): Promise<Receipt | null> {
  return (await readDraft(readDraftId((await searchParams).draft)))?.sent ?? null;
}

/** The receipt: reference, secret, what happens next and by when. */
export default async function DonePage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations('submit.done');
  const receipt = await receiptOf(searchParams);
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
          <p className="refbig">
            <bdi dir="ltr" data-reference>
              {reference}
            </bdi>
          </p>
          {secret && (
            <>
              <p className="space-4">{t('secret')}</p>
              <p className="refbig refbig--secret">
                <bdi dir="ltr" data-secret>
                  {secret}
                </bdi>
              </p>
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
        {receipt.earlier && <p className="notice space-5">{t('earlier')}</p>}
        <WhatHappensNext locale={locale} receipt={receipt} />
        <div className="actions">
          <a className="btn btn--primary btn--lg" href={`/${locale}/track/${reference}`}>
            {t('track')}
          </a>
          <a className="btn btn--quiet" href={`/${locale}/submit`}>
            {t('another')}
          </a>
        </div>
      </div>
      <Island name="print" />
    </main>
  );
}
