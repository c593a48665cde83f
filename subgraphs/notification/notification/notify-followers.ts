/** Tells the reporters of following cases what happened to the case that they follow. */
import type { Database, Tx } from '@bekhedmetkom/platform/database';
import { addJobs, type Handler } from '@bekhedmetkom/platform/jobs';
import { type Follower, listFollowers } from '../following/following.repository.ts';
import { notifyFollowers, type TellFollowers } from './notification.tasks.ts';
import { tellApplicant } from './notification.ts';
import { notify, type Told } from './notify.ts';

/** Followers that one transaction tells. */
export const pageOfFollowers = 200;

/** Each job tells one page and adds the job of the next in the same transaction. Nobody is told twice. */
export function makeTellFollowers(database: Database): Handler {
  return notifyFollowers.handledBy((job) =>
    database.transaction(async (tx) => {
      const { caseId, position: before, after } = job;
      const page = await listFollowers(tx, { caseId, before, after, limit: pageOfFollowers });
      await notify(
        tx,
        page.flatMap((follower) => toldToFollower(job, follower)),
      );
      const last = page.at(-1)?.caseId;
      if (last !== undefined && page.length === pageOfFollowers) await addPage(tx, { ...job, after: last });
    }),
  );
}

/** Adds the job of the followers after `after`; adding it twice does it once. */
export async function addPage(tx: Tx, payload: TellFollowers): Promise<void> {
  await addJobs(tx, notifyFollowers, [{ payload, key: `tell:${payload.event}:${payload.after ?? ''}` }]);
}

function toldToFollower({ event, at, kind, facts }: TellFollowers, follower: Follower): Told[] {
  if (follower.imported) return [];
  const { caseId, reference, type, language, subject, reachable } = follower;
  const via: ('in-app' | 'mail')[] = kind === 'followed-started' ? ['in-app'] : ['in-app', 'mail'];
  const applicant = { anonymous: subject === null, applicantSubject: subject, reachable };
  return tellApplicant({ kind, via }, applicant).map((telling) => ({
    event,
    caseId,
    at,
    language,
    facts: { ...facts, reference, type },
    telling,
  }));
}
