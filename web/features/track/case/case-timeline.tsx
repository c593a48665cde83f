import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../i18n/locale.ts';
import { Timeline } from '../../../ui/timeline.tsx';
import { type Entry, eventKey, lookOf, newestFirst, outcomeKey } from './case-words.ts';
import type { TrackedCase } from './tracked-case.ts';

/** All that happened, in words meant for the applicant. */
export async function CaseTimeline({ kase, locale }: { kase: TrackedCase; locale: Locale }) {
  const t = await getTranslations('track.event');
  const outcome = await getTranslations('case.outcome');
  const moved = kase.timeline.edges.some(({ node }) => node.action === 'ACCEPT_TRANSFER');
  const items = newestFirst(kase).map((entry, index) => ({
    id: entry.id,
    at: entry.at,
    // The answer stands above in full, those of earlier rounds below it.
    text: toldAbove(entry) ? null : entry.text,
    title: titleOf(entry),
    ...lookOf(entry, index === 0, kase),
  }));
  const earlier = kase.timeline.totalCount - items.length;
  return (
    <>
      <Timeline items={items} locale={locale} />
      {earlier > 0 && <p className="muted">{t('earlier', { count: earlier })}</p>}
    </>
  );

  function toldAbove({ at, action }: Entry): boolean {
    if (action === 'REJECT') return kase.rejection !== null;
    return action === 'APPROVE_ANSWER' && kase.answer?.publishedAt === at;
  }

  function titleOf(entry: Entry): string {
    const { action } = entry;
    // Since then it may have gone to another entity.
    if (action === 'CLASSIFY' && kase.entity && !moved) return t('CLASSIFY_AT', { entity: kase.entity.name });
    if (action === 'APPROVE_ANSWER' && kase.answer?.publishedAt === entry.at) {
      return t('APPROVE_ANSWER_AS', { outcome: outcome(outcomeKey(kase.type, kase.answer.outcome)) });
    }
    return t(eventKey(entry, kase));
  }
}
