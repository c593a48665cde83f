/** From an event of the graph to a line of the feed. */
import type { CaseAction, FeedEntry_CaseFragment } from '../../../graphql/generated/graphql.ts';
import type { IconName } from '../../../ui/icon.tsx';
import { typeIcons } from '../../../ui/vocabulary.ts';
import type { FeedEntry } from './feed.ts';

type FeedTone = 'plain' | 'ontime' | 'soon' | 'overdue';

export interface WallEntry extends FeedEntry {
  kase: FeedEntry_CaseFragment;
  action: CaseAction | null;
  /** The version of the working calendar that moved due dates; null for other entries, and when it could not be read. */
  calendarVersion: number | null;
}

interface Happened {
  /** RFC 3339. */
  at: string;
  action: CaseAction | null;
  version: number;
  kase: FeedEntry_CaseFragment;
}

export function toEntry({ at, action, version, kase }: Happened): WallEntry {
  const key = `${kase.id}@${version}`;
  const common = { key, at: Date.parse(at), kase, action };
  if (action !== 'RESCHEDULE') return { ...common, about: kase.id, calendarVersion: null };
  // A calendar moves the due dates of many cases: that is one thing that happened.
  const calendarVersion = kase.sla?.calendarVersion ?? null;
  return { ...common, about: `calendar ${calendarVersion ?? ''}`, together: 1, calendarVersion };
}

/** A case that was read in a list stands for its own submission, version 1. */
export function asSubmitted(kase: FeedEntry_CaseFragment, submittedAt: string): WallEntry {
  return toEntry({ at: submittedAt, action: 'SUBMIT', version: 1, kase });
}

export interface EntryLook {
  icon: IconName;
  tone: FeedTone;
  /** Key under `wall.feed` of what was done; null: the subject says it alone. */
  did: 'solved' | `did.${DidKey}` | null;
}

/** Every action of a case has a word of its own on the wall; `SUBMIT` needs none, a calendar has a line of its own. */
type DidKey = Exclude<CaseAction, 'SUBMIT' | 'RESCHEDULE'>;

const looks: Partial<Record<CaseAction, { icon: IconName; tone: FeedTone }>> = {
  CLASSIFY: { icon: 'person', tone: 'plain' },
  START: { icon: 'play', tone: 'plain' },
  PROPOSE_ANSWER: { icon: 'reply', tone: 'plain' },
  APPROVE_ANSWER: { icon: 'on-time', tone: 'ontime' },
  RETURN_ANSWER: { icon: 'reopen', tone: 'plain' },
  RATE: { icon: 'star', tone: 'plain' },
  CLOSE: { icon: 'check', tone: 'plain' },
  REOPEN: { icon: 'reopen', tone: 'soon' },
  ESCALATE: { icon: 'overdue', tone: 'overdue' },
  REQUEST_ESCALATION: { icon: 'up', tone: 'soon' },
  TRANSFER: { icon: 'transfer', tone: 'plain' },
};

/** How an entry looks: its icon and colour, and the word for what was done. */
export function lookOf({ kase, action }: Pick<WallEntry, 'kase' | 'action'>): EntryLook {
  if (action === null || action === 'SUBMIT') return { icon: typeIcons[kase.type], tone: 'plain', did: null };
  if (action === 'RESCHEDULE') return { icon: 'calendar', tone: 'plain', did: null };
  const look = looks[action] ?? { icon: typeIcons[kase.type], tone: 'plain' as const };
  if (action === 'APPROVE_ANSWER' && kase.answer?.outcome === 'SOLVED') return { ...look, did: 'solved' };
  return { ...look, did: `did.${action}` };
}
