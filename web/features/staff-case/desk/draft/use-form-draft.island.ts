'use client';

import { useCallback, useEffect, useState } from 'react';
import { typedValues } from './desk-result.ts';
import { type DraftStorage, type DraftValues, keepDraft, readDraft } from './draft-store.ts';

export interface FormDraft {
  values: DraftValues;
  /** Grows each time the fields have to be filled anew: the key of what holds them. */
  round: number;
  /** Whether the values were found in this tab when the form appeared. */
  restored: boolean;
  /** Keeps what the form holds now. */
  keep(form: HTMLFormElement): void;
  /** Begins anew: what the form held was sent. */
  renew(): void;
}

interface Filled {
  given: DraftValues | null;
  values: DraftValues;
  round: number;
  restored: boolean;
}

/**
 * What one form of a case holds, kept by this tab while it is typed. `given` is what the form comes back with
 * after it was refused; it goes before what is kept, and both go before `otherwise`.
 */
export function useFormDraft(
  reference: string,
  form: string,
  given: DraftValues | null,
  otherwise: DraftValues = {},
): FormDraft {
  const [filled, setFilled] = useState<Filled>({
    given,
    values: given ?? otherwise,
    round: 0,
    restored: false,
  });
  if (given && given !== filled.given) {
    setFilled({ given, values: given, round: filled.round + 1, restored: false });
  }

  useEffect(() => {
    const storage = tabStorage();
    const kept = storage && readDraft(storage, reference, form);
    if (!kept) return;
    setFilled((before) =>
      before.given
        ? before
        : { ...before, values: { ...before.values, ...kept }, round: before.round + 1, restored: true },
    );
  }, [reference, form]);

  const keep = useCallback(
    (element: HTMLFormElement) => {
      const storage = tabStorage();
      if (storage) keepDraft(storage, reference, form, typedValues(new FormData(element)));
    },
    [reference, form],
  );
  const renew = () =>
    setFilled((before) => ({ ...before, values: otherwise, round: before.round + 1, restored: false }));
  return { values: filled.values, round: filled.round, restored: filled.restored, keep, renew };
}

/** The storage of this tab; null where the browser forbids it. */
export function tabStorage(): DraftStorage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
