/** From what happened to cases to what people are told, in the follower's transaction. */
import type { Tx } from '@bekhedmetkom/platform/database';
import { addJobs } from '@bekhedmetkom/platform/jobs';
import type { LoggedEvent } from '@bekhedmetkom/platform/outbox';
import {
  type CaseEvent,
  caseEvent,
  followUpPromised,
  noteAdded,
} from '@bekhedmetkom/schema/events/complaint';
import { parentsAmong, saveFollowing } from '../following/following.repository.ts';
import { entitiesIn, factsOf } from '../message/facts.ts';
import { readEntityNames, readPosts } from '../post/post.repository.ts';
import { lookUp } from '../post/post.ts';
import { effectId } from './effect-id.ts';
import { notifyStaffOf, type TellFollowers, type TellStaff } from './notification.tasks.ts';
import { tellings } from './notification.ts';
import { followersHear } from './notification-rules.ts';
import { notify } from './notify.ts';
import { addPage } from './notify-followers.ts';

interface Happened extends Pick<LoggedEvent, 'id' | 'at' | 'position'> {
  event: CaseEvent;
}

/**
 * Tells people about events of the topic `complaint`. Being told of one twice tells nobody twice; what is
 * neither about a case, a note nor a promise is of no concern here.
 */
export async function followCases(tx: Tx, events: LoggedEvent[]): Promise<void> {
  const happened = events
    .filter(({ type }) => type.startsWith('case.'))
    .map(
      ({ at, position, payload, ...logged }): Happened => ({
        id: effectId(logged),
        at,
        position,
        event: caseEvent.parse(payload),
      }),
    );
  await saveFollowing(
    tx,
    happened.map(({ position, event }) => ({ since: position, kase: event.case })),
  );
  for (const page of await toFollowers(tx, happened)) await addPage(tx, page);
  await addJobs(
    tx,
    notifyStaffOf,
    events.flatMap(toStaff).map((payload) => ({ payload, key: `tell:${payload.event}` })),
  );
  await tellWhomItConcerns(tx, happened);
}

async function tellWhomItConcerns(tx: Tx, happened: Happened[]): Promise<void> {
  const posts = lookUp(await readPosts(tx));
  const told = happened.flatMap(({ id, at, event }) =>
    tellings(event, posts).map((telling) => ({ id, at, event, telling })),
  );
  if (told.length === 0) return;
  const names = await readEntityNames(tx, [...new Set(told.flatMap(({ event }) => entitiesIn(event.case)))]);
  await notify(
    tx,
    told.map(({ id, at, event, telling }) => ({
      event: id,
      caseId: event.case.caseId,
      at,
      language: event.case.language,
      facts: factsOf(event, names),
      telling,
    })),
  );
}

/** What the reporters of following cases are to hear; there may be thousands, so that is done step by step. */
async function toFollowers(tx: Tx, happened: Happened[]): Promise<TellFollowers[]> {
  const heard = happened.flatMap((each) => {
    const kind = followersHear(each.event);
    return kind === null ? [] : [{ ...each, kind }];
  });
  if (heard.length === 0) return [];
  const parents = await parentsAmong(tx, [...new Set(heard.map(({ event }) => event.case.caseId))]);
  const followed = heard.filter(({ event }) => parents.has(event.case.caseId));
  if (followed.length === 0) return [];
  const codes = followed.flatMap(({ event }) => entitiesIn(event.case));
  const names = await readEntityNames(tx, [...new Set(codes)]);
  return followed.map(({ id, at, position, kind, event }) => ({
    event: id,
    caseId: event.case.caseId,
    position,
    at,
    kind,
    facts: factsOf(event, names),
    after: null,
  }));
}

/** Notes and promises bear no more than keys: their case has to be asked for. */
function toStaff({ at, type, payload, ...logged }: LoggedEvent): TellStaff[] {
  const event = effectId({ ...logged, type });
  if (type === 'note.added') {
    const { caseId, mentions, by } = noteAdded.parse(payload);
    return mentions.length === 0 ? [] : [{ event, caseId, at, about: { kind: 'note', mentions, by } }];
  }
  if (type === 'follow-up.promised') {
    const { caseId, post, promisedOn } = followUpPromised.parse(payload);
    return [{ event, caseId, at, about: { kind: 'promise', post, promisedOn } }];
  }
  return [];
}
