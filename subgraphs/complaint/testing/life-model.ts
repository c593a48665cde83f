/** The workflow once more, as plain as can be, for tests to compare with: what each attempt makes of a life. */
import type { ActorName, Attempt } from './attempts.ts';

export interface Life {
  state: string;
  version: number;
  cycle: number;
  /** Rounds that the applicant began after the first. */
  ownReopenings: number;
  /** Where a refused transfer goes back to. */
  before: string;
  refusals: number;
  atRoom: boolean;
  questions: number;
  parts: ('open' | 'done')[];
  /** Who proposed the rejection that waits. */
  rejecter: ActorName | null;
  appealed: boolean;
  /** It follows another case, as its applicant chose; nobody merged it. */
  byChoice: boolean;
  /** Who wrote the answer that was proposed last. */
  author: ActorName | null;
}

/** A case that was just submitted. */
export function born(): Life {
  return {
    state: 'SUBMITTED',
    version: 1,
    cycle: 1,
    ownReopenings: 0,
    before: '',
    refusals: 0,
    atRoom: false,
    questions: 0,
    parts: [],
    rejecter: null,
    appealed: false,
    byChoice: false,
    author: null,
  };
}

/** A case that was filed to follow another one. */
export function bornFollowing(): Life {
  return { ...born(), state: 'DUPLICATE', byChoice: true };
}

/** Whether nothing can happen any more. */
export function isOver({ state, byChoice }: Life): boolean {
  return !byChoice && ['REJECTED', 'DUPLICATE', 'WITHDRAWN'].includes(state);
}

type Rule = (life: Life, actor: ActorName) => Partial<Life> | null;

const when = (right: boolean, change: Partial<Life>): Partial<Life> | null => (right ? change : null);
const isOpen = ({ state }: Life): boolean =>
  [
    'SUBMITTED',
    'ASSIGNED',
    'TRANSFER_PENDING',
    'IN_PROGRESS',
    'AWAITING_APPLICANT',
    'PENDING_REVIEW',
  ].includes(state);
const among = (actor: ActorName, ...who: ActorName[]): boolean => who.includes(actor);
const hasOpenPart = ({ parts }: Life): boolean => parts.includes('open');
const settled = (parts: Life['parts']): Life['parts'] => parts.map(() => 'done');
const answered = ({ state }: Life): boolean => state === 'RESOLVED' || state === 'CLOSED';
const reopened = (life: Life, by: ActorName): Partial<Life> => ({
  state: 'IN_PROGRESS',
  cycle: life.cycle + 1,
  ownReopenings: life.ownReopenings + (by === 'applicant' ? 1 : 0),
  questions: 0,
  appealed: false,
  author: null,
});

const rules: Record<Attempt, Rule> = {
  classify: ({ state }, by) => when(state === 'SUBMITTED' && by === 'focalPoint', { state: 'ASSIGNED' }),
  start: ({ state }, by) =>
    when(state === 'ASSIGNED' && among(by, 'focalPoint', 'officer'), { state: 'IN_PROGRESS' }),
  transfer: ({ state }, by) =>
    when(['ASSIGNED', 'IN_PROGRESS'].includes(state) && by === 'focalPoint', {
      state: 'TRANSFER_PENDING',
      before: state,
      atRoom: false,
    }),
  refuse: (life, by) => {
    if (life.state !== 'TRANSFER_PENDING') return null;
    if (life.atRoom) return when(by === 'room', { state: life.before, atRoom: false, refusals: 0 });
    if (by !== 'otherEntity') return null;
    return life.refusals === 0 ? { state: life.before, refusals: 1 } : { atRoom: true, refusals: 2 };
  },
  ask: ({ state, questions }, by) =>
    when(state === 'IN_PROGRESS' && questions < 2 && among(by, 'focalPoint', 'officer'), {
      state: 'AWAITING_APPLICANT',
      questions: questions + 1,
    }),
  reply: ({ state }, by) =>
    when(state === 'AWAITING_APPLICANT' && by === 'applicant', { state: 'IN_PROGRESS' }),
  requestContribution: ({ state, parts }, by) =>
    when(['ASSIGNED', 'IN_PROGRESS'].includes(state) && by === 'focalPoint', { parts: [...parts, 'open'] }),
  answerContribution: (life, by) => lastPart(life, by === 'otherEntity'),
  withdrawContribution: (life, by) => lastPart(life, among(by, 'focalPoint', 'room')),
  propose: (life, by) =>
    when(life.state === 'IN_PROGRESS' && !hasOpenPart(life) && among(by, 'focalPoint', 'officer'), {
      state: 'PENDING_REVIEW',
      author: by,
    }),
  approve: ({ state, author }, by) =>
    when(state === 'PENDING_REVIEW' && by !== author && among(by, 'room', 'quality'), { state: 'RESOLVED' }),
  return: ({ state, author }, by) =>
    when(state === 'PENDING_REVIEW' && by !== author && among(by, 'room', 'quality'), {
      state: 'IN_PROGRESS',
    }),
  proposeRejection: ({ state, rejecter }, by) =>
    when(['SUBMITTED', 'ASSIGNED'].includes(state) && !rejecter && among(by, 'focalPoint', 'room'), {
      rejecter: by,
    }),
  reject: ({ state, rejecter, parts }, by) =>
    when(['SUBMITTED', 'ASSIGNED'].includes(state) && rejecter === 'focalPoint' && by === 'room', {
      state: 'REJECTED',
      parts: settled(parts),
    }),
  declineRejection: ({ state, rejecter }, by) =>
    when(['SUBMITTED', 'ASSIGNED'].includes(state) && rejecter !== null && by === 'room', { rejecter: null }),
  merge: (life, by) =>
    when(isOpen(life) && among(by, 'focalPoint', 'room'), { state: 'DUPLICATE', parts: settled(life.parts) }),
  withdraw: (life, by) =>
    when(isOpen(life) && by === 'applicant', { state: 'WITHDRAWN', parts: settled(life.parts) }),
  separate: ({ state, byChoice }, by) =>
    when(state === 'DUPLICATE' && byChoice && by === 'applicant', { state: 'SUBMITTED', byChoice: false }),
  rate: ({ state }, by) => when(state === 'RESOLVED' && by === 'applicant', { state: 'CLOSED' }),
  reopen: (life, by) =>
    when(answered(life) && by === 'applicant' && life.ownReopenings < 2, reopened(life, by)),
  reopenByRoom: (life, by) => reopenedByRoom(life, by),
  appeal: (life, by) =>
    when(answered(life) && life.ownReopenings >= 2 && !life.appealed && by === 'applicant', {
      appealed: true,
    }),
  declineAppeal: (life, by) => when(answered(life) && life.appealed && by === 'room', { appealed: false }),
  escalate: () => null,
};

// The applicant twice, the operation room any time; each by a mutation of its own.
function reopenedByRoom(life: Life, by: ActorName): Partial<Life> | null {
  return when(answered(life) && by === 'room', reopened(life, by));
}

function lastPart({ state, parts }: Life, may: boolean): Partial<Life> | null {
  const waiting = ['ASSIGNED', 'TRANSFER_PENDING', 'IN_PROGRESS', 'AWAITING_APPLICANT'].includes(state);
  return when(may && waiting && parts.at(-1) === 'open', { parts: [...parts.slice(0, -1), 'done'] });
}

/** The life after an attempt; null when it must be refused. */
export function live(life: Life, attempt: Attempt, actor: ActorName): Life | null {
  const change = rules[attempt](life, actor);
  if (change === null) return null;
  const after = { ...life, ...change, version: life.version + 1 };
  // What waited for a second person is overtaken when the case moves on.
  if (after.state !== life.state) after.rejecter = null;
  return after;
}
