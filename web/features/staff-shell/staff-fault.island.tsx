'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '../../ui/icon.tsx';

/** What stands in for a page that could not be made. Drafts are safe: they are on this device. */
export function StaffFault({ onAgain }: { onAgain(): void }) {
  const t = useTranslations('staff.problem');
  return (
    <main id="main">
      <div className="blank" role="alert">
        <span className="blank__icon">
          <Icon name="overdue" />
        </span>
        <h1 tabIndex={-1}>{t('page')}</h1>
        <p>{t('SERVICE_UNAVAILABLE')}</p>
        <button type="button" className="btn btn--primary" onClick={onAgain}>
          {t('again')}
        </button>
      </div>
    </main>
  );
}
