import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../i18n/locale.ts';
import { Timeline } from '../../ui/timeline.tsx';
import { isOpen, lookOf, newestFirst } from './case-words.ts';
import type { TrackedCase } from './tracked-case.ts';

/** All that happened, in words meant for the applicant. */
export async function CaseTimeline({ kase, locale }: { kase: TrackedCase; locale: Locale }) {
  const t = await getTranslations('track.event');
  const outcome = await getTranslations('case.outcome');
  const open = isOpen(kase.state);
  const items = newestFirst(kase).map((entry, index) => ({
    id: entry.id,
    at: entry.at,
    // The answer stands above in full.
    text: entry.action === 'APPROVE_ANSWER' && kase.answer ? null : entry.text,
    title: titleOf(entry.action),
    ...lookOf(entry, index === 0, open),
  }));
  return <Timeline items={items} locale={locale} />;

  function titleOf(action: TrackedCase['timeline']['edges'][number]['node']['action']): string {
    if (action === null) return t('IMPORTED');
    if (action === 'CLASSIFY' && kase.entity) return t('CLASSIFY_AT', { entity: kase.entity.name });
    if (action === 'APPROVE_ANSWER' && kase.answer) {
      return t('APPROVE_ANSWER_AS', { outcome: outcome(kase.answer.outcome) });
    }
    return t(action);
  }
}
