/** How every transition goes: lock, look again, decide by the rules, write all of it or nothing. */
import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Database, Tx } from '@bekhedmetkom/platform/database';
import type { CaseEvent } from '@bekhedmetkom/schema/events/complaint';
import type { CaseAction } from '@bekhedmetkom/schema/events/vocabulary';
import type { Directory } from '../directory/directory.ts';
import { notFound } from '../refusal/not-found.ts';
import { nextBreach } from '../sla/case-clock.ts';
import { type Access, accessTo } from './case.policy.ts';
import type { CaseRecord } from './case.record.ts';
import { lockCase, saveTransition, type Transcript } from './case.store.ts';
import { type Refusal, type Taken, take } from './case.ts';

export interface CaseRoom {
  database: Database;
  directory(): Directory;
}

/** A locked case about to change. */
export interface Moment {
  tx: Tx;
  record: CaseRecord;
  taken: Taken;
  /** By the database's clock. */
  now: Date;
  viewer: Viewer;
  directory: Directory;
  /** Post in which the viewer acts, if the directory knows one. */
  post: string | null;
}

export interface Change {
  /** What the case is afterwards; version, state and next breach are seen to. */
  after: Partial<CaseRecord>;
  text?: string | null;
  internal?: boolean;
  detail?: Record<string, unknown>;
}

export interface CaseResult {
  record: CaseRecord;
  access: Access;
  refusals: Refusal[];
}

interface Request {
  id: string | null;
  expectedVersion: number;
  action: CaseAction;
  viewer: Viewer;
  /** Access proven otherwise than by who the viewer is. */
  access?: Access;
}

/**
 * Takes one action on one case. A case that the viewer may not see is NOT_FOUND, as if it did not exist; a
 * refusal comes with the case as it is now and has changed nothing.
 */
export async function changeCase(
  room: CaseRoom,
  { id, expectedVersion, action, viewer, access: proven }: Request,
  decide: (moment: Moment) => Promise<Change | Refusal> | Change | Refusal,
): Promise<CaseResult> {
  if (id === null) throw notFound(viewer.language);
  return room.database.transaction(async (tx) => {
    const locked = await lockCase(tx, id);
    const access = locked && (proven ?? accessTo(viewer, locked.record));
    if (!locked || !access) throw notFound(viewer.language);
    const { record, now } = locked;
    const refuse = (refusal: Refusal): CaseResult => ({ record, access, refusals: [refusal] });

    const taken = take(record, { capacities: access.capacities, subject: viewer.subject }, action);
    if ('refused' in taken && taken.refused === 'FORBIDDEN') return refuse(taken);
    if (record.version !== expectedVersion) return refuse(conflict(record));
    if ('refused' in taken) return refuse(taken);

    const directory = room.directory();
    const post = postOf(directory, viewer, record.entity);
    const change = await decide({ tx, record, taken, now, viewer, directory, post });
    if ('refused' in change) return refuse(change);
    const after = settle(record, change, taken, directory);
    await saveTransition(tx, after, transcribe(taken, change, now, viewer, post));
    return { record: after, access: proven ?? accessTo(viewer, after) ?? access, refusals: [] };
  });
}

function settle(record: CaseRecord, change: Change, taken: Taken, directory: Directory): CaseRecord {
  const after = { ...record, ...change.after, state: taken.to, version: record.version + 1 };
  return { ...after, ...nextBreach(after, directory.calendar(after.calendarVersion)) };
}

function transcribe(taken: Taken, change: Change, at: Date, viewer: Viewer, post: string | null): Transcript {
  return {
    action: taken.action,
    from: taken.from,
    at,
    by: actorOf(taken),
    actor: viewer.subject,
    post: taken.as === 'APPLICANT' ? null : post,
    text: change.text ?? null,
    internal: change.internal ?? false,
    detail: { as: taken.as, ...change.detail },
  };
}

function actorOf({ as }: Taken): CaseEvent['by'] {
  return as === 'APPLICANT' || as === 'SYSTEM' || as === 'IMPORTER' ? as : 'STAFF';
}

function postOf(directory: Directory, viewer: Viewer, entity: string | null): string | null {
  if (viewer.subject === null) return null;
  const posts = directory.postsOf(viewer.subject);
  return (
    (posts.find((post) => post.entity === entity) ?? posts.find((post) => post.entity === null))?.key ?? null
  );
}

function conflict(record: CaseRecord): Refusal {
  return { refused: 'CONFLICT', field: ['expectedVersion'], facts: { version: record.version } };
}
