import type { TimelineItem } from '../../ui/timeline.tsx';
import type { TrackedCase } from './tracked-case.ts';

type Entry = TrackedCase['timeline']['edges'][number]['node'];
type Look = Pick<TimelineItem, 'icon' | 'tone'>;

const plain = (icon: Look['icon'], tone: Look['tone'] = 'plain'): Look => ({ icon, tone });

const looks: Record<NonNullable<Entry['action']>, Look> = {
  SUBMIT: plain('check', 'done'),
  CLASSIFY: plain('person'),
  START: plain('building'),
  TRANSFER: plain('transfer'),
  ACCEPT_TRANSFER: plain('transfer'),
  REFUSE_TRANSFER: plain('transfer'),
  ASK_APPLICANT: plain('paused', 'paused'),
  REPLY: plain('reply'),
  REQUEST_PART: plain('merge'),
  INTERIM_REPLY: plain('calendar'),
  PROPOSE_ANSWER: plain('note'),
  APPROVE_ANSWER: plain('on-time', 'done'),
  RETURN_ANSWER: plain('reply'),
  REJECT: plain('close'),
  MERGE: plain('merge'),
  WITHDRAW: plain('close'),
  RATE: plain('star'),
  REOPEN: plain('reopen'),
  REQUEST_ESCALATION: plain('up', 'overdue'),
  ESCALATE: plain('overdue', 'overdue'),
  CLOSE: plain('check'),
  ASSIGN: plain('person'),
  REFER_TRANSFER: plain('transfer'),
  ANSWER_PART: plain('merge'),
  WITHDRAW_PART: plain('merge'),
  PROPOSE_INTERIM: plain('calendar'),
  DECLINE_INTERIM: plain('calendar'),
  PROPOSE_REJECTION: plain('note'),
  DECLINE_REJECTION: plain('note'),
  SCORE_ANSWER: plain('note'),
  APPEAL: plain('up'),
  DECLINE_APPEAL: plain('close'),
  RESCHEDULE: plain('calendar'),
};

/** The picture of an entry; the newest one of an open case is where things stand now. */
export function lookOf(entry: Entry, newest: boolean, open: boolean): Look {
  const look = entry.action ? looks[entry.action] : plain('inbox');
  return newest && open && look.tone === 'plain' ? { ...look, tone: 'here' } : look;
}

const ended = new Set<TrackedCase['state']>(['RESOLVED', 'CLOSED', 'REJECTED', 'DUPLICATE', 'WITHDRAWN']);

/** Whether somebody still works on the case. */
export function isOpen(state: TrackedCase['state']): boolean {
  return !ended.has(state);
}

/** Newest first; entries of the same moment keep the later step on top. */
export function newestFirst(kase: TrackedCase): Entry[] {
  const entries = kase.timeline.edges.map((edge) => edge.node);
  const ordered = entries.toSorted((left, right) => Date.parse(left.at) - Date.parse(right.at));
  return ordered.toReversed();
}
