import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../i18n/locale.ts';
import { Course } from '../../ui/course.tsx';
import { formatDate } from '../../ui/format.ts';
import { readTrackedCase } from '../track/tracked-case.ts';

/** The dates of the request just sent. When it cannot be asked for, the order of things without dates. */
export async function WhatHappensNext({
  locale,
  reference,
  secret,
}: {
  locale: Locale;
  reference: string;
  secret: string;
}) {
  const t = await getTranslations('submit.done');
  const { kase } = await readTrackedCase(reference, secret || null);
  const sla = kase?.sla;
  if (kase?.parent) {
    return (
      <section aria-labelledby="next" className="space-7">
        <h2 className="h2" id="next">
          {t('next')}
        </h2>
        <p className="space-3">{t('followed')}</p>
      </section>
    );
  }
  const before = (at: string) => t('before', { date: formatDate(locale, at, 'moment') });
  const step = (when: string, title: string, text: string) => (
    <div key={title}>
      <dt>{when}</dt>
      <dd>
        <b>{title}</b>
        <br />
        <span className="muted">{text}</span>
      </dd>
    </div>
  );
  return (
    <section aria-labelledby="next" className="space-7">
      <h2 className="h2" id="next">
        {t('next')}
      </h2>
      {sla?.dueAt && sla.days.length > 0 && <Course days={sla.days} locale={locale} />}
      <dl className="facts space-5">
        {step(sla ? before(sla.acknowledgeBy) : '', t('ackTitle'), t('ack'))}
        {step(sla?.dueAt ? before(sla.dueAt) : t('answerWhen'), t('answerTitle'), t('answer'))}
        {step(t('rateWhen'), t('rateTitle'), t('rate'))}
      </dl>
    </section>
  );
}
