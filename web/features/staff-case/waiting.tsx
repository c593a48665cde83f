import { useTranslations } from 'next-intl';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { useLanguage } from '../staff/language.ts';
import { momentWords } from '../staff/when.ts';
import type { DeskCase } from './desk/forms/desk.ts';
import { panelsOf } from './desk/panel/panels.ts';

/** What the case waits for from others, where the viewer is not the one to decide. */
export function Waiting({ kase, now }: { kase: DeskCase; now: number }) {
  const t = useTranslations('desk.waiting');
  const language = useLanguage();
  const offered = panelsOf(kase.actions);
  const when = (at: string): string => momentWords(language, at, now);
  const { transfer, proposal, question } = kase;
  const open = kase.contributions.filter(({ state }) => state === 'OPEN').length;
  return (
    <div className="waits">
      {transfer && !offered.includes('decideTransfer') && (
        <Wait icon="transfer">
          {transfer.decidedByOperationRoom || !transfer.decideBy
            ? t('room', { to: transfer.to?.name ?? '…' })
            : t('transfer', { to: transfer.to?.name ?? '…', when: when(transfer.decideBy) })}
        </Wait>
      )}
      {proposal?.kind === 'INTERIM' && !offered.includes('decideInterim') && (
        <Wait icon="calendar">{t('interim')}</Wait>
      )}
      {proposal?.kind === 'REJECTION' && !offered.includes('decideRejection') && (
        <Wait icon="flag">{t('rejection')}</Wait>
      )}
      {question?.replyBy && <Wait icon="speech">{t('question', { when: when(question.replyBy) })}</Wait>}
      {open > 0 && !offered.includes('answerContribution') && (
        <Wait icon="clock">{t('parts', { count: open })}</Wait>
      )}
    </div>
  );
}

function Wait({ icon, children }: { icon: IconName; children: string }) {
  return (
    <p className="notice">
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  );
}
