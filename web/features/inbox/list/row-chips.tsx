import { useTranslations } from 'next-intl';
import { Icon } from '../../../ui/icon.tsx';
import { useLanguage } from '../../staff/language.ts';
import { dayWords } from '../../staff/when.ts';
import type { InboxRow } from './row-view.ts';
import { sideOf } from './transfer-side.ts';

interface RowChipsProps {
  row: InboxRow;
  now: number;
  /** Codes of the entities that the viewer works for. */
  own: readonly string[];
}

/** What hangs on a case beside its clock: how far it was escalated, who is asked for it, what waits. */
export function RowChips({ row, now, own }: RowChipsProps) {
  const t = useTranslations('inbox.chip');
  const level = row.sla?.escalation ?? null;
  const open = row.contributions.filter((part) => part.state === 'OPEN').length;
  return (
    <>
      {level !== null && level !== 'L0' && (
        <em className="chip chip--level">
          <Icon name="up" />
          {t(`told.${level}`)}
        </em>
      )}
      {row.transfer && <TransferChip row={row} transfer={row.transfer} now={now} own={own} />}
      {open > 0 && (
        <em className="chip">
          <Icon name="building" />
          {t('parts', { open, all: row.contributions.length })}
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

interface TransferChipProps extends RowChipsProps {
  transfer: NonNullable<InboxRow['transfer']>;
}

/** From whom a transfer comes, for who decides about it; to whom it goes, for who asked; both, for who watches. */
function TransferChip({ row, transfer, now, own }: TransferChipProps) {
  const t = useTranslations('inbox.chip');
  const language = useLanguage();
  const from = row.entity?.name ?? '…';
  const to = transfer.to?.name ?? '…';
  const atRoom = transfer.decidedByOperationRoom || !transfer.decideBy;
  const when = atRoom || !transfer.decideBy ? '' : dayWords(language, transfer.decideBy, now);
  const side = sideOf({ from: row.entity?.code, to: transfer.to?.code, own });
  const words = t(`transfer.${side}`, { from, to, decider: atRoom ? 'room' : 'entity', when });
  return (
    <em className="chip" title={words}>
      <Icon name="transfer" />
      {words}
    </em>
  );
}
