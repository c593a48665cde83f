'use client';

import { type Dispatch, type RefObject, type SetStateAction, useEffect } from 'react';
import type { DraftValues } from './draft-store.ts';
import { digitOf } from './rubric-points.ts';

/** Digits give points to the criterion that has the focus and go on to the next; `tell` hears of all points. */
export function useRubricKeys(
  box: RefObject<HTMLElement | null>,
  tell: Dispatch<SetStateAction<DraftValues>>,
): void {
  useEffect(() => {
    const rubric = box.current;
    if (!rubric) return;
    function onKeyDown(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLInputElement))
        return;
      const row = event.target.closest('fieldset');
      const digit = digitOf(event.key);
      const choice = row?.querySelector<HTMLInputElement>(`input[type="radio"][value="${digit}"]`);
      if (!row || digit === null || !choice) return;
      event.preventDefault();
      choice.click();
      const next = row.nextElementSibling?.querySelector<HTMLElement>('input, textarea');
      (next ?? choice).focus();
    }
    function onChange({ target }: Event): void {
      if (!(target instanceof HTMLInputElement) || !target.name.startsWith('points.')) return;
      const { name, value } = target;
      tell((before) => ({ ...before, [name]: value }));
    }
    rubric.addEventListener('keydown', onKeyDown);
    rubric.addEventListener('change', onChange);
    return () => {
      rubric.removeEventListener('keydown', onKeyDown);
      rubric.removeEventListener('change', onChange);
    };
  }, [box, tell]);
}
