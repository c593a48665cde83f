/** Writes down what people are told: notifications and mails, in the caller's transaction, nothing twice. */
import type { Language } from '@bekhedmetkom/platform/auth';
import { databaseNow, type Tx } from '@bekhedmetkom/platform/database';
import { appendToOutbox } from '@bekhedmetkom/platform/outbox';
import { z } from 'zod';
import { type NewMail, queueMails } from '../mail/mail.repository.ts';
import { newsLifetime } from '../mail/mail.ts';
import { mailKinds } from '../mail-layout/email.ts';
import type { Facts } from '../message/facts.ts';
import { readPreferences } from '../preference/preference.repository.ts';
import { mustBeHeard, type Preference, unchosen } from '../preference/preference.ts';
import { insertNotifications } from './notification.repository.ts';
import type { Telling } from './notification.ts';

const receivedType = 'notification.received';

/** What our own log says of a notification: only for whom it is. */
export const receivedPayload = z.object({ recipient: z.string() });

/** One thing to tell one person about one case. */
export interface Told {
  /** Id of the event that it comes of. */
  event: string;
  caseId: string;
  /** ISO 8601, UTC. */
  at: string;
  /** The language of the case. */
  language: Language;
  facts: Facts;
  telling: Telling;
}

/** Keeps all of it, as far as people want to hear it; a person hears a kind of an event once for each case. */
export async function notify(tx: Tx, told: Told[]): Promise<void> {
  if (told.length === 0) return;
  const subjects = told.map(({ telling }) => telling.subject).filter((subject) => subject !== null);
  const chosen = await readPreferences(tx, [...new Set(subjects)]);
  const preferenceOf = ({ subject }: Telling): Preference =>
    (subject === null ? undefined : chosen.get(subject)) ?? unchosen;

  await tellInApp(tx, told, preferenceOf);
  const oldest = (await databaseNow(tx)).getTime() - newsLifetime;
  const mails = toMails(told, preferenceOf).filter((mail) => Date.parse(mail.at) > oldest);
  if (mails.length > 0) await queueMails(tx, mails);
}

type PreferenceOf = (telling: Telling) => Preference;

async function tellInApp(tx: Tx, told: Told[], preferenceOf: PreferenceOf): Promise<void> {
  const rows = told.flatMap(({ event, caseId, at, facts, telling }) => {
    const { subject, kind, inApp } = telling;
    const wanted = mustBeHeard(kind) || preferenceOf(telling).inApp;
    return subject !== null && inApp && wanted
      ? [{ event, kind, recipient: subject, caseId, facts, at }]
      : [];
  });
  if (rows.length === 0) return;
  const fresh = await insertNotifications(tx, rows);
  await appendToOutbox(
    tx,
    fresh.map(({ id, recipient }) => ({ key: id, version: 1, type: receivedType, payload: { recipient } })),
  );
}

function toMails(told: Told[], preferenceOf: PreferenceOf): NewMail[] {
  return told.flatMap(({ event, caseId, at, language: ofCase, facts, telling }) => {
    const { email, language } = preferenceOf(telling);
    const kind = mailKinds.find((each) => each === telling.kind);
    if (!telling.mail || !kind || !email) return [];
    const { post } = telling;
    return [{ event, kind, caseId, language: post === null ? (language ?? ofCase) : 'ar', facts, at, post }];
  });
}
