'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';

/** A screen that hangs alone asks again after this, until it is well. */
const againMs = 15_000;

/** What stands in for the wall when it cannot be drawn at all. */
export function WallFault() {
  const t = useTranslations('wall.fault');
  useEffect(() => {
    const timer = setTimeout(() => location.reload(), againMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main id="main">
      <div className="wall wall--closed" role="alert">
        <h1>{t('title')}</h1>
        <p>{t('text')}</p>
      </div>
    </main>
  );
}
