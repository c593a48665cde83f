import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { PartsQuery } from '../../graphql/generated/graphql.ts';
import { Icon } from '../../ui/icon.tsx';
import { withReferences } from '../../ui/with-references.tsx';
import { written } from '../../ui/written.ts';
import { useLanguage } from '../staff/language.ts';
import { dayWords, momentWords } from '../staff/when.ts';
import { type PartAddress, writePartAddress } from './contribution-address.ts';

type Parts = PartsQuery['contributions'];
type Part = Parts['edges'][number]['node'];

interface PartsPageProps {
  parts: Parts;
  address: PartAddress;
  action: string;
  now: number;
}

/** Parts of cases by when they are due: those that wait for us, or those that we wait for. */
export function ContributionsPage({ parts, address, action, now }: PartsPageProps) {
  const t = useTranslations('inbox.parts');
  const list = useTranslations('inbox.list');
  const tab = (change: Partial<PartAddress>): string => `${action}${writePartAddress(address, change)}`;
  return (
    <main className="inbox partspage" id="main">
      <header className="inbox__head">
        <div className="inbox__title">
          <h1 tabIndex={-1}>{t(`title.${address.side}`)}</h1>
          <span className="muted">{t('count', { count: parts.totalCount })}</span>
        </div>
        <nav className="tabs" aria-label={t('tabs')}>
          <a href={tab({ side: 'mine' })} aria-current={address.side === 'mine' ? 'page' : undefined}>
            {t('mine')}
          </a>
          <a href={tab({ side: 'others' })} aria-current={address.side === 'others' ? 'page' : undefined}>
            {t('others')}
          </a>
          <a href={tab({ settled: !address.settled })} className="tabs__end">
            <Icon name={address.settled ? 'inbox' : 'check'} />
            {address.settled ? t('showOpen') : t('showSettled')}
          </a>
        </nav>
      </header>
      <div className="inbox__list">
        {parts.edges.length === 0 && (
          <div className="blank">
            <h2>{t(`empty.${address.side}`)}</h2>
            <p>{t('emptyHelp')}</p>
          </div>
        )}
        <ul>
          {parts.edges.map(({ node }) => (
            <ContributionRow key={node.id} part={node} side={address.side} now={now} />
          ))}
        </ul>
        {(parts.pageInfo.hasNextPage || address.after) && (
          <nav className="pages" aria-label={list('label')}>
            {address.after && <a href={tab({})}>{list('first')}</a>}
            {parts.pageInfo.hasNextPage && (
              <a
                className="btn btn--second btn--sm"
                rel="next"
                href={tab({ after: parts.pageInfo.endCursor })}
              >
                {list('next')}
                <Icon name="next" />
              </a>
            )}
          </nav>
        )}
      </div>
    </main>
  );
}

function ContributionRow({ part, side, now }: { part: Part; side: PartAddress['side']; now: number }) {
  const t = useTranslations('inbox.parts');
  const language = useLanguage();
  const other = side === 'mine' ? part.requestedBy?.entity?.name : part.entity?.name;
  const late = part.state === 'OPEN' && Date.parse(part.dueAt) <= now;
  return (
    <li className="partrow">
      <div className="partrow__due">
        {part.state === 'OPEN' ? (
          <span className={late ? 'sla sla--overdue' : 'sla sla--ontime'}>
            <Icon name={late ? 'overdue' : 'clock'} />
            {late ? t('late') : t('waiting')}
          </span>
        ) : (
          <span className="sla sla--stopped">
            <Icon name={part.state === 'ANSWERED' ? 'check' : 'close'} />
            {t(`state.${part.state}`)}
          </span>
        )}
        <span className="xs muted">{t('due', { when: dayWords(language, part.dueAt, now) })}</span>
      </div>
      <div className="partrow__text">
        {part.case ? (
          <Link href={`/${language}/staff/cases/${part.case.reference}`} prefetch={false}>
            <b {...written(part.case.subject)}>{part.case.subject}</b>
          </Link>
        ) : (
          <b className="muted">{t('gone')}</b>
        )}
        <p {...written(part.question)}>{withReferences(part.question)}</p>
        {part.answer && (
          <p className="said" {...written(part.answer)}>
            {withReferences(part.answer)}
          </p>
        )}
        {part.withdrawalReason && (
          <p className="small muted">
            {t('because')} <bdi>{part.withdrawalReason}</bdi>
          </p>
        )}
      </div>
      <div className="partrow__meta small muted">
        {other && <span>{t(side === 'mine' ? 'from' : 'to', { entity: other })}</span>}
        <span>{t('asked', { when: momentWords(language, part.requestedAt, now) })}</span>
        {part.case && (
          <bdi className="ref" dir="ltr">
            {part.case.reference}
          </bdi>
        )}
      </div>
    </li>
  );
}
