/** How every transition goes: lock, look again, decide by the rules, write all of it or nothing. */
import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Database, Tx } from '@bekhedmetkom/platform/database';
import { Fault } from '@bekhedmetkom/platform/errors';
import type { CaseEvent } from '@bekhedmetkom/schema/events/complaint';
import type { WorkflowTerms } from '@bekhedmetkom/schema/events/directory';
import type { CaseAction } from '@bekhedmetkom/schema/events/vocabulary';
import type { CaseRecord } from '../case/case.record.ts';
import { lockCase, saveTransition, type TransitionRecord } from '../case/case.store.ts';
import { applyTransition, type Refusal, type TransitionOutcome } from '../case/case.ts';
import { type Access, accessTo } from '../case-access/case.policy.ts';
import { nextDeadline, workingDaysLeft } from '../clock/case-clock.ts';
import { nextEscalation } from '../clock/escalation-policy.ts';
import { resume } from '../clock/pause.ts';
import { timeOutOf } from '../clock/time-outs.ts';
import { isConfidential, type SealedWords } from '../confidential/sealed-words.ts';
import type { Directory } from '../directory/directory.ts';
import { cancelDependentWork } from '../handover/cancel-dependent-work.ts';
import { notFound } from '../refusal/not-found.ts';
import type { WorkingCalendar } from '../sla/working-calendar.ts';
import { guardFactsOf } from './guard-facts.ts';

export interface CaseDependencies {
  database: Database;
  /** Seals what is written in confidential reports; absent where only the system acts. */
  words?: SealedWords;
  directory(): Directory;
}

/** A locked case about to change. */
export interface TransitionContext {
  tx: Tx;
  record: CaseRecord;
  outcome: TransitionOutcome;
  /** By the database's clock. */
  now: Date;
  terms: WorkflowTerms;
  /** Of the version that the cycle runs under. */
  calendar: WorkingCalendar;
  viewer: Viewer;
  directory: Directory;
  /** Post in which the viewer acts, if the directory knows one. */
  post: string | null;
  /** The form in which this case keeps a text; every text that is written beside the case goes through it. */
  keep<Text extends string | null>(text: Text): Text | string;
}

export interface Change {
  /** What the case is afterwards; version, state and next deadline are derived. */
  after: Partial<CaseRecord>;
  text?: string | null;
  internal?: boolean;
  /** Post under which the timeline shows the step, when it is not the one that acts. */
  shownPost?: string | null;
  /** Keys of posts to be told beside the holder. */
  told?: readonly string[];
  detail?: Record<string, unknown>;
}

export interface CaseResult {
  record: CaseRecord;
  access: Access;
  refusals: Refusal[];
}

interface Request {
  id: string | null;
  /** Null: as the case is now; for the system, which decides on nothing it has seen before. */
  expectedVersion: number | null;
  action: CaseAction;
  viewer: Viewer;
  /** Access proven otherwise than by who the viewer is. */
  access?: Access;
}

/**
 * Takes one action on one case. A case that the viewer may not see is NOT_FOUND, as if it did not exist; a
 * refusal comes with the case as it is now and has changed nothing.
 */
export function changeCase(deps: CaseDependencies, request: Request, decide: Decide): Promise<CaseResult> {
  return deps.database.transaction((tx) => changeCaseWithin(tx, within(deps), request, decide));
}

type Decide = (context: TransitionContext) => Promise<Change | Refusal> | Change | Refusal;

/** What a change goes by within its transaction. */
export interface Within {
  directory: Directory;
  /** Null where the system acts, which writes no words. */
  words: SealedWords | null;
}

/** The same for a room, with the directory as it is now. */
export function within({ directory, words }: Pick<CaseDependencies, 'directory' | 'words'>): Within {
  return { directory: directory(), words: words ?? null };
}

/** A change whose words, whoever wrote them, are as this case keeps them. */
function kept({ after, ...change }: Change, keep: TransitionContext['keep']): Change {
  const { ratingComment, reopenedBecause, question, proposal } = after;
  return {
    ...change,
    text: keep(change.text ?? null),
    after: {
      ...after,
      ...(ratingComment && { ratingComment: keep(ratingComment) }),
      ...(reopenedBecause && { reopenedBecause: keep(reopenedBecause) }),
      ...(question && { question: keep(question) }),
      ...(proposal && { proposal: { ...proposal, text: keep(proposal.text) } }),
    },
  };
}

/** How a case keeps its texts. Without the key of sealing, words of a confidential report are a fault. */
export function keeping(words: SealedWords | null, record: CaseRecord): TransitionContext['keep'] {
  return (text) => {
    if (words) return words.keep(record, text);
    if (text === null || !isConfidential(record)) return text;
    throw new Fault('INTERNAL_SERVER_ERROR', `words of case ${record.id} would be kept as plain text`);
  };
}

/** As `changeCase`, in a transaction that is open already. */
export async function changeCaseWithin(
  tx: Tx,
  { directory, words }: Within,
  { id, expectedVersion, action, viewer, access: proven }: Request,
  decide: Decide,
): Promise<CaseResult> {
  if (id === null) throw notFound(viewer.language);
  const locked = await lockCase(tx, id);
  const access = locked && (proven ?? accessTo(viewer, locked.record));
  if (!locked || !access) throw notFound(viewer.language);
  const { record, now } = locked;
  const refuse = (refusal: Refusal): CaseResult => ({ record, access, refusals: [refusal] });

  const actor = { capacities: access.capacities, subject: viewer.subject };
  const outcome = applyTransition(record, actor, action, guardFactsOf(record, directory, now));
  // First of all: what changed meanwhile may be the very reason why the viewer may no longer act.
  if (expectedVersion !== null && record.version !== expectedVersion) return refuse(conflict(record));
  if ('refused' in outcome) return refuse(outcome);

  const post = postOf(directory, viewer, entitiesOf(record, outcome));
  const terms = directory.termsOf(record);
  const calendar = directory.calendar(record.calendarVersion);
  const keep = keeping(words, record);
  const decided = await decide({ tx, record, outcome, now, viewer, directory, terms, calendar, post, keep });
  if ('refused' in decided) return refuse(decided);
  const change = kept(decided, keep);
  const settled = deriveColumns(record, change, outcome, directory, now);
  const loose = await cancelDependentWork(tx, record, settled, directory, now);
  const after = { ...settled, ...loose.after };
  const told = [...(change.told ?? []), ...loose.told];
  const workingDaysLate = Math.max(
    0,
    -(workingDaysLeft(after, directory.calendar(after.calendarVersion), now) ?? 0),
  );
  await saveTransition(tx, after, {
    ...toTransitionRecord(outcome, { ...change, told }, now, viewer, post),
    workingDaysLate,
  });
  return { record: after, access: proven ?? accessTo(viewer, after) ?? access, refusals: [] };
}

/** The case after a change: what follows from the change by itself is seen to here, for every action alike. */
function deriveColumns(
  record: CaseRecord,
  change: Change,
  outcome: TransitionOutcome,
  directory: Directory,
  now: Date,
): CaseRecord {
  // Where a case goes on that followed another one is that one's place.
  const state = outcome.action === 'CONTINUE' ? (change.after.state ?? outcome.to) : outcome.to;
  const after = { ...record, ...change.after, state, version: record.version + 1 };
  const calendar = directory.calendar(after.calendarVersion);
  const terms = directory.termsOf(after);
  // What waited for its second person is answered, or overtaken, when the case moves on.
  if (after.state !== record.state) after.proposal = change.after.proposal ?? null;
  // A pause ends with the state that it belongs to, whatever ends that.
  if (record.state === 'AWAITING_APPLICANT' && after.state !== record.state) {
    Object.assign(after, resume(after, now, calendar));
  }
  // What another system left lying is not ended by ours; what is done to it here times out as anything else.
  const exemptFromTimeout = record.imported && record.timesOutAt === null && after.state === record.state;
  const timesOutAt = change.after.timesOutAt ?? timeOutOf(after, record, now, terms, calendar);
  after.timesOutAt = exemptFromTimeout ? null : timesOutAt;
  after.escalatesAt = nextEscalation(after, terms, calendar);
  return { ...after, ...nextDeadline(after, calendar, terms) };
}

function toTransitionRecord(
  outcome: TransitionOutcome,
  change: Change,
  at: Date,
  viewer: Viewer,
  post: string | null,
): Omit<TransitionRecord, 'workingDaysLate'> {
  const acting = outcome.as === 'APPLICANT' || outcome.as === 'SYSTEM' ? null : post;
  return {
    action: outcome.action,
    from: outcome.from,
    at,
    by: actorOf(outcome),
    actor: viewer.subject,
    post: acting,
    shownPost: change.shownPost === undefined ? acting : change.shownPost,
    text: change.text ?? null,
    internal: change.internal ?? false,
    told: change.told ?? [],
    detail: { as: outcome.as, ...change.detail },
  };
}

function actorOf({ as }: TransitionOutcome): CaseEvent['by'] {
  return as === 'APPLICANT' || as === 'SYSTEM' || as === 'IMPORTER' ? as : 'STAFF';
}

/** The entities for one of which somebody acts in this capacity. */
function entitiesOf(record: CaseRecord, { as }: TransitionOutcome): readonly (string | null)[] {
  if (as === 'TARGET_MAIN_FOCAL_POINT') return [record.transferTo];
  return as === 'PART_FOCAL_POINT' ? record.partEntities : [record.entity];
}

function postOf(directory: Directory, viewer: Viewer, entities: readonly (string | null)[]): string | null {
  if (viewer.subject === null) return null;
  const posts = directory.postsOf(viewer.subject);
  const own = posts.find((post) => entities.includes(post.entity));
  return (own ?? posts.find((post) => post.entity === null))?.key ?? null;
}

/** The refusal of a step that was decided on an older version. */
export function conflict(record: Pick<CaseRecord, 'version'>): Refusal {
  return { refused: 'CONFLICT', field: ['expectedVersion'], facts: { version: record.version } };
}
