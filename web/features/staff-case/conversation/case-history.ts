/** The story of a case in words: what is told of each entry of its timeline, and where its text stands. */
import type { CaseAction, EscalationLevel, TimelineActor } from '../../../graphql/generated/graphql.ts';

export interface StoryEntry {
  at: string;
  action: CaseAction | null;
  by: TimelineActor;
  text: string | null;
}

export interface Reached {
  level: EscalationLevel;
  at: string;
}

/** What is said of an entry: the words of its action, words of the story, or the levels that were reached. */
export type Told =
  | { kind: 'imported' }
  | { kind: 'action'; action: CaseAction }
  | { kind: 'nobodyReplied' | 'nobodyRated' | 'referred' }
  | { kind: 'reminded' }
  | { kind: 'climbed'; levels: EscalationLevel[] };

/** What time did by itself is told as such: nobody replied, nobody rated, nobody decided. */
export function tell(entry: StoryEntry, escalations: readonly Reached[]): Told {
  const { action, by, at } = entry;
  if (!action) return { kind: 'imported' };
  if (action === 'REFER_TRANSFER') return { kind: 'referred' };
  if (action === 'REPLY' && by === 'SYSTEM') return { kind: 'nobodyReplied' };
  if (action === 'CLOSE' && by === 'SYSTEM') return { kind: 'nobodyRated' };
  if (action === 'ESCALATE' || action === 'REQUEST_ESCALATION') {
    const levels = escalations
      .filter((one) => Date.parse(one.at) === Date.parse(at))
      .map(({ level }) => level);
    const higher = levels.filter((level) => level !== 'L0');
    if (higher.length > 0 && action === 'ESCALATE') return { kind: 'climbed', levels: higher };
    if (levels.length > 0 && action === 'ESCALATE') return { kind: 'reminded' };
  }
  return { kind: 'action', action };
}

/**
 * Whether the text of an entry is left out where it stands: it is said again further down, word for word, or it
 * stands in full elsewhere on the page (`elsewhere`).
 */
export function saidElsewhere(
  entries: readonly StoryEntry[],
  index: number,
  elsewhere: readonly (string | null | undefined)[],
): boolean {
  const text = entries[index]?.text;
  if (!text) return false;
  return elsewhere.includes(text) || entries.slice(index + 1).some((later) => later.text === text);
}
