'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { NextCase } from '../inbox/next-case.island.tsx';
import type { Done } from './desk/panel/intents.ts';

/**
 * Says that a step succeeded. The form that had the focus is gone, so the focus comes here; and the address
 * forgets the step, so that a page which is opened again does not tell of it twice.
 */
export function DoneBar({ done }: { done: Done }) {
  const t = useTranslations('desk.done');
  const bar = useRef<HTMLParagraphElement>(null);
  const { at } = done;
  useEffect(() => {
    if (at === '') return;
    bar.current?.focus();
    window.history.replaceState(null, '', window.location.pathname + window.location.hash);
  }, [at]);
  return (
    <p className="donebar" data-done={done.intent} role="status" tabIndex={-1} ref={bar}>
      <Icon name="on-time" />
      {t(done.intent)}
      <NextCase />
    </p>
  );
}
