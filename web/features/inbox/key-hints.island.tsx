'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useId } from 'react';

const acting = ['pick', 'range', 'assign', 'start', 'transfer', 'undo'];
const foot = ['move', 'open', 'pick', 'search', 'palette', 'all'];
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
export function KeyFoot({ synced, acts }: { synced: string; acts: boolean }) {
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
      <span className="hints__synced">{synced}</span>
    </footer>
  );
}

/** All keys, in a dialog that the `?` key opens. */
export function KeyDialog({ dialog, acts }: { dialog: RefObject<HTMLDialogElement | null>; acts: boolean }) {
  const t = useTranslations('inbox.keys');
  const heading = useId();
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
      <form method="dialog">
        <button className="btn btn--second btn--sm" type="submit">
          {t('close')}
        </button>
      </form>
    </dialog>
  );
}
