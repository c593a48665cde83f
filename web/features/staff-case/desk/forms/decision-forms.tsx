/** Decisions about what somebody else asked for: a transfer, an interim reply, a rejection, an appeal. */
import { noonOf } from '@bekhedmetkom/time/amman';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '../../../../ui/icon.tsx';
import { withReferences } from '../../../../ui/with-references.tsx';
import { written } from '../../../../ui/written.ts';
import { useLanguage } from '../../../staff/language.ts';
import { serverNow } from '../../../staff/live/server-time.ts';
import { dayWords, momentWords } from '../../../staff/when.ts';
import type { Intent } from '../panel/intents.ts';
import type { PanelProps } from './desk.ts';
import { DeskSelect, DeskText } from './desk-fields.tsx';
import { DeskForm } from './desk-form.island.tsx';
import { usePostOptions } from './entity-field.tsx';
import { EntitySelect } from './entity-select.island.tsx';

/** What was asked for, in the words of whoever asked. */
function Asked({
  title,
  by,
  text,
  children,
}: {
  title: string;
  by?: string;
  text?: string | null;
  children?: ReactNode;
}) {
  return (
    <div className="asked">
      <p>
        <b>{title}</b>
      </p>
      {text && (
        <blockquote className="asked__text" {...written(text)}>
          {withReferences(text)}
        </blockquote>
      )}
      {by && <p className="small muted">{by}</p>}
      {children}
    </div>
  );
}

/** The other answer: no, and why. */
function Decline({ desk, intent, label }: Pick<PanelProps, 'desk'> & { intent: Intent; label: string }) {
  const t = useTranslations('desk');
  return (
    <DeskForm desk={desk} intent={intent} icon="reply" submit={t(`send.${intent}`)} look="second" inner>
      <DeskText name="reason" label={label} />
    </DeskForm>
  );
}

/** Accept the case with somebody to work on it, or say why not. */
export function DecideTransfer({ desk, kase, choices }: PanelProps) {
  const t = useTranslations('desk');
  const language = useLanguage();
  const posts = usePostOptions(choices.posts);
  const { transfer } = kase;
  if (!transfer) return null;
  const until = transfer.decideBy && momentWords(language, transfer.decideBy, serverNow());
  return (
    <>
      <Asked
        title={t('transfer.asked', { from: kase.entity?.name ?? '…', to: transfer.to?.name ?? '…' })}
        text={transfer.reason}
        by={
          transfer.decidedByOperationRoom
            ? t('transfer.room')
            : until
              ? t('transfer.until', { when: until })
              : undefined
        }
      />
      {kase.actions.includes('ACCEPT_TRANSFER') && transfer.decidedByOperationRoom && (
        <OtherEntity kase={kase} choices={choices} />
      )}
      {kase.actions.includes('ACCEPT_TRANSFER') && (
        <DeskForm desk={desk} intent="acceptTransfer" icon="check" submit={t('send.acceptTransfer')} inner>
          {transfer.decidedByOperationRoom && <Receiver kase={kase} choices={choices} />}
          <DeskSelect name="assigneePostId" label={t('field.assignee')} empty={t('choose')} options={posts} />
        </DeskForm>
      )}
      {kase.actions.includes('REFUSE_TRANSFER') && (
        <Decline
          desk={desk}
          intent="refuseTransfer"
          label={t(transfer.decidedByOperationRoom ? 'transfer.whyBack' : 'transfer.why')}
        />
      )}
    </>
  );
}

type RoomProps = Pick<PanelProps, 'kase' | 'choices'>;

/** Who gets the case when the operation room accepts: the entity that was asked, or another one that it chose. */
function Receiver({ kase, choices }: RoomProps) {
  const t = useTranslations('desk');
  const target = kase.transfer?.to;
  const receiver = choices.entity ?? target;
  return (
    <>
      {receiver && receiver.code !== target?.code && (
        <input type="hidden" name="entityCode" value={receiver.code} />
      )}
      <p className="classify__entity">
        <Icon name="building" />
        <b>{receiver?.name}</b>
        {receiver?.code !== target?.code && <a href="?#decideTransfer">{t('transfer.backTo')}</a>}
      </p>
    </>
  );
}

/** Another entity is chosen first, by the address: its focal points can be asked for only then. A plain form. */
function OtherEntity({ kase, choices }: RoomProps) {
  const t = useTranslations('desk');
  const language = useLanguage();
  return (
    <details className="fold asked">
      <summary>{t('transfer.change')}</summary>
      <form action={`/${language}/staff/cases/${kase.reference}#decideTransfer`} className="choose">
        <label className="label small" htmlFor="choose-receiver">
          {t('field.entity')}
        </label>
        <EntitySelect
          attributes={{ id: 'choose-receiver', name: 'entity' }}
          sectors={choices.sectors}
          except={kase.assigned?.code ?? null}
          required
        />
        <button className="btn btn--second btn--sm" type="submit">
          {t('transfer.choose')}
          <Icon name="next" />
        </button>
      </form>
    </details>
  );
}

/** The main focal point approves the promised date, or sends the interim reply back. */
export function DecideInterim({ desk, kase }: PanelProps) {
  const t = useTranslations('desk');
  const language = useLanguage();
  const { proposal } = kase;
  if (proposal?.kind !== 'INTERIM') return null;
  const day = proposal.dueOn ? dayWords(language, noonOf(proposal.dueOn), serverNow()) : '';
  return (
    <>
      <Asked title={t('interim.asked', { day })} text={proposal.text} by={nameOf(proposal.by)} />
      {kase.actions.includes('INTERIM_REPLY') && (
        <DeskForm desk={desk} intent="approveInterim" icon="check" submit={t('send.approveInterim')} inner />
      )}
      {kase.actions.includes('DECLINE_INTERIM') && (
        <Decline desk={desk} intent="declineInterim" label={t('field.reason')} />
      )}
    </>
  );
}

/** The operation room approves a rejection, or sends the case back to work. */
export function DecideRejection({ desk, kase }: PanelProps) {
  const t = useTranslations('desk');
  const { proposal } = kase;
  if (proposal?.kind !== 'REJECTION') return null;
  const code = proposal.code ? t(`rejection.${proposal.code}`) : '';
  return (
    <>
      <Asked title={t('rejection.asked', { code })} text={proposal.text} by={nameOf(proposal.by)}>
        <p className="notice">
          <Icon name="eye" />
          <span>{t('rejection.seen')}</span>
        </p>
      </Asked>
      {kase.actions.includes('REJECT') ? (
        <DeskForm
          desk={desk}
          intent="approveRejection"
          icon="close"
          submit={t('send.approveRejection')}
          look="danger"
          inner
        />
      ) : (
        <p className="small muted">{t('rejection.own')}</p>
      )}
      {kase.actions.includes('DECLINE_REJECTION') && (
        <Decline desk={desk} intent="declineRejection" label={t('field.reason')} />
      )}
    </>
  );
}

/** The operation room grants an appeal by reopening the case, or declines it. */
export function DecideAppeal({ desk, kase }: PanelProps) {
  const t = useTranslations('desk');
  return (
    <>
      <Asked title={t('appeal.asked')} />
      {kase.actions.includes('REOPEN') && (
        <DeskForm desk={desk} intent="reopen" icon="reopen" submit={t('send.reopen')} inner>
          <DeskText name="reason" label={t('reopen.why')} hint={t('reopen.hint')} />
        </DeskForm>
      )}
      <Decline desk={desk} intent="declineAppeal" label={t('appeal.why')} />
    </>
  );
}

function nameOf(post: { name: string; holder: { name: string } | null } | null): string | undefined {
  return post ? [post.holder?.name, post.name].filter(Boolean).join(' – ') : undefined;
}
