'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';

/** Puts the focus on the heading of each page that is gone to, so that keyboards and readers begin there. */
export function FocusHeading() {
  const path = usePathname();
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [path]);
  return null;
}
