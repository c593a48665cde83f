/** The small marks of a case that rows and headers share: its clock and who holds it. */
import { useTranslations } from 'next-intl';
import { Icon, type IconName } from '../../ui/icon.tsx';
import type { SlaTone, SlaWords } from './sla-words.ts';
import type { Pillar } from './vocabulary.ts';

const toneIcons: Record<SlaTone, IconName> = {
  ontime: 'on-time',
  soon: 'clock',
  overdue: 'overdue',
  paused: 'paused',
  stopped: 'check',
};

/** The clock of a case: colour, icon and words. */
export function ClockChip({ words }: { words: SlaWords }) {
  const t = useTranslations('staff.sla');
  return (
    <span className={`sla sla--${words.tone}`}>
      <Icon name={toneIcons[words.tone]} />
      {t(words.key, words.values)}
    </span>
  );
}

export const pillarIcons: Record<Pillar, IconName> = {
  QUALITY: 'star',
  TIME: 'clock',
  STAFF: 'person',
  PROCEDURE: 'note',
  INFRASTRUCTURE: 'building',
};

/** First letters of a name, for an avatar. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const [first = '', last = ''] = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letter = (word: string) => word.replace(/^(ال|Al-|al-)/, '').charAt(0);
  return [letter(first), letter(last)].filter(Boolean).join(' ');
}

interface HolderProps {
  holder: { name: string; holder: { name: string } | null } | null;
  /** Whether a post has the case, also while its name cannot be read. */
  held: boolean;
}

/** Who holds the case: initials, with the full name for screen readers and on hover. */
export function HolderMark({ holder, held }: HolderProps) {
  const t = useTranslations('staff.row');
  if (!holder) {
    const words = t(held ? 'nameAway' : 'noHolder');
    return (
      <span className="avatar avatar--none" title={words}>
        <span aria-hidden="true">{held ? '…' : '؟'}</span>
        <span className="sr">{words}</span>
      </span>
    );
  }
  const words = holder.holder
    ? t('heldBy', { name: holder.holder.name })
    : t('vacant', { post: holder.name });
  return (
    <span className={holder.holder ? 'avatar' : 'avatar avatar--none'} title={words}>
      <span aria-hidden="true">{holder.holder ? initials(holder.holder.name) : '–'}</span>
      <span className="sr">{words}</span>
    </span>
  );
}
