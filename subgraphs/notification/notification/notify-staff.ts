/** Tells staff of a note that mentions them, or of their own promise. */
import type { Database, Tx } from '@bekhedmetkom/platform/database';
import type { Handler } from '@bekhedmetkom/platform/jobs';
import type { AskCase, AskedCase } from '../mail/ask-case.ts';
import type { Facts } from '../message/facts.ts';
import { readEntityNames, readPosts } from '../post/post.repository.ts';
import { lookUp, type Posts } from '../post/post.ts';
import { notifyStaffOf, type TellStaff } from './notification.tasks.ts';
import { tellStaff } from './notification.ts';
import { notify, type Told } from './notify.ts';

/** Fails when the complaint subgraph does not answer: to be done again later. A case that is gone ends the job. */
export function makeTellStaff(database: Database, askCase: AskCase): Handler {
  return notifyStaffOf.handledBy(async (job) => {
    const asked = await askCase(job.caseId);
    if (asked) await database.transaction(async (tx) => notify(tx, await toldToStaff(tx, job, asked)));
  });
}

async function toldToStaff(
  tx: Tx,
  { event, caseId, at, about }: TellStaff,
  asked: AskedCase,
): Promise<Told[]> {
  const posts = lookUp(await readPosts(tx));
  const names = await readEntityNames(tx, asked.entity === null ? [] : [asked.entity]);
  const facts: Facts = {
    reference: asked.reference,
    type: asked.type,
    importance: null,
    outcome: null,
    entity: asked.entity === null ? null : (names.get(asked.entity) ?? null),
    acknowledgeBy: at,
    dueAt: null,
    reviews: 0,
    score: null,
    solved: null,
    promisedOn: about.kind === 'promise' ? about.promisedOn : null,
  };
  const kind = about.kind === 'promise' ? 'promise-noted' : 'note-mention';
  return subjectsOf(about, posts).map((subject) => ({
    event,
    caseId,
    at,
    language: 'ar',
    facts,
    telling: tellStaff(kind, subject),
  }));
}

/** Whom a note mentions, its author aside; or who promised. */
function subjectsOf(about: TellStaff['about'], posts: Posts): string[] {
  if (about.kind === 'promise') return posts.reaching(about.post);
  const author = about.by === null ? [] : posts.reaching(about.by);
  const mentioned = new Set(about.mentions.flatMap((key) => posts.reaching(key)));
  return [...mentioned].filter((subject) => !author.includes(subject));
}
