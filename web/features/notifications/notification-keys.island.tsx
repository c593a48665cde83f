'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { isSwitchedOff } from '../staff/letter-keys.ts';
import { useStaffLive } from '../staff/live/staff-live.island.tsx';
import { throttled } from '../staff/live/throttled.ts';

/** Milliseconds between something heard and the list, and between two readings of it. */
const settleMs = 100;
const everyMs = 2_000;

/** J and K go from case to case, Enter opens one; the list is read again when something is told. */
export function NotificationKeys() {
  const router = useRouter();
  const { onNotification, onResumed } = useStaffLive();

  useEffect(() => {
    const renew = throttled(async () => router.refresh(), settleMs, everyMs);
    const stops = [onNotification(renew.ask), onResumed(renew.ask), renew.close];
    return () => {
      for (const stop of stops) stop();
    };
  }, [router, onNotification, onResumed]);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const target = event.target instanceof HTMLElement ? event.target : null;
      const isTyping = target?.closest('input, textarea, select, [contenteditable]') != null;
      if (isTyping || isSwitchedOff(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      const step = { KeyJ: 1, KeyK: -1 }[event.code];
      if (step === undefined) return;
      const cases = [...document.querySelectorAll<HTMLElement>('[data-notification]')];
      const here = cases.findIndex((one) => one.closest('li')?.contains(document.activeElement));
      const next = cases[Math.max(0, Math.min(cases.length - 1, here + step))];
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: 'nearest' });
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return null;
}
