import { useTranslations } from 'next-intl';
import type { CaseIdentity_CaseFragment } from '../../../graphql/generated/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../../graphql/generated/index.ts';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { withReferences } from '../../../ui/with-references.tsx';
import { written } from '../../../ui/written.ts';
import { useLanguage } from '../../staff/language.ts';
import { momentWords } from '../../staff/when.ts';
import type { Done } from '../desk/panel/intents.ts';
import { IdentityForms } from './identity-forms.island.tsx';

const CaseIdentity_Case = graphql(`
  fragment CaseIdentity_Case on Case {
    id
    reference
    version
    mayRequestIdentity
    identityRequests {
      id
      version
      state
      reason
      requestedAt
      requestedBy { name holder { name } }
      byViewer
      mayDecide
      endorsedAt
      endorsedBy { name holder { name } }
      endorsementReason
      decidedAt
      decidedBy { name holder { name } }
      decisionReason
      visibleUntil
    }
  }
`);

type Request = NonNullable<CaseIdentity_CaseFragment['identityRequests']>[number];

const icons: Record<Request['state'], IconName> = {
  AWAITING_CUSTODIAN: 'clock',
  AWAITING_SECOND: 'clock',
  APPROVED: 'check',
  DECLINED: 'close',
  EXPIRED: 'lock',
};

interface CaseIdentityProps {
  kase: FragmentType<typeof CaseIdentity_Case>;
  now: number;
  done: Done | null;
}

/** Requests to be shown who filed a report: what was asked and decided, and what the viewer may do about it now. */
export function CaseIdentity({ kase: ref, now, done }: CaseIdentityProps) {
  const t = useTranslations('desk.identity');
  const kase = readFragment(CaseIdentity_Case, ref);
  const { id: caseId, reference, version, identityRequests: requests, mayRequestIdentity } = kase;
  if (!requests || (requests.length === 0 && !mayRequestIdentity)) return null;
  const waiting = requests.find(({ mayDecide }) => mayDecide);
  return (
    <section className="team" id="identity" aria-labelledby="identity-title">
      <h2 id="identity-title">
        <Icon name="lock" />
        {t('title')}
      </h2>
      <p className="small">{t('lead')}</p>
      {requests.length > 0 && (
        <ol className="team__notes">
          {requests.map((request) => (
            <RequestItem key={request.id} request={request} now={now} />
          ))}
        </ol>
      )}
      <IdentityForms
        versionRef={{ caseId, reference, version, lastSeen: null }}
        mayRequest={mayRequestIdentity}
        waiting={
          waiting
            ? { id: waiting.id, version: waiting.version, second: waiting.state === 'AWAITING_SECOND' }
            : null
        }
        done={done}
      />
    </section>
  );
}

function RequestItem({ request, now }: { request: Request; now: number }) {
  const t = useTranslations('desk.identity');
  const language = useLanguage();
  const when = (at: string | null): string => (at === null ? '' : momentWords(language, at, now));
  const { state, visibleUntil } = request;
  return (
    <li className="note">
      <span className="note__label">
        <Icon name={icons[state]} />
        {t(`state.${state}`)}
      </span>
      <p {...written(request.reason)}>{withReferences(request.reason)}</p>
      <p className="xs muted">
        {request.byViewer ? t('own') : nameOf(request.requestedBy)} · {when(request.requestedAt)}
      </p>
      {request.endorsedAt && (
        <Step because={request.endorsementReason}>
          {t('endorsed', { name: nameOf(request.endorsedBy), when: when(request.endorsedAt) })}
        </Step>
      )}
      {request.decidedAt && (
        <Step because={request.decisionReason}>
          {t(state === 'DECLINED' ? 'declined' : 'approved', {
            name: nameOf(request.decidedBy),
            when: when(request.decidedAt),
          })}
        </Step>
      )}
      {visibleUntil && (
        <p className="small">
          {t(state === 'APPROVED' ? 'until' : 'ended', { when: when(visibleUntil) })}
          {state === 'APPROVED' && request.byViewer && (
            <>
              {' '}
              <a href="#applicant">{t('see')}</a>
            </>
          )}
        </p>
      )}
    </li>
  );
}

function Step({ because, children }: { because: string | null; children: string }) {
  return (
    <p className="small">
      {children}
      {because && (
        <>
          {' '}
          <q>
            <bdi>{because}</bdi>
          </q>
        </>
      )}
    </p>
  );
}

function nameOf(post: Request['requestedBy']): string {
  return post ? [post.holder?.name, post.name].filter(Boolean).join(' – ') : '…';
}
