import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../i18n/locale.ts';
import { formatDate } from '../../ui/format.ts';
import { eventKey, newestFirst } from './case/case-words.ts';
import { readTrackedCase } from './case/tracked-case.ts';

/**
 * Why an act of the applicant was not carried out, in a sentence; null when it was. Who acted on an older
 * version is told what happened in between.
 */
export async function refusalMessage(
  userErrors: readonly { code: string; message: string }[] | null,
  { locale, reference, secret }: { locale: Locale; reference: string; secret: string | null },
): Promise<string | null> {
  const t = await getTranslations({ locale, namespace: 'track' });
  if (userErrors === null) return t('act.away');
  const [refused] = userErrors;
  if (!refused) return null;
  if (refused.code !== 'CONFLICT') return refused.message;
  const { kase } = await readTrackedCase(reference, secret);
  const [latest] = kase ? newestFirst(kase) : [];
  if (!kase || !latest) return refused.message;
  return t('act.conflict', {
    event: t(`event.${eventKey(latest, kase)}`),
    date: formatDate(locale, latest.at, 'moment'),
  });
}
