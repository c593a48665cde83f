'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { inboxCommand } from '../inbox/inbox-keys.ts';
import { useInboxKeyLines } from '../inbox/key-hints.island.tsx';
import { placeIn, readTrail, type TrailPlace, trailKey } from '../inbox/list/case-trail.ts';
import { type KeyLine, KeyList } from '../staff/key-list.island.tsx';
import { useLanguage } from '../staff/language.ts';
import { isSwitchedOff } from '../staff/letter-keys.ts';

interface CaseTrailProps {
  reference: string;
  /** The letters of what the viewer may do here. */
  letters: readonly KeyLine[];
}

/** Back to the list the case was opened from, and on to its neighbours, also with J and K. */
export function CaseTrail({ reference, letters }: CaseTrailProps) {
  const t = useTranslations('staff.case');
  const keys = useTranslations('inbox.keys');
  const language = useLanguage();
  const router = useRouter();
  const [from, setFrom] = useState(`/${language}/staff/inbox`);
  const [place, setPlace] = useState<TrailPlace | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const pathOf = (neighbour: string) => `/${language}/staff/cases/${neighbour}`;

  useEffect(() => {
    const trail = readTrail(sessionStorage.getItem(trailKey));
    if (!trail?.from.startsWith(`/${language}/`)) return;
    setFrom(trail.from);
    setPlace(placeIn(trail, reference));
  }, [language, reference]);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (isSwitchedOff(event)) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      const field = target?.closest<HTMLElement>('input, textarea, select');
      if (field) {
        if (event.key === 'Escape') field.blur();
        return;
      }
      const command = inboxCommand(event, false);
      if (command === 'next' && place?.next) router.push(`/${language}/staff/cases/${place.next}`);
      if (command === 'previous' && place?.previous)
        router.push(`/${language}/staff/cases/${place.previous}`);
      if (command === 'leave' && !dialog.current?.open) router.push(from);
      if (command === 'hints') {
        event.preventDefault();
        dialog.current?.showModal();
      }
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [place, from, language, router]);

  return (
    <div className="trail small">
      <Link className="back" href={from} prefetch={false}>
        <Icon name="back" />
        {t('back')}
      </Link>
      {place && (
        <span className="row muted">
          <bdi>
            {t(place.ofEntity ? 'positionOfEntity' : 'position', { index: place.index, total: place.total })}
          </bdi>
          {place.previous && (
            <Link href={pathOf(place.previous)} prefetch={false}>
              <span className="key" aria-hidden="true">
                K
              </span>{' '}
              {t('previous')}
            </Link>
          )}
          {place.next && (
            <Link href={pathOf(place.next)} prefetch={false}>
              <span className="key" aria-hidden="true">
                J
              </span>{' '}
              {t('next')}
            </Link>
          )}
        </span>
      )}
      <button type="button" className="btn btn--quiet btn--sm" onClick={() => dialog.current?.showModal()}>
        {keys('all')}
      </button>
      <KeyList dialog={dialog} lines={[...letters, ...useInboxKeyLines(false)]} />
    </div>
  );
}
