import type { Language } from '@bekhedmetkom/platform/auth';
import type { Tx } from '@bekhedmetkom/platform/database';
import { addJobs, defineTask } from '@bekhedmetkom/platform/jobs';
import type { SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import type { MailKind } from '../mail-layout/email.ts';
import type { Facts } from '../message/facts.ts';
import { MailRow } from './mail.entity.ts';

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
  if (rows.length === 0) return;
  const { raw } = await tx.manager
    .createQueryBuilder()
    .insert()
    .into(MailRow)
    .values(rows.map(({ at, ...row }) => ({ ...row, at: new Date(at) })))
    .orIgnore()
    .returning(['id'])
    .updateEntity(false)
    .execute();
  const queued = raw as { id: string }[];
  await addJobs(
    tx,
    sendMail,
    queued.map(({ id }) => ({ payload: { mail: id }, key: `mail:${id}` })),
  );
}

const laterOne = (query: SelectQueryBuilder<MailRow>) =>
  query
    .subQuery()
    .select('1')
    .from(MailRow, 'later')
    .where('later.caseId = mail.caseId and later.kind = mail.kind')
    .andWhere('later.post is not distinct from mail.post and (later.at, later.id) > (mail.at, mail.id)');

/** The mail, if it still waits to be sent. */
export async function readQueued({ manager }: Tx, id: string): Promise<QueuedMail | null> {
  const query = manager.createQueryBuilder(MailRow, 'mail');
  const { entities, raw } = await query
    .addSelect(`not exists ${laterOne(query).getQuery()}`, 'is_newest')
    .addSelect('(extract(epoch from clock_timestamp() - mail.at) * 1000)::float8', 'age')
    .where({ id, state: 'queued' })
    .getRawAndEntities<{ is_newest: boolean; age: number }>();
  const [mail] = entities;
  const [about] = raw;
  if (!mail || !about) return null;
  const { kind, caseId, language, facts, post } = mail;
  return { id, kind, caseId, language, facts, post, isNewest: about.is_newest, age: about.age };
}

export async function markSent({ manager }: Tx, id: string): Promise<void> {
  const sentAt = () => 'clock_timestamp()';
  await manager.update(MailRow, { id }, { state: 'sent', sentAt, reason: null });
}

/** Keeps why a mail could not be sent yet. */
export async function noteFailure({ manager }: Tx, id: string, reason: string): Promise<void> {
  await manager.update(MailRow, { id }, { reason });
}

/** Ends a mail that will not be sent: `dropped` had nobody to go to, `failed` could not be delivered. */
export async function endMail(
  { manager }: Tx,
  id: string,
  state: 'dropped' | 'failed',
  reason: string,
): Promise<void> {
  await manager.update(MailRow, { id }, { state, reason });
}
