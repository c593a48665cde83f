'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../staff/language.ts';
import { placeIn, readTrail, trailKey } from './list/case-trail.ts';

/** After a step: on to the next case of the list from which this one was opened; nothing at its end. */
export function NextCase() {
  const t = useTranslations('staff.case');
  const language = useLanguage();
  const path = usePathname();
  const [next, setNext] = useState<string | null>(null);
  useEffect(() => {
    const trail = readTrail(sessionStorage.getItem(trailKey));
    const reference = decodeURIComponent(path.split('/').at(-1) ?? '');
    setNext(trail?.from.startsWith(`/${language}/`) ? (placeIn(trail, reference)?.next ?? null) : null);
  }, [language, path]);
  if (next === null) return null;
  return (
    <Link className="donebar__next" href={`/${language}/staff/cases/${next}`} prefetch={false}>
      {t('nextCase')}
      <Icon name="next" />
    </Link>
  );
}
