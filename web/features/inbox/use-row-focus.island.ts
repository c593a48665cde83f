'use client';

import { type RefObject, useEffect, useRef } from 'react';

/**
 * Gives the focus back to the row that had it when what took it from there is gone: a form that closed, a tool that
 * vanished. `moments` are what may make something vanish; at other times the focus is left where it is.
 */
export function useRowFocus(list: RefObject<HTMLElement | null>, moments: readonly unknown[]): void {
  const last = useRef<string | null>(null);
  useEffect(() => {
    const element = list.current;
    function onFocus({ target }: FocusEvent): void {
      const row = target instanceof Element ? target.closest('li') : null;
      last.current = row?.querySelector<HTMLElement>('[data-case]')?.dataset.case ?? last.current;
    }
    element?.addEventListener('focusin', onFocus);
    return () => element?.removeEventListener('focusin', onFocus);
  }, [list]);
  useEffect(() => {
    if (document.activeElement !== document.body || last.current === null) return;
    const links = list.current?.querySelectorAll<HTMLElement>('[data-case]') ?? [];
    [...links].find((link) => link.dataset.case === last.current)?.focus({ preventScroll: true });
  }, [list, ...moments]);
}
