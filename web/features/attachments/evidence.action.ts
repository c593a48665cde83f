'use server';

import { getTranslations } from 'next-intl/server';
import { isLocale } from '../../i18n/locale.ts';
import { secretOf } from '../../session/cookies/followed-cases.ts';
import { keepFormResult, leaveForm, readFields } from '../forms/form-result.ts';
import { filesOf, sendFiles } from './send-files.ts';
import { toProblems } from './take-files.ts';

/** Adds files to a case where no script runs. */
export async function addEvidence(form: FormData): Promise<void> {
  const fields = readFields(form);
  const locale = isLocale(fields.locale) ? fields.locale : 'ar';
  const reference = fields.reference ?? '';
  const files = filesOf(form);
  const t = await getTranslations({ locale, namespace: 'attachments.upload' });
  if (files.length === 0) {
    return keepFormResult({ values: fields, problems: [{ field: 'files', message: t('first') }] });
  }
  const { refused } = await sendFiles(files, { reference, secret: await secretOf(reference) }, locale);
  if (refused.length > 0) {
    return keepFormResult({ values: fields, problems: await toProblems(refused, locale) });
  }
  return leaveForm(`/${locale}/track/${encodeURIComponent(reference)}#files-title`);
}
