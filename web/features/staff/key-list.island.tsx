'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useId, useState } from 'react';
import { areLetterKeysOn, switchLetterKeys } from './letter-keys.ts';

/** One shortcut: what it does, in words, and the keys that are pressed together or in place of one another. */
export interface KeyLine {
  words: string;
  caps: readonly string[];
}

interface KeyListProps {
  /** Opened with `showModal()` by whoever hears the `?` key or a button. */
  dialog: RefObject<HTMLDialogElement | null>;
  lines: readonly KeyLine[];
}

/** All shortcuts of a staff page, in a dialog, and the switch for those of one letter. */
export function KeyList({ dialog, lines }: KeyListProps) {
  const t = useTranslations('inbox.keys');
  const heading = useId();
  const [on, setOn] = useState(true);
  useEffect(() => setOn(areLetterKeysOn()), []);
  return (
    <dialog ref={dialog} className="keys" aria-labelledby={heading}>
      <h2 id={heading}>{t('title')}</h2>
      <dl className="ledger">
        {lines.map(({ words, caps }) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>
              <KeyCaps caps={caps} />
            </dd>
          </div>
        ))}
      </dl>
      <label className="choice">
        <input
          type="checkbox"
          checked={on}
          onChange={({ target }) => {
            switchLetterKeys(target.checked);
            setOn(target.checked);
          }}
        />
        <span>{t('letters')}</span>
      </label>
      <form method="dialog">
        <button className="btn btn--second btn--sm" type="submit">
          {t('close')}
        </button>
      </form>
    </dialog>
  );
}

/** Keys as they stand on the keyboard. */
export function KeyCaps({ caps }: Pick<KeyLine, 'caps'>) {
  return caps.map((cap) => (
    <kbd key={cap} className="key">
      {cap}
    </kbd>
  ));
}
