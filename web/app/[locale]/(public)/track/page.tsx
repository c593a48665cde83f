import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { formTitle } from '../../../../features/forms/error-title.ts';
import { readFormResult } from '../../../../features/forms/form-result.ts';
import { readTrackedCase } from '../../../../features/track/case/tracked-case.ts';
import { FollowedList } from '../../../../features/track/followed-list.tsx';
import { readTyped, referenceError } from '../../../../features/track/read-tracking.ts';
import { TrackForm } from '../../../../features/track/track-form.tsx';
import { pageLocale } from '../../../../i18n/page-locale.ts';
import { secretOf } from '../../../../session/cookies/followed-cases.ts';
import { hasSession, signInPath } from '../../../../session/viewer.ts';
import { ErrorSummary } from '../../../../ui/error-summary.tsx';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ reference?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params);
  const t = await getTranslations('track');
  return formTitle(t('title'));
}

/** The way in. With a reference in the address it goes straight on where this person may see the case. */
export default async function TrackPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { reference: asked } = await searchParams;
  const reference = readTyped(typeof asked === 'string' ? asked : '');
  const sent = await readFormResult();
  // The search of the home page leads here with what was typed.
  const wrong = reference && !sent ? referenceError(reference) : null;
  const result = wrong
    ? {
        values: { reference },
        problems: [{ field: 'reference', message: (await getTranslations('track.error'))(wrong) }],
      }
    : sent;
  if (reference && !result) {
    if (await secretOf(reference)) redirect(`/${locale}/track/${reference}`);
    const own = (await hasSession()) ? (await readTrackedCase(reference, null)).kase : null;
    if (own) redirect(`/${locale}/track/${own.reference}`);
  }
  const t = await getTranslations();
  return (
    <main id="main" className="wrap page">
      <div className="narrow">
        <ErrorSummary heading={t('common.errors.heading')} problems={result?.problems ?? []} />
        <h1 className="h1">{reference && !wrong ? t('track.needSecretTitle') : t('track.title')}</h1>
        <p className="lead space-2 gap-5">{t('track.lead')}</p>
        <TrackForm locale={locale} result={result} reference={reference} />
        <p className="hint space-5">
          {t.rich('track.signInInstead', {
            link: (chunks) => <a href={signInPath(locale, `/${locale}/mine`)}>{chunks}</a>,
          })}
        </p>
        <FollowedList locale={locale} />
      </div>
    </main>
  );
}
