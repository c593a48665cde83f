'use client';

import { useTranslations } from 'next-intl';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { AssignManyForm, TransferManyForm } from './bulk-forms.island.tsx';
import { type BulkTool, bulkTools } from './tools.ts';
import type { Bulk } from './use-bulk.island.ts';

const looks: Record<BulkTool, { icon: IconName; cap: string }> = {
  assign: { icon: 'person', cap: 'A' },
  start: { icon: 'play', cap: 'S' },
  transfer: { icon: 'transfer', cap: 'T' },
};

/**
 * What can be done to the rows that are picked: only what the viewer may do to one of them at least, with the number
 * of those to which it applies where it is not all. Each case goes by itself; the server says for each.
 */
export function BulkBar({ bulk }: { bulk: Bulk }) {
  const t = useTranslations('inbox.bulk');
  const { picked, tools, form, busy } = bulk;
  const offered = bulkTools.filter((tool) => tools[tool].length > 0);
  return (
    <section className="bulkbox" aria-label={t('label')}>
      <div className="bulk">
        <label className="bulk__all">
          <input type="checkbox" checked={bulk.all} onChange={bulk.pickAll} />
          <span className="sr">{t('all')}</span>
        </label>
        <b role="status">{t('picked', { count: picked.length })}</b>
        {offered.map((tool) => (
          <button
            key={tool}
            type="button"
            className="btn btn--quiet btn--sm"
            data-tool={tool}
            disabled={busy}
            aria-expanded={tool === 'start' ? undefined : form === tool}
            onClick={() => bulk.begin(tool, null)}
          >
            <Icon name={looks[tool].icon} />
            {tools[tool].length < picked.length
              ? t('some', { tool: t(tool), count: tools[tool].length, all: picked.length })
              : t(tool)}
            <span className="key" aria-hidden="true">
              {looks[tool].cap}
            </span>
          </button>
        ))}
        {offered.length === 0 && !busy && <span className="muted small">{t('nothing')}</span>}
        <button type="button" className="btn btn--quiet btn--sm bulk__clear" onClick={bulk.clear}>
          {t('clear')}
          <kbd className="key">Esc</kbd>
        </button>
      </div>
      {form === 'assign' && <AssignManyForm rows={tools.assign} busy={busy} onSend={bulk.assign} />}
      {form === 'transfer' && <TransferManyForm rows={tools.transfer} busy={busy} onSend={bulk.transfer} />}
    </section>
  );
}
