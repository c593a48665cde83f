import type { TimelineItem } from '../../../ui/timeline.tsx';
import type { TrackedCase } from './tracked-case.ts';

export type Entry = TrackedCase['timeline']['edges'][number]['node'];
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
  CONTINUE: plain('merge'),
  SEPARATE: plain('check', 'done'),
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
export function lookOf(entry: Entry, newest: boolean, kase: Laddered & Pick<TrackedCase, 'state'>): Look {
  const open = isOpen(kase.state);
  const early = entry.action === 'ESCALATE' && levelOf(entry, kase) === 'L0';
  const look = early ? plain('bell') : entry.action ? looks[entry.action] : plain('inbox');
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

type Laddered = Pick<TrackedCase, 'escalations' | 'timeline'>;

/**
 * The level that an entry of the timeline tells of; null when no level of this round is of its moment. Levels that
 * were reached in one moment stand in the timeline in their order.
 */
function levelOf(
  { id, at }: Pick<Entry, 'id' | 'at'>,
  { escalations, timeline }: Laddered,
): TrackedCase['escalations'][number]['level'] | null {
  const levels = escalations.filter(
    (one) => !one.requestedByApplicant && Date.parse(one.at) === Date.parse(at),
  );
  const entries = timeline.edges.filter(({ node }) => node.action === 'ESCALATE' && node.at === at);
  const place = entries.findIndex(({ node }) => node.id === id);
  // A late escalation reaches several levels in one step: it is told by the highest.
  const own = entries.length === levels.length ? levels[place] : levels.at(-1);
  return own?.level ?? null;
}

/** The name of an entry's sentence in `track.event`. */
export function eventKey(
  { id, at, action, by, state }: Pick<Entry, 'id' | 'at' | 'action' | 'by' | 'state'>,
  kase: Laddered,
) {
  if (action === null) return 'IMPORTED';
  // Nobody did it: a term passed.
  if (by === 'SYSTEM' && (action === 'REPLY' || action === 'CLOSE')) return `${action}_BY_TIME` as const;
  if (by === 'STAFF' && action === 'REOPEN') return 'REOPEN_BY_ROOM';
  if (action === 'SUBMIT' && state === 'DUPLICATE') return 'FOLLOW';
  if (action !== 'ESCALATE') return action;
  const level = levelOf({ id, at }, kase);
  return level === null ? action : (`ESCALATE_${level}` as const);
}

/** What the entity wrote when it promised a later date in this round; null when it did not. */
export function interimReply(kase: TrackedCase): string | null {
  const began = kase.cycles.find(({ number }) => number === kase.cycle)?.submittedAt ?? kase.submittedAt;
  const entry = newestFirst(kase).find(({ action }) => action === 'INTERIM_REPLY');
  return entry && Date.parse(entry.at) >= Date.parse(began) ? entry.text : null;
}

/** What made the date a later one than the first: a promise says more than a credit, and that than a pause. */
export function movedBy(explanation: readonly { reason: string }[]): 'promise' | 'credit' | 'pause' {
  const has = (reason: string) => explanation.some((step) => step.reason === reason);
  if (has('PROMISE')) return 'promise';
  return has('CREDIT') ? 'credit' : 'pause';
}

type Outcome = NonNullable<TrackedCase['answer']>['outcome'];

/** The name of an outcome in `case.outcome`: thanks are received, not accepted. */
export function outcomeKey(type: TrackedCase['type'], outcome: Outcome): Outcome | 'THANKED' {
  return type === 'COMPLIMENT' && outcome !== 'OUT_OF_REMIT' ? 'THANKED' : outcome;
}

/** The name of the sentence in `track.answer` that says what an answer means for a request of this type. */
export function answerKey(type: TrackedCase['type'], outcome: Outcome) {
  switch (outcome) {
    case 'SOLVED':
    case 'PARTLY_SOLVED':
    case 'EXPLAINED':
    case 'ACCEPTED':
      return `text.${outcome}.${type}` as const;
    default:
      return `text.${outcome}` as const;
  }
}
