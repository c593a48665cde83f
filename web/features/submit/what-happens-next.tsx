import { ammanDay } from '@bekhedmetkom/time/amman';
import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../i18n/locale.ts';
import { Course } from '../../ui/course.tsx';
import { formatDate } from '../../ui/format.ts';
import { readTrackedCase } from '../track/case/tracked-case.ts';
import type { Receipt } from './draft/receipt.ts';
import { latestAnswerDays } from './latest-answer.ts';

/** The dates of the request just sent. When it cannot be asked for, the order of things without dates. */
export async function WhatHappensNext({ locale, receipt }: { locale: Locale; receipt: Receipt }) {
  const t = await getTranslations('submit.done');
  const { reference, secret, type } = receipt;
  const { kase } = await readTrackedCase(reference, secret || null);
  const sla = kase?.sla;
  const heading = (
    <h2 className="h2" id="next">
      {t('next')}
    </h2>
  );
  if (kase?.parent) {
    return (
      <section aria-labelledby="next" className="space-7">
        {heading}
        <p className="space-3">{t('followed')}</p>
      </section>
    );
  }
  const days = kase && (await latestAnswerDays(type, kase.programme, ammanDay(new Date(kase.submittedAt))));
  const before = (at: string) => t('before', { date: formatDate(locale, at, 'moment') });
  const step = (title: string, when: string | null, text: string) => (
    <li key={title}>
      <b>{title}</b>
      {when && <span className="next__when">{when}</span>}
      <span className="muted">{text}</span>
    </li>
  );
  const answerBy = sla?.dueAt ? before(sla.dueAt) : days ? t('atLatest', { days }) : null;
  return (
    <section aria-labelledby="next" className="space-7">
      {heading}
      {sla?.dueAt && sla.days.length > 0 && <Course days={sla.days} locale={locale} />}
      <ol className="next space-5">
        {type === 'COMPLIMENT' ? (
          step(t(`answer.${type}`), sla ? before(sla.acknowledgeBy) : null, t('thanksText'))
        ) : (
          <>
            {step(t('ackTitle'), sla ? before(sla.acknowledgeBy) : null, t('ackText'))}
            {step(t(`answer.${type}`), answerBy, sla?.dueAt ? t('late') : `${t('dateLater')} ${t('late')}`)}
            {step(t(`rate.${type}`), null, t('rateText'))}
          </>
        )}
      </ol>
    </section>
  );
}
