import { useTranslations } from 'next-intl';
import { Icon } from '../../../ui/icon.tsx';
import type { InboxRow } from '../list/row-view.ts';
import type { BulkResult } from './bulk-result.ts';

interface BulkToastProps {
  result: BulkResult | null;
  rows: readonly InboxRow[];
  busy: boolean;
  onUndo(): void;
  onClose(): void;
}

/** What became of a bulk action: how many, which were refused and why, and the way back where there is one. */
export function BulkToast({ result, rows, busy, onUndo, onClose }: BulkToastProps) {
  const t = useTranslations('inbox.bulk');
  const subjectOf = (id: string): string => rows.find((row) => row.id === id)?.subject ?? '';
  return (
    <div className="toastbox" role="status">
      {result && (
        <div className="toast toast--bulk">
          <div className="toast__words">
            {result.problem !== null && <p>{result.problem || t('unanswered')}</p>}
            {result.done.length > 0 && <p>{t(`done.${result.action}`, { count: result.done.length })}</p>}
            {result.refused.length > 0 && (
              <>
                <p>{t('refused', { count: result.refused.length })}</p>
                <ul>
                  {result.refused.map(({ caseId, message }) => (
                    <li key={caseId}>
                      <Icon name="overdue" />
                      <span>
                        <bdi>{subjectOf(caseId)}</bdi>: {message}
                      </span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
          <span className="toast__tools">
            {result.undo.length > 0 && (
              <button type="button" onClick={onUndo} disabled={busy}>
                {t('undo')}{' '}
                <span className="key" aria-hidden="true">
                  Z
                </span>
              </button>
            )}
            <button type="button" onClick={onClose}>
              {t('close')}
            </button>
          </span>
        </div>
      )}
    </div>
  );
}
