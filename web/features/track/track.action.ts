'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { mutate } from '../../graphql/server.ts';
import { isLocale, type Locale } from '../../i18n/locale.ts';
import { follow, secretOf, stopFollowing } from '../../session/cookies/followed-cases.ts';
import { isCaseType } from '../../ui/vocabulary.ts';
import { keepFormResult, leaveForm, readFields } from '../forms/form-result.ts';
import { readTrackedCase } from './case/tracked-case.ts';
import { rateCaseDocument } from './rate-case.document.ts';
import { readRating, readTracking } from './read-tracking.ts';
import { refusalMessage } from './refusal-message.ts';

/** Opens a case by its reference and secret; the secret stays in a sealed cookie from then on. */
export async function openCase(form: FormData): Promise<void> {
  const fields = readFields(form);
  const locale = localeOf(fields);
  const t = await getTranslations({ locale, namespace: 'track.error' });
  const reading = readTracking(fields);
  if ('problems' in reading) {
    const problems = reading.problems.map(({ field, error }) => ({ field, message: t(error) }));
    return keepFormResult({ values: fields, problems });
  }
  const { reference, secret } = reading;
  const { kase, problem } = await readTrackedCase(reference, secret);
  if (!kase) {
    const common = await getTranslations({ locale, namespace: 'common.problem' });
    const minutes = Math.ceil((problem?.retryAfter ?? 60) / 60);
    const limited = problem?.code === 'RATE_LIMITED' || problem?.code === 'THROTTLED';
    const wrong = !problem || problem.code === 'BAD_USER_INPUT';
    const message = limited
      ? common('rateLimited', { minutes })
      : wrong
        ? (problem?.message ?? t('notFound'))
        : t('away');
    return keepFormResult({ values: fields, problems: [{ field: 'reference', message }] });
  }
  await follow({
    reference: kase.reference,
    secret,
    subject: kase.subject,
    entity: kase.assigned?.code ?? null,
  });
  return leaveForm(`/${locale}/track/${kase.reference}`);
}

/** This device forgets the secret of a case. */
export async function forgetCase(form: FormData): Promise<void> {
  const fields = readFields(form);
  await stopFollowing(fields.reference ?? '');
  redirect(`/${localeOf(fields)}/track`);
}

/** The applicant's verdict on an answer. */
export async function rateCase(form: FormData): Promise<void> {
  const fields = readFields(form);
  const locale = localeOf(fields);
  const t = await getTranslations({ locale, namespace: 'track.rate.error' });
  const reading = readRating(fields);
  const type = isCaseType(fields.type) ? fields.type : 'COMPLAINT';
  if ('problems' in reading) {
    const problems = reading.problems.map(({ field, error }) => ({
      field,
      message: error === 'solvedMissing' ? t(`solvedMissing.${type}`) : t(error),
    }));
    return keepFormResult({ values: fields, problems });
  }
  const secret = await secretOf(reading.rating.reference);
  const { data } = await mutate(rateCaseDocument, { input: { ...reading.rating, secret } }, locale);
  const { reference } = reading.rating;
  const message = await refusalMessage(data?.rateCase.userErrors ?? null, { locale, reference, secret });
  if (message) return keepFormResult({ values: fields, problems: [{ field: 'rate', message }] });
  return leaveForm(`/${locale}/track/${reading.rating.reference}?done=rate#rated`);
}

function localeOf(fields: Record<string, string>): Locale {
  return isLocale(fields.locale) ? fields.locale : 'ar';
}
