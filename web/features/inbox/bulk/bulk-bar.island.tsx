'use client';

import { useTranslations } from 'next-intl';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import type { InboxRow } from '../row-view.ts';
import { AssignManyForm, TransferManyForm } from './bulk-forms.island.tsx';

export type BulkForm = 'assign' | 'transfer';

interface BulkBarProps {
  /** The rows that are picked, in the order of the list. */
  rows: readonly InboxRow[];
  /** Whether every row of the page is picked. */
  all: boolean;
  /** The form that is open. */
  open: BulkForm | null;
  /** While an action is on its way nothing else can be done. */
  busy: boolean;
  onOpen(form: BulkForm | null): void;
  onAll(): void;
  onClear(): void;
  onAssign(postId: string): void;
  onStart(): void;
  onTransfer(entity: string, reason: string): void;
}

/** What can be done to all rows that are picked. Each case goes by itself; the server says for each. */
export function BulkBar(props: BulkBarProps) {
  const { rows, open, busy, onOpen } = props;
  const t = useTranslations('inbox.bulk');
  const toggle = (form: BulkForm): void => onOpen(open === form ? null : form);
  return (
    <section className="bulkbox" aria-label={t('label')}>
      <div className="bulk">
        <label className="bulk__all">
          <input type="checkbox" checked={props.all} onChange={props.onAll} />
          <span className="sr">{t('all')}</span>
        </label>
        <b role="status">{t('picked', { count: rows.length })}</b>
        <Tool icon="person" cap="A" busy={busy} expanded={open === 'assign'} onPress={() => toggle('assign')}>
          {t('assign')}
        </Tool>
        <Tool icon="play" cap="S" busy={busy} onPress={props.onStart}>
          {t('start')}
        </Tool>
        <Tool
          icon="transfer"
          cap="T"
          busy={busy}
          expanded={open === 'transfer'}
          onPress={() => toggle('transfer')}
        >
          {t('transfer')}
        </Tool>
        <button type="button" className="btn btn--quiet btn--sm bulk__clear" onClick={props.onClear}>
          {t('clear')}
          <kbd className="key">Esc</kbd>
        </button>
      </div>
      {open === 'assign' && <AssignManyForm rows={rows} busy={busy} onSend={props.onAssign} />}
      {open === 'transfer' && <TransferManyForm rows={rows} busy={busy} onSend={props.onTransfer} />}
    </section>
  );
}

interface ToolProps {
  icon: IconName;
  cap: string;
  busy: boolean;
  expanded?: boolean;
  onPress(): void;
  children: string;
}

function Tool({ icon, cap, busy, expanded, onPress, children }: ToolProps) {
  return (
    <button
      type="button"
      className="btn btn--quiet btn--sm"
      disabled={busy}
      aria-expanded={expanded}
      onClick={onPress}
    >
      <Icon name={icon} />
      {children}
      <span className="key" aria-hidden="true">
        {cap}
      </span>
    </button>
  );
}
