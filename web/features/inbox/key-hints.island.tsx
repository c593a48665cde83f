'use client';

import { useTranslations } from 'next-intl';
import { KeyCaps, type KeyLine } from '../staff/key-list.island.tsx';

const acting: readonly string[] = ['pick', 'range', 'assign', 'start', 'transfer', 'undo'];
const foot: readonly string[] = ['move', 'open', 'pick', 'search', 'palette'];
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

/** The keys of the inbox; `acts`: those too that do something to cases. */
export function useInboxKeyLines(acts: boolean): (KeyLine & { name: string })[] {
  const t = useTranslations('inbox.keys');
  return keys
    .filter(([name]) => acts || !acting.includes(name))
    .map(([name, caps]) => ({ name, caps, words: t(name) }));
}

/** The foot of the inbox: the commonest keys. */
export function KeyFoot({ synced, acts, onAll }: { synced: string; acts: boolean; onAll(): void }) {
  const t = useTranslations('inbox.keys');
  return (
    <footer className="hints">
      {useInboxKeyLines(acts)
        .filter(({ name }) => foot.includes(name))
        .map(({ name, caps, words }) => (
          <span key={name}>
            <KeyCaps caps={caps} />
            {words}
          </span>
        ))}
      <button type="button" className="btn btn--quiet btn--sm" onClick={onAll}>
        {t('all')}
      </button>
      <span className="hints__synced">{synced}</span>
    </footer>
  );
}
