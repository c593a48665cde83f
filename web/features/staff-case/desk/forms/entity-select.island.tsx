'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import type { SectorChoice } from '../read/read-desk.ts';
import { choicesLike } from './entity-search.ts';

interface EntitySelectProps {
  attributes: { id: string; name: string };
  sectors: readonly SectorChoice[];
  /** The entity that cannot be chosen. */
  except?: string | null | undefined;
  value?: string;
  required: boolean;
}

/**
 * One entity out of all, by sector, in forms of the desk and in plain ones. With scripts, typing a part of its name or its
 * code leaves those that fit, and chooses the one that is left.
 */
export function EntitySelect({ attributes, sectors, except, value = '', required }: EntitySelectProps) {
  const t = useTranslations('staff.form');
  const typing = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(value);
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const { found, count } = choicesLike(sectors, typed, { except: except ?? null, keep: chosen });

  return (
    <>
      {scripted && (
        <>
          <input
            id={typing}
            className="input entity__typed"
            type="search"
            dir="auto"
            autoComplete="off"
            aria-label={t('entityType')}
            placeholder={t('entityType')}
            aria-controls={attributes.id}
            value={typed}
            onChange={({ target }) => {
              setTyped(target.value);
              const left = choicesLike(sectors, target.value, { except: except ?? null, keep: '' });
              if (target.value !== '' && left.only) setChosen(left.only);
            }}
            onKeyDown={(event) => {
              // Enter chooses, it does not send the form.
              if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
            }}
          />
          <span className="sr" role="status">
            {typed === '' ? '' : t('entityFound', { count })}
          </span>
        </>
      )}
      <select
        className="select"
        required={required}
        value={chosen}
        onChange={({ target }) => setChosen(target.value)}
        {...attributes}
      >
        <option value="">{t('choose')}</option>
        {found.map((sector) => (
          <optgroup key={sector.name} label={sector.name}>
            {sector.entities.map((entity) => (
              <option key={entity.code} value={entity.code}>
                {entity.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </>
  );
}
