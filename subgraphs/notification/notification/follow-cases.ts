/** From what happened to cases to what people are told: notifications and mails, in the follower's transaction. */
import { databaseNow, type Tx } from '@bekhedmetkom/platform/database';
import { appendToOutbox, type LoggedEvent } from '@bekhedmetkom/platform/outbox';
import { type CaseEvent, caseEvent } from '@bekhedmetkom/schema/events/complaint';
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import { z } from 'zod';
import { mailKinds } from '../mail/letter.ts';
import { type NewMail, queueMails } from '../mail/mail.store.ts';
import { newsLifetime } from '../mail/mail.ts';
import { readEntityNames, readPosts } from '../post/post.store.ts';
import { lookUp } from '../post/post.ts';
import { readPreferences } from '../preference/preference.store.ts';
import { type Preference, unchosen } from '../preference/preference.ts';
import { insertNotifications, type NewNotification } from './notification.store.ts';
import { type Telling, tellings } from './notification.ts';
import type { Facts } from './words.ts';

const receivedType = 'notification.received';

/** What our own log says of a notification: only for whom it is. */
export const receivedPayload = z.object({ recipient: z.string() });

interface Told {
  id: string;
  at: string;
  event: CaseEvent;
  telling: Telling;
}

/** Tells people about events of cases. Being told of one twice tells nobody twice. */
export async function followCases(tx: Tx, events: LoggedEvent[]): Promise<void> {
  const posts = lookUp(await readPosts(tx));
  const told = events.flatMap(({ id, at, type, payload }): Told[] => {
    if (!type.startsWith('case.')) return [];
    const event = caseEvent.parse(payload);
    return tellings(event, posts).map((telling) => ({ id, at, event, telling }));
  });
  if (told.length === 0) return;

  const codes = told.map(({ event }) => event.case.entity).filter((code) => code !== null);
  const names = await readEntityNames(tx, [...new Set(codes)]);
  const subjects = told.map(({ telling }) => telling.subject).filter((subject) => subject !== null);
  const chosen = await readPreferences(tx, [...new Set(subjects)]);
  const preferenceOf = ({ subject }: Telling) =>
    (subject === null ? undefined : chosen.get(subject)) ?? unchosen;

  await tellInApp(tx, toNotifications(told, names, preferenceOf));
  const oldest = (await databaseNow(tx)).getTime() - newsLifetime;
  const mails = toMails(told, names, preferenceOf).filter((mail) => Date.parse(mail.at) > oldest);
  if (mails.length > 0) await queueMails(tx, mails);
}

async function tellInApp(tx: Tx, rows: NewNotification[]): Promise<void> {
  if (rows.length === 0) return;
  const fresh = await insertNotifications(tx, rows);
  await appendToOutbox(
    tx,
    fresh.map(({ id, recipient }) => ({ key: id, version: 1, type: receivedType, payload: { recipient } })),
  );
}

type PreferenceOf = (telling: Telling) => Preference;

function toNotifications(
  told: Told[],
  names: Map<string, Names>,
  preferenceOf: PreferenceOf,
): NewNotification[] {
  return told.flatMap(({ id, at, event, telling }) => {
    const { subject, kind, inApp } = telling;
    if (subject === null || !inApp || !preferenceOf(telling).inApp) return [];
    return [
      { event: id, kind, recipient: subject, caseId: event.case.caseId, facts: toFacts(event, names), at },
    ];
  });
}

function toMails(told: Told[], names: Map<string, Names>, preferenceOf: PreferenceOf): NewMail[] {
  return told.flatMap(({ id, at, event, telling }) => {
    const { email, language } = preferenceOf(telling);
    const kind = mailKinds.find((each) => each === telling.kind);
    if (!telling.mail || !kind || !email) return [];
    const facts = toFacts(event, names);
    return [
      { event: id, kind, caseId: event.case.caseId, language: language ?? event.case.language, facts, at },
    ];
  });
}

function toFacts({ case: facts }: CaseEvent, names: Map<string, Names>): Facts {
  const { cycle } = facts;
  return {
    reference: facts.reference,
    type: facts.type,
    importance: facts.importance,
    outcome: cycle.outcome,
    entity: facts.entity === null ? null : (names.get(facts.entity) ?? null),
    acknowledgeBy: cycle.acknowledgeBy,
    dueAt: cycle.dueAt,
    reviews: cycle.reviews,
    score: cycle.rating?.score ?? null,
    solved: cycle.rating?.solved ?? null,
  };
}
