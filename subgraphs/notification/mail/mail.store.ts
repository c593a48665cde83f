import type { Language } from '@bekhedmetkom/platform/auth';
import type { Tx } from '@bekhedmetkom/platform/database';
import { addJobs, defineTask } from '@bekhedmetkom/platform/jobs';
import { z } from 'zod';
import type { Facts } from '../notification/facts.ts';
import type { MailKind } from './letter.ts';

export interface NewMail {
  event: string;
  kind: MailKind;
  caseId: string;
  language: Language;
  facts: Facts;
  /** The post that it goes to; null for the applicant. */
  post: string | null;
  /** ISO 8601, UTC. */
  at: string;
}

/** A mail that waits to be sent. To whom is not kept here: the case is asked. */
export interface QueuedMail extends Omit<NewMail, 'event' | 'at'> {
  id: string;
  /** Whether no later one of the same kind about the case was queued. */
  isNewest: boolean;
  /** Milliseconds since the event. */
  age: number;
}

/** Sends one mail. How long it is tried is decided by its age, not by the number of attempts. */
export const sendMail = defineTask({
  subgraph: 'notification',
  name: 'send-mail',
  payload: z.object({ mail: z.uuid() }),
  attempts: 1_000,
});

/** Queues mails, each with its job; one that is there already (same event, kind, case and post) is not queued again. */
export async function queueMails(tx: Tx, rows: NewMail[]): Promise<void> {
  const queued = await tx.prepared<{ id: string }>(
    'queue-mails',
    `insert into mail (event, kind, case_id, language, facts, at, post)
     select event, kind, "caseId", language, facts, at, post from json_to_recordset($1)
       as (event uuid, kind text, "caseId" uuid, language text, facts jsonb, at timestamptz, post text)
     on conflict do nothing
     returning id`,
    [JSON.stringify(rows)],
  );
  await addJobs(
    tx,
    sendMail,
    queued.map(({ id }) => ({ payload: { mail: id }, key: `mail:${id}` })),
  );
}

/** The mail, if it still waits to be sent. */
export async function readQueued(tx: Tx, id: string): Promise<QueuedMail | null> {
  const [row] = await tx.prepared<QueuedMail>(
    'read-queued-mail',
    `select id, kind, case_id as "caseId", language, facts, post,
       not exists (
         select from mail later
         where later.case_id = mail.case_id and later.kind = mail.kind
           and later.post is not distinct from mail.post and (later.at, later.id) > (mail.at, mail.id)
       ) as "isNewest",
       (extract(epoch from clock_timestamp() - at) * 1000)::float8 as age
     from mail where id = $1 and state = 'queued'`,
    [id],
  );
  return row ?? null;
}

export async function markSent(tx: Tx, id: string): Promise<void> {
  await tx.prepared(
    'mark-sent',
    `update mail set state = 'sent', sent_at = clock_timestamp(), reason = null where id = $1`,
    [id],
  );
}

/** Keeps why a mail could not be sent yet. */
export async function noteFailure(tx: Tx, id: string, reason: string): Promise<void> {
  await tx.prepared('note-mail-failure', 'update mail set reason = $2 where id = $1', [id, reason]);
}

/** Ends a mail that will not be sent: `dropped` had nobody to go to, `failed` could not be delivered. */
export async function endMail(
  tx: Tx,
  id: string,
  state: 'dropped' | 'failed',
  reason: string,
): Promise<void> {
  await tx.prepared('end-mail', 'update mail set state = $2, reason = $3 where id = $1', [id, state, reason]);
}
