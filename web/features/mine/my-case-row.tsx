import { getTranslations } from 'next-intl/server';
import { type FragmentType, graphql, readFragment } from '../../graphql/generated/index.ts';
import type { Locale } from '../../i18n/locale.ts';
import { formatDate } from '../../ui/format.ts';
import { knownName } from '../../ui/known-name.ts';
import { SlaChip } from '../../ui/sla-chip.tsx';
import { written } from '../../ui/written.ts';
import { outcomeKey } from '../track/case/case-words.ts';
import { needsApplicant } from './my-cases.ts';

const rowFragment = graphql(`
  fragment MyCaseRow_Case on Case {
    reference
    type
    state
    subject
    submittedAt
    entity {
      name
    }
    assigned: entity {
      code
    }
    sla {
      status
      dueAt
      remainingWorkingDays
    }
    answer {
      outcome
      publishedAt
    }
    rating {
      score
    }
  }
`);

/** One request in the list of one's own: what, where it stands, and how it stands against its date. */
export async function MyCaseRow({
  locale,
  kase,
}: {
  locale: Locale;
  kase: FragmentType<typeof rowFragment>;
}) {
  const row = readFragment(rowFragment, kase);
  const t = await getTranslations();
  const state = row.answer
    ? t(`case.outcome.${outcomeKey(row.type, row.answer.outcome)}`)
    : t(`track.state.${row.state}`);
  const words = { none: t('track.holderNone'), away: t('track.nameAway') };
  const entity = knownName(row.entity, row.assigned, words);
  return (
    <li className={needsApplicant(row.state, row.rating !== null) ? 'needs-you' : undefined}>
      <a href={`/${locale}/track/${row.reference}`}>
        <b {...written(row.subject)}>{row.subject}</b>
      </a>
      <p className="small muted">
        {t(`case.type.${row.type}`)} · {entity} ·{' '}
        {t('mine.sent', { date: formatDate(locale, row.submittedAt, 'day') })} ·{' '}
        <bdi className="ref" dir="ltr">
          {row.reference}
        </bdi>
      </p>
      <p className="row">
        <span className="state">{state}</span>
        {row.state === 'AWAITING_APPLICANT' && (
          <a className="btn btn--primary btn--sm" href={`/${locale}/track/${row.reference}#reply`}>
            {t('mine.reply')}
          </a>
        )}
        {row.state === 'RESOLVED' && !row.rating && (
          <a className="btn btn--second btn--sm" href={`/${locale}/track/${row.reference}#rate`}>
            {t('mine.rate')}
          </a>
        )}
        {row.sla && <SlaChip sla={row.sla} answeredAt={row.answer?.publishedAt ?? null} />}
      </p>
    </li>
  );
}
