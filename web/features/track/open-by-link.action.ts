'use server';

import { getTranslations } from 'next-intl/server';
import { isLocale } from '../../i18n/locale.ts';
import { follow } from '../../session/cookies/followed-cases.ts';
import { keepFormResult, leaveForm, readFields } from '../forms/form-result.ts';
import { readTrackedCase } from './case/tracked-case.ts';

/**
 * Opens a case with what the link of a mail carries, as a follow-up code would: it stays in a sealed cookie. Only a
 * sent form does: programs that open the links of mails open nothing.
 */
export async function openByLink(form: FormData): Promise<void> {
  const fields = readFields(form);
  const locale = isLocale(fields.locale) ? fields.locale : 'ar';
  const { reference = '', token = '' } = fields;
  const { kase, problem } = await readTrackedCase(reference, token);
  if (!kase) {
    const t = await getTranslations({ locale, namespace: 'track.link' });
    const ended = !problem || problem.code === 'NOT_FOUND' || problem.code === 'BAD_USER_INPUT';
    const message = t(ended ? 'ended' : 'away');
    return keepFormResult({ values: fields, problems: [{ field: 'open', message }] });
  }
  const { subject, assigned } = kase;
  await follow({ reference: kase.reference, secret: token, subject, entity: assigned?.code ?? null });
  return leaveForm(`/${locale}/track/${kase.reference}`);
}
