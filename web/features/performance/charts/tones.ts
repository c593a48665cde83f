/** One scale of colours for shares on time, on the map and in the wall of entities, with the words of its legend. */
import type { Locale } from '../../../i18n/locale.ts';
import { formatPercent } from '../../../ui/format.ts';

export type Tone = 0 | 1 | 2 | 3 | 4;

/** Where the second, third and fourth tone begin. */
const steps = [0.8, 0.9, 0.95] as const;

/** The tone of a share, 0..1; 0 when nothing was due, or too little to show. */
export function toneOf(share: number | null): Tone {
  if (share === null) return 0;
  return (1 + steps.filter((step) => share >= step).length) as Tone;
}

/** What the tones stand for: the share that each begins with and the one that it ends before, as people read them. */
export function toneRange(locale: Locale, tone: Exclude<Tone, 0>): { from: string; below: string } {
  const [from, below] = [steps[tone - 2] ?? 0, steps[tone - 1] ?? 1];
  return { from: formatPercent(locale, from), below: formatPercent(locale, below) };
}
