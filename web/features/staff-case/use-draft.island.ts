'use client';

import { useCallback, useEffect, useState } from 'react';

export interface Draft {
  text: string;
  /** Whether the text was found on this device when the form appeared. */
  restored: boolean;
  write(text: string): void;
}

/**
 * A text kept on this device until it is sent. `given` is what the form comes back with after it was refused;
 * it goes before what is stored.
 */
export function useDraft(key: string, given: string): Draft {
  const [text, setText] = useState(given);
  const [restored, setRestored] = useState(false);

  useEffect(() => {
    if (given) return;
    const stored = localStorage.getItem(key);
    if (!stored) return;
    // Without scripts the field may have been filled before this ran; what is typed there wins.
    setText((typed) => typed || stored);
    setRestored(true);
  }, [key, given]);

  const write = useCallback(
    (next: string) => {
      setText(next);
      if (next) localStorage.setItem(key, next);
      else localStorage.removeItem(key);
    },
    [key],
  );
  return { text, restored, write };
}

/** Where the draft of one form of one case is kept. */
export function draftKey(reference: string, form: 'answer' | 'reason'): string {
  return `bk:draft:${reference}:${form}`;
}
