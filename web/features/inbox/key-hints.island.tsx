'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useId } from 'react';

const keys = [
  ['move', ['J', 'K']],
  ['open', ['Enter']],
  ['search', ['/']],
  ['refresh', ['.']],
  ['leave', ['Esc']],
  ['all', ['?']],
] as const;

/** The foot of the inbox: the commonest keys. */
export function KeyFoot({ synced }: { synced: string }) {
  const t = useTranslations('staff.keys');
  return (
    <footer className="hints">
      {keys
        .filter(([name]) => name !== 'leave')
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
export function KeyDialog({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  const t = useTranslations('staff.keys');
  const heading = useId();
  return (
    <dialog ref={dialog} className="keys" aria-labelledby={heading}>
      <h2 id={heading}>{t('title')}</h2>
      <dl className="ledger">
        {keys.map(([name, caps]) => (
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
