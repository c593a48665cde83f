import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readFormResult } from './form-result.ts';

/** The title of a page with a form: it begins with "Error:" when the form came back. */
export async function formTitle(title: string): Promise<Metadata> {
  const result = await readFormResult();
  if (!result || result.problems.length === 0) return { title };
  const t = await getTranslations('common');
  return { title: t('errorTitle', { title }) };
}
