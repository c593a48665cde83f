import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readFormResult } from '../../../../../../../features/forms/form-result.ts';
import { readTrackedCase } from '../../../../../../../features/track/case/tracked-case.ts';
import { openByLink } from '../../../../../../../features/track/open-by-link.action.ts';
import { readTyped } from '../../../../../../../features/track/read-tracking.ts';
import { pageLocale } from '../../../../../../../i18n/page-locale.ts';
import { secretOf } from '../../../../../../../session/cookies/followed-cases.ts';
import { hasSession } from '../../../../../../../session/viewer.ts';
import { ErrorSummary } from '../../../../../../../ui/error-summary.tsx';

interface Props {
  params: Promise<{ locale: string; reference: string; token: string }>;
}

/** The token goes to no other site. With `no-referrer` browsers send forms with `Origin: null`, which is refused. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params);
  const t = await getTranslations('track.link');
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' };
}

/** Where a mail about a case leads. Opening it shows nothing of the case and changes nothing; the button opens the case. */
export default async function OpenByLinkPage({ params }: Props) {
  const locale = await pageLocale(params);
  const { reference: typed, token } = await params;
  const reference = readTyped(decodeURIComponent(typed));
  // Whoever sees the case here already needs no button.
  const isFollowed = (await secretOf(reference)) !== null;
  const isOwn = !isFollowed && (await hasSession()) && (await readTrackedCase(reference, null)).kase !== null;
  if (isFollowed || isOwn) redirect(`/${locale}/track/${encodeURIComponent(reference)}`);
  const t = await getTranslations('track.link');
  const common = await getTranslations('common');
  const result = await readFormResult();
  const byCode = `/${locale}/track?${new URLSearchParams({ reference })}`;
  return (
    <main id="main" className="wrap page">
      <div className="narrow">
        <ErrorSummary heading={common('errors.heading')} problems={result?.problems ?? []} />
        <h1 className="h1">{t('title')}</h1>
        <p className="lead space-2">
          {t.rich('lead', {
            ref: () => (
              <bdi className="ref" dir="ltr" key="ref">
                {reference}
              </bdi>
            ),
          })}
        </p>
        <form action={openByLink} className="space-4" id="open">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="reference" value={reference} />
          <input type="hidden" name="token" value={decodeURIComponent(token)} />
          <button type="submit" className="btn btn--primary btn--lg">
            {t('open')}
          </button>
        </form>
        <p className="hint space-5">
          <a className="alone" href={byCode}>
            {t('byCode')}
          </a>
        </p>
      </div>
    </main>
  );
}
