import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { IdentityRequestsQuery } from '../../../graphql/generated/graphql.ts';
import { Icon } from '../../../ui/icon.tsx';
import { withReferences } from '../../../ui/with-references.tsx';
import { written } from '../../../ui/written.ts';
import { useLanguage } from '../../staff/language.ts';
import { momentWords } from '../../staff/when.ts';
import { type IdentityAddress, writeIdentityAddress } from './identity-address.ts';

type Requests = IdentityRequestsQuery['identityRequests'];
type Request = Requests['edges'][number]['node'];

interface IdentityRequestsPageProps {
  requests: Requests;
  address: IdentityAddress;
  action: string;
  now: number;
}

/** Requests to be shown who filed a report: those that wait for the viewer's decision, or the viewer's own. */
export function IdentityRequestsPage({ requests, address, action, now }: IdentityRequestsPageProps) {
  const t = useTranslations('desk.identity');
  const list = useTranslations('inbox.list');
  const tab = (change: Partial<IdentityAddress>): string =>
    `${action}${writeIdentityAddress(address, change)}`;
  const { own } = address;
  return (
    <main className="inbox partspage" id="main">
      <header className="inbox__head">
        <div className="inbox__title">
          <h1 tabIndex={-1}>{t(own ? 'ownList' : 'list')}</h1>
          <span className="muted">{t('count', { count: requests.totalCount })}</span>
        </div>
        <nav className="tabs" aria-label={t('title')}>
          <a href={tab({ own: false })} aria-current={own ? undefined : 'page'}>
            {t('list')}
          </a>
          <a href={tab({ own: true })} aria-current={own ? 'page' : undefined}>
            {t('ownList')}
          </a>
        </nav>
      </header>
      <div className="inbox__list">
        {requests.edges.length === 0 && (
          <div className="blank">
            <h2>{t(own ? 'emptyOwn' : 'empty')}</h2>
            <p>{t('lead')}</p>
          </div>
        )}
        <ul>
          {requests.edges.map(({ node }) => (
            <RequestRow key={node.id} request={node} now={now} />
          ))}
        </ul>
        {(requests.pageInfo.hasNextPage || address.after) && (
          <nav className="pages" aria-label={list('label')}>
            {address.after && <a href={tab({})}>{list('first')}</a>}
            {requests.pageInfo.hasNextPage && (
              <a
                className="btn btn--second btn--sm"
                rel="next"
                href={tab({ after: requests.pageInfo.endCursor })}
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

function RequestRow({ request, now }: { request: Request; now: number }) {
  const t = useTranslations('desk.identity');
  const language = useLanguage();
  const { state, requestedBy, visibleUntil } = request;
  const waits = state === 'AWAITING_CUSTODIAN' || state === 'AWAITING_SECOND';
  return (
    <li className="partrow">
      <div className="partrow__due">
        <span className={waits ? 'sla sla--ontime' : 'sla sla--stopped'}>
          <Icon name={waits ? 'clock' : state === 'APPROVED' ? 'check' : 'close'} />
          {t(`state.${state}`)}
        </span>
        {visibleUntil && (
          <span className="xs muted">
            {t(state === 'APPROVED' ? 'until' : 'ended', { when: momentWords(language, visibleUntil, now) })}
          </span>
        )}
      </div>
      <div className="partrow__text">
        {request.case ? (
          <Link href={`/${language}/staff/cases/${request.case.reference}#identity`} prefetch={false}>
            <b {...written(request.case.subject)}>{request.case.subject}</b>
          </Link>
        ) : (
          <b className="muted">{t('gone')}</b>
        )}
        <p {...written(request.reason)}>{withReferences(request.reason)}</p>
        {request.decisionReason && (
          <p className="said" {...written(request.decisionReason)}>
            {withReferences(request.decisionReason)}
          </p>
        )}
      </div>
      <div className="partrow__meta small muted">
        <span>{[requestedBy?.holder?.name, requestedBy?.name].filter(Boolean).join(' – ') || '…'}</span>
        <span>{momentWords(language, request.requestedAt, now)}</span>
        {request.case?.entity && <span>{request.case.entity.name}</span>}
        {request.case && (
          <bdi className="ref" dir="ltr">
            {request.case.reference}
          </bdi>
        )}
      </div>
    </li>
  );
}
