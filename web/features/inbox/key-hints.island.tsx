'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useId, useState } from 'react';
import { areLetterKeysOn, switchLetterKeys } from '../staff/letter-keys.ts';

const acting = ['pick', 'range', 'assign', 'start', 'transfer', 'undo'];
const foot = ['move', 'open', 'pick', 'search', 'palette'];
const keys = [
  ['move', ['J', 'K']],
  ['open', ['Enter']],
  ['pick', ['X']],
  ['range', ['Shift', 'J', 'K']],
  ['assign', ['A']],
  ['start', ['S']],
  ['transfer', ['T']],
  ['undo', ['Z']],
  ['palette', ['Ctrl', 'K']],
  ['search', ['/']],
  ['refresh', ['.']],
  ['leave', ['Esc']],
  ['all', ['?']],
] as const;

/** The foot of the inbox: the commonest keys. */
export function KeyFoot({ synced, acts, onAll }: { synced: string; acts: boolean; onAll(): void }) {
  const t = useTranslations('inbox.keys');
  return (
    <footer className="hints">
      {keys
        .filter(([name]) => foot.includes(name) && (acts || !acting.includes(name)))
        .map(([name, caps]) => (
          <span key={name}>
            {caps.map((cap) => (
              <kbd key={cap} className="key">
                {cap}
              </kbd>
            ))}
            {t(name)}
          </span>
        ))}
      <button type="button" className="btn btn--quiet btn--sm" onClick={onAll}>
        {t('all')}
      </button>
      <span className="hints__synced">{synced}</span>
    </footer>
  );
}

/** All keys, in a dialog that the `?` key opens. */
export function KeyDialog({ dialog, acts }: { dialog: RefObject<HTMLDialogElement | null>; acts: boolean }) {
  const t = useTranslations('inbox.keys');
  const heading = useId();
  const [on, setOn] = useState(true);
  useEffect(() => setOn(areLetterKeysOn()), []);
  return (
    <dialog ref={dialog} className="keys" aria-labelledby={heading}>
      <h2 id={heading}>{t('title')}</h2>
      <dl className="ledger">
        {keys
          .filter(([name]) => acts || !acting.includes(name))
          .map(([name, caps]) => (
            <div key={name}>
              <dt>{t(name)}</dt>
              <dd>
                {caps.map((cap) => (
                  <kbd key={cap} className="key">
                    {cap}
                  </kbd>
                ))}
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
