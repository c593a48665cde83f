'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '../../../ui/icon.tsx';

/** Puts the page on paper: the year alone, without editor and frame. */
export function PrintButton() {
  const t = useTranslations('calendars');
  return (
    <button className="btn btn--quiet btn--sm" type="button" data-no-print onClick={() => window.print()}>
      <Icon name="print" />
      {t('print')}
    </button>
  );
}
