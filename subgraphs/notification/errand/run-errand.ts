/** Does one errand: a page of followers, or a note or a promise whose case has to be asked for. */
import type { Database, Tx } from '@bekhedmetkom/platform/database';
import { type Follower, listFollowers } from '../following/following.store.ts';
import type { AskCase, AskedCase } from '../mail/ask-case.ts';
import type { Facts } from '../notification/facts.ts';
import type { NotificationKind } from '../notification/kind.ts';
import { tellApplicant, tellStaff } from '../notification/notification.ts';
import { type Told, tell } from '../notification/tell.ts';
import { readEntityNames, readPosts } from '../post/post.store.ts';
import { lookUp, type Posts } from '../post/post.ts';
import { advanceErrand, type Errand, type ErrandTask, endErrand, lockErrand } from './errand.store.ts';

/** Followers that one transaction tells. */
export const pageOfFollowers = 200;

/** Does what is left of an errand. Throws when the complaint subgraph does not answer: to be done again later. */
export async function runErrand(database: Database, askCase: AskCase, errand: Errand): Promise<void> {
  if (errand.task.kind === 'followers') return tellFollowers(database, errand, errand.task.about);
  const asked = await askCase(errand.caseId);
  await database.transaction(async (tx) => {
    if (!(await lockErrand(tx, errand))) return;
    if (!asked) return endErrand(tx, errand.event, 'dropped');
    await tell(tx, await toldToStaff(tx, errand, asked));
    await endErrand(tx, errand.event, 'done');
  });
}

async function tellFollowers(
  database: Database,
  errand: Errand,
  about: { kind: NotificationKind; facts: Facts },
): Promise<void> {
  for (let toldTo = errand.toldTo; ; ) {
    const next: string | null = await database.transaction(async (tx) => {
      if (!(await lockErrand(tx, { ...errand, toldTo }))) return null;
      const { caseId, position: before } = errand;
      const page = await listFollowers(tx, { caseId, before, after: toldTo, limit: pageOfFollowers });
      await tell(
        tx,
        page.flatMap((follower) => toldToFollower(errand, about, follower)),
      );
      const last = page.at(-1)?.caseId;
      if (last === undefined || page.length < pageOfFollowers) {
        await endErrand(tx, errand.event, 'done');
        return null;
      }
      await advanceErrand(tx, errand.event, last);
      return last;
    });
    if (next === null) return;
    toldTo = next;
  }
}

function toldToFollower(
  { event, at }: Errand,
  { kind, facts }: { kind: NotificationKind; facts: Facts },
  follower: Follower,
): Told[] {
  if (follower.imported) return [];
  const { caseId, reference, type, language, subject, reachable } = follower;
  const via: ('in-app' | 'mail')[] = kind === 'followed-started' ? ['in-app'] : ['in-app', 'mail'];
  const applicant = { anonymous: subject === null, applicantSubject: subject, reachable };
  return tellApplicant({ kind, via }, applicant).map((telling) => ({
    event,
    caseId,
    at: at.toISOString(),
    language,
    facts: { ...facts, reference, type },
    telling,
  }));
}

async function toldToStaff(tx: Tx, errand: Errand, asked: AskedCase): Promise<Told[]> {
  const { event, caseId, at, task } = errand;
  const posts = lookUp(await readPosts(tx));
  const names = await readEntityNames(tx, asked.entity === null ? [] : [asked.entity]);
  const subjects = subjectsOf(task, posts);
  const facts: Facts = {
    reference: asked.reference,
    type: asked.type,
    importance: null,
    outcome: null,
    entity: asked.entity === null ? null : (names.get(asked.entity) ?? null),
    acknowledgeBy: at.toISOString(),
    dueAt: null,
    reviews: 0,
    score: null,
    solved: null,
    promisedOn: task.kind === 'promise' ? task.about.promisedOn : null,
  };
  const kind = task.kind === 'promise' ? 'promise-noted' : 'note-mention';
  return subjects.map((subject) => ({
    event,
    caseId,
    at: at.toISOString(),
    language: 'ar',
    facts,
    telling: tellStaff(kind, subject),
  }));
}

/** Whom a note calls, its author aside; or who promised. */
function subjectsOf(task: ErrandTask, posts: Posts): string[] {
  if (task.kind === 'followers') return [];
  if (task.kind === 'promise') return posts.reaching(task.about.post);
  const { mentions, by } = task.about;
  const author = by === null ? [] : posts.reaching(by);
  const called = new Set(mentions.flatMap((key) => posts.reaching(key)));
  return [...called].filter((subject) => !author.includes(subject));
}
