import type { Language } from '@bekhedmetkom/platform/auth';
import type { Tx } from '@bekhedmetkom/platform/database';
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

/** A mail that was taken out of the queue to be sent. To whom is not kept here: the case is asked. */
export interface TakenMail extends Omit<NewMail, 'event' | 'at'> {
  id: string;
  /** Whether no later one of the same kind about the case was queued. */
  isNewest: boolean;
  /** This one included. */
  attempts: number;
  /** Milliseconds since the event. */
  age: number;
}

/** Queues mails; one that is there already (same event and kind) is not queued again. */
export async function queueMails(tx: Tx, rows: NewMail[]): Promise<void> {
  await tx.prepared(
    'queue-mails',
    `insert into mail (event, kind, case_id, language, facts, at, post)
     select event, kind, "caseId", language, facts, at, post from json_to_recordset($1)
       as (event uuid, kind text, "caseId" uuid, language text, facts jsonb, at timestamptz, post text)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

/**
 * Takes mails that are due, so that no other worker does. Whoever takes one and dies leaves it to be taken
 * again after the lease, which is longer than any attempt lasts.
 */
export function takeMails(tx: Tx, limit: number): Promise<TakenMail[]> {
  return tx.prepared(
    'take-mails',
    `update mail set attempts = attempts + 1, next_attempt_at = clock_timestamp() + interval '2 minutes'
     where id in (
       select id from mail where state = 'queued' and next_attempt_at <= clock_timestamp()
       order by next_attempt_at limit $1 for update skip locked
     )
     returning id, kind, case_id as "caseId", language, facts, post, attempts,
       not exists (
         select from mail later
         where later.case_id = mail.case_id and later.kind = mail.kind
           and later.post is not distinct from mail.post and (later.at, later.id) > (mail.at, mail.id)
       ) as "isNewest",
       (extract(epoch from clock_timestamp() - at) * 1000)::float8 as age`,
    [limit],
  );
}

export async function markSent(tx: Tx, id: string): Promise<void> {
  await tx.prepared(
    'mark-sent',
    `update mail set state = 'sent', sent_at = clock_timestamp(), reason = null where id = $1`,
    [id],
  );
}

/** Puts a mail back, to be tried again after so many milliseconds. */
export async function putBack(tx: Tx, id: string, wait: number, reason: string): Promise<void> {
  await tx.prepared(
    'put-back-mail',
    `update mail set next_attempt_at = clock_timestamp() + $2 * interval '1 millisecond', reason = $3
     where id = $1`,
    [id, wait, reason],
  );
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

/** How many wait, and for how many seconds the longest has. */
export async function measureQueue(tx: Tx): Promise<{ waiting: number; age: number }> {
  const [row] = await tx.prepared<{ waiting: number; age: number }>(
    'measure-mails',
    `select count(*)::integer as waiting, coalesce(extract(epoch from clock_timestamp() - min(at)), 0)::float8 as age
     from (select at from mail where state = 'queued' limit 10000) queued`,
  );
  return row ?? { waiting: 0, age: 0 };
}
