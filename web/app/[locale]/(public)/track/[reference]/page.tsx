import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { readConfig } from '../../../../../config.ts';
import { CaseFiles } from '../../../../../features/attachments/case-files.tsx';
import { readFormResult } from '../../../../../features/forms/form-result.ts';
import { ServiceAway } from '../../../../../features/shell/service-away.tsx';
import { CaseAnswer } from '../../../../../features/track/case/case-answer.tsx';
import { CaseFollowed } from '../../../../../features/track/case/case-followed.tsx';
import { CaseRejection } from '../../../../../features/track/case/case-rejection.tsx';
import { CaseSent } from '../../../../../features/track/case/case-sent.tsx';
import { CaseStatus } from '../../../../../features/track/case/case-status.tsx';
import { CaseTimeline } from '../../../../../features/track/case/case-timeline.tsx';
import { isOpen } from '../../../../../features/track/case/case-words.ts';
import { EarlierRounds } from '../../../../../features/track/case/earlier-rounds.tsx';
import { LiveLine } from '../../../../../features/track/case/live-line.tsx';
import { readTrackedCase } from '../../../../../features/track/case/tracked-case.ts';
import {
  Escalate,
  LeftOver,
  ReopenOrAppeal,
  Separate,
  Withdraw,
} from '../../../../../features/track/case-acts.tsx';
import { CaseAside } from '../../../../../features/track/case-aside.tsx';
import { CaseQuestion } from '../../../../../features/track/case-question.tsx';
import { RatingDone, RatingForm } from '../../../../../features/track/rating-form.tsx';
import { leftOver, readTyped } from '../../../../../features/track/read-tracking.ts';
import { pageLocale } from '../../../../../i18n/page-locale.ts';
import { secretOf } from '../../../../../session/cookies/followed-cases.ts';
import { ErrorSummary } from '../../../../../ui/error-summary.tsx';
import { formatDate } from '../../../../../ui/format.ts';
import { Island } from '../../../../../ui/island.tsx';
import { written } from '../../../../../ui/written.ts';

interface Props {
  params: Promise<{ locale: string; reference: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

/** What the applicant may just have done, as the address of the page says after a form. */
const steps = ['reply', 'withdraw', 'separate', 'reopen', 'appeal', 'escalate', 'rate'] as const;

const readCase = cache(async (typed: string) => {
  const reference = readTyped(decodeURIComponent(typed));
  const secret = await secretOf(reference);
  return { reference, secret, ...(await readTrackedCase(reference, secret)) };
});

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  await pageLocale(params);
  const t = await getTranslations();
  const { kase } = await readCase((await params).reference);
  const title = kase?.subject ?? t('track.title');
  const result = await readFormResult();
  return { title: result ? t('common.errorTitle', { title }) : title };
}

/** A case as its applicant follows it. */
export default async function CasePage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations();
  const { reference, secret, kase, problem } = await readCase((await params).reference);
  if (!kase) {
    if (problem && problem.code !== 'BAD_USER_INPUT') {
      return <ServiceAway retry={`/${locale}/track/${reference}`} />;
    }
    redirect(`/${locale}/track?${new URLSearchParams({ reference })}`);
  }
  const result = await readFormResult();
  const asked = (await searchParams).done;
  const done = result ? undefined : steps.find((step) => step === asked);
  const live = <LiveLine locale={locale} reference={kase.reference} state={t(`track.state.${kase.state}`)} />;
  // How it ended is told above in full.
  const told = !isOpen(kase.state) && (kase.answer !== null || kase.rejection !== null);
  return (
    <main id="main" className="wrap page">
      <ErrorSummary heading={t('common.errors.heading')} problems={result?.problems ?? []} />
      <p className="small muted">
        {t(`case.type.${kase.type}`)} ·{' '}
        <bdi className="ref" dir="ltr">
          {kase.reference}
        </bdi>
      </p>
      <h1 className="h1 wide space-1 gap-5" {...written(kase.subject)}>
        {kase.subject}
      </h1>
      {done && (
        <p className="inset gap-5" role="status">
          <b>{t(`track.done.${done}`)}</b>
        </p>
      )}
      <p className="only-print small">
        {t('track.printed', {
          origin: readConfig().webOrigin,
          date: formatDate(locale, new Date(), 'moment'),
        })}{' '}
        · <bdi dir="ltr">+962 6 500 8080</bdi>
      </p>
      <p className="sr" role="status" data-live-status />
      <div
        className="track"
        id="case"
        data-live-region
        data-live-version={`${kase.version} ${kase.sla?.status}`}
        data-live-source={`/api/live/case/${kase.reference}`}
        data-live-kept={t('track.liveKept')}
        data-live-gone={t('track.liveGone')}
      >
        <div>
          <LeftOver texts={leftOver(result?.values ?? {}, kase.actions)} />
          {kase.question && (
            <CaseQuestion kase={kase} question={kase.question} locale={locale} result={result} />
          )}
          {kase.parent && <CaseFollowed type={kase.type} parent={kase.parent} locale={locale} />}
          <Separate kase={kase} locale={locale} result={result} />
          {kase.rejection && <CaseRejection rejection={kase.rejection} locale={locale} />}
          {kase.answer && <CaseAnswer kase={kase} answer={kase.answer} locale={locale} />}
          {kase.rating && <RatingDone type={kase.type} rating={kase.rating} />}
          {!kase.rating && kase.actions.includes('RATE') && (
            <RatingForm kase={kase} locale={locale} result={result} />
          )}
          <ReopenOrAppeal kase={kase} locale={locale} result={result} />
          {(!told || kase.appealedAt) && (
            <CaseStatus kase={kase} locale={locale}>
              <Escalate kase={kase} locale={locale} result={result} />
              {live}
            </CaseStatus>
          )}
          {told && !kase.appealedAt && live}
          <EarlierRounds kase={kase} locale={locale} />
          <h2 className="h2 space-7 gap-5" id="timeline">
            {t('track.soFar')}
          </h2>
          <CaseTimeline kase={kase} locale={locale} />
          <CaseSent kase={kase} locale={locale} />
          <Withdraw kase={kase} locale={locale} result={result} />
        </div>
        <CaseAside kase={kase} locale={locale} followed={secret !== null} />
      </div>
      <CaseFiles locale={locale} reference={kase.reference} secret={secret} />
      <Island name="live" />
      <Island name="print" />
    </main>
  );
}
