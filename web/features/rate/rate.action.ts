'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { mutate } from '../../graphql/server.ts';
import { isLocale } from '../../i18n/locale.ts';
import { keepFormResult, leaveForm, readFields } from '../forms/form-result.ts';
import { rateByLinkDocument, readScore } from './rating-link.ts';

/** Rates the answer that a link of an e-mail is about. Only a sent form rates: who merely opens links does not. */
export async function rateByLink(form: FormData): Promise<void> {
  const fields = readFields(form);
  const locale = isLocale(fields.locale) ? fields.locale : 'ar';
  const t = await getTranslations({ locale, namespace: 'track.rate.error' });
  const token = fields.token ?? '';
  const score = readScore(fields.score);
  const back = (field: string, message: string) =>
    keepFormResult({ values: fields, problems: [{ field, message }] });
  if (score === null) return back('score', t('scoreMissing'));
  const { data, problem } = await mutate(rateByLinkDocument, { input: { token, score } }, locale);
  const page = `/${locale}/rate/${encodeURIComponent(token)}`;
  // The page says by itself that the link has ended or was used.
  if (problem?.code === 'NOT_FOUND') redirect(page);
  const refused = data?.rateByLink.userErrors[0];
  if (refused?.code === 'ALREADY_RATED') redirect(page);
  if (!data || refused) return back('score', refused?.message ?? t('away'));
  return leaveForm(`${page}?${new URLSearchParams({ thanks: String(score) })}`);
}
