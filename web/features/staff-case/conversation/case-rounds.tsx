import { useTranslations } from 'next-intl';
import { type FragmentType, graphql, readFragment } from '../../../graphql/generated/index.ts';
import { Icon } from '../../../ui/icon.tsx';
import { withReferences } from '../../../ui/with-references.tsx';
import { written } from '../../../ui/written.ts';
import { useLanguage } from '../../staff/language.ts';
import { momentWords } from '../../staff/when.ts';
import type { CasePages } from './case-pages.ts';
import { MoreEntries } from './more-entries.tsx';

const CaseRounds_Case = graphql(`
  fragment CaseRounds_Case on Case {
    cycles { number openedBy submittedAt publishedAt outcome reason answer { text } rating { score solved comment } }
    contributions { id number entity { name } question state dueAt answer answeredAt withdrawalReason }
    parent { reference state answer { text } }
    rejection { code text at }
    duplicates(last: 20, before: $followersBefore) {
      totalCount
      pageInfo { hasPreviousPage startCursor }
      edges { node { id reference submittedAt } }
    }
  }
`);

interface CaseRoundsProps {
  kase: FragmentType<typeof CaseRounds_Case>;
  now: number;
  pages: CasePages;
}

/** What belongs to a case beside its conversation: earlier rounds, parts, and the cases that hang together. */
export function CaseRounds({ kase: ref, now, pages }: CaseRoundsProps) {
  const t = useTranslations('desk');
  const words = useTranslations('case');
  const language = useLanguage();
  const { cycles, contributions: parts, parent, rejection, duplicates } = readFragment(CaseRounds_Case, ref);
  const earlier = cycles.slice(0, -1);
  const when = (at: string): string => momentWords(language, at, now);
  return (
    <div className="beside">
      {earlier.length > 0 && (
        <section>
          <h2>{t('rounds.title')}</h2>
          {earlier.map((cycle) => (
            <details className="fold" key={cycle.number}>
              <summary>
                {t('rounds.round', { number: cycle.number })}
                {cycle.outcome && ` · ${words(`outcome.${cycle.outcome}`)}`}
                {cycle.rating && ` · ${t('rounds.score', { score: cycle.rating.score })}`}
              </summary>
              <p className="small muted">
                {when(cycle.submittedAt)} – {cycle.publishedAt ? when(cycle.publishedAt) : '…'}
              </p>
              {cycle.answer && <p {...written(cycle.answer.text)}>{withReferences(cycle.answer.text)}</p>}
              {cycle.rating?.comment && (
                <q>
                  <bdi {...written(cycle.rating.comment)}>{withReferences(cycle.rating.comment)}</bdi>
                </q>
              )}
            </details>
          ))}
        </section>
      )}
      {parts.length > 0 && (
        <section>
          <h2>{t('part.title')}</h2>
          <ul className="parts">
            {parts.map((part) => (
              <li key={part.id}>
                <b>{part.entity?.name ?? '…'}</b>
                <span className={part.state === 'OPEN' ? 'tag tag--wait' : 'tag'}>
                  <Icon
                    name={part.state === 'ANSWERED' ? 'check' : part.state === 'OPEN' ? 'clock' : 'close'}
                  />
                  {t(`part.state.${part.state}`)}
                </span>
                <p {...written(part.question)}>{withReferences(part.question)}</p>
                {part.state === 'OPEN' && (
                  <p className="small muted">{t('part.due', { when: when(part.dueAt) })}</p>
                )}
                {part.answeredAt && (
                  <p className="small muted">{t('part.answered', { when: when(part.answeredAt) })}</p>
                )}
                {part.answer && (
                  <blockquote className="asked__text" {...written(part.answer)}>
                    {withReferences(part.answer)}
                  </blockquote>
                )}
                {part.withdrawalReason && <p className="small muted">{part.withdrawalReason}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {rejection && (
        <section>
          <h2>{t(`rejection.${rejection.code}`)}</h2>
          <p {...written(rejection.text)}>{withReferences(rejection.text)}</p>
        </section>
      )}
      {parent && (
        <section>
          <h2>{t('merge.parent')}</h2>
          <p>
            {parent.reference && (
              <a href={`/${language}/staff/cases/${parent.reference}`}>
                <bdi dir="ltr">{parent.reference}</bdi>
              </a>
            )}{' '}
            · {words(`state.${parent.state}`)}
          </p>
        </section>
      )}
      {duplicates && duplicates.edges.length > 0 && (
        <section id="followers">
          <h2>{t('followers', { count: duplicates.totalCount })}</h2>
          <ul className="followers">
            {duplicates.edges.map(({ node }) => (
              <li key={node.id}>
                <a href={`/${language}/staff/cases/${node.reference}`}>
                  <bdi dir="ltr">{node.reference}</bdi>
                </a>{' '}
                <span className="small muted">{when(node.submittedAt)}</span>
              </li>
            ))}
          </ul>
          <MoreEntries
            pages={pages}
            list="followersBefore"
            part="followers"
            earlier={duplicates.pageInfo.hasPreviousPage ? duplicates.pageInfo.startCursor : null}
          />
        </section>
      )}
    </div>
  );
}
