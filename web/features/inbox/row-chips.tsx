import { useTranslations } from 'next-intl';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../staff/language.ts';
import { dayWords } from '../staff/when.ts';
import type { InboxRow } from './row-view.ts';

/** What hangs on a case beside its clock: how far it was escalated, who is asked for it, what waits. */
export function RowChips({ row, now }: { row: InboxRow; now: number }) {
  const t = useTranslations('inbox.chip');
  const language = useLanguage();
  const level = row.sla?.escalation ?? null;
  const open = row.parts.filter((part) => part.state === 'OPEN').length;
  return (
    <>
      {level !== null && level !== 'L0' && (
        <em className="chip chip--level">
          <Icon name="up" />
          {t(`told.${level}`)}
        </em>
      )}
      {row.transfer && (
        <em className="chip">
          <Icon name="transfer" />
          {row.transfer.atRoom || !row.transfer.decideBy
            ? t('transferRoom', { entity: row.transfer.to?.name ?? '…' })
            : t('transfer', {
                entity: row.transfer.to?.name ?? '…',
                when: dayWords(language, row.transfer.decideBy, now),
              })}
        </em>
      )}
      {open > 0 && (
        <em className="chip">
          <Icon name="building" />
          {t('parts', { open, all: row.parts.length })}
        </em>
      )}
      {row.proposal && (
        <em className="chip">
          <Icon name={row.proposal.kind === 'INTERIM' ? 'calendar' : 'flag'} />
          {t(`proposal.${row.proposal.kind}`)}
        </em>
      )}
      {row.appealedAt && (
        <em className="chip">
          <Icon name="flag" />
          {t('appeal')}
        </em>
      )}
      {row.cycle > 1 && (
        <em className="chip">
          <Icon name="reopen" />
          {t('cycle', { number: row.cycle })}
        </em>
      )}
      {row.followers > 0 && (
        <em className="chip">
          <Icon name="person" />
          {t('followers', { count: row.followers })}
        </em>
      )}
    </>
  );
}
