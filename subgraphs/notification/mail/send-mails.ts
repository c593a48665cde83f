/** The worker that empties the queue of mails. Several may run: each mail is taken by one. */
import type { Database } from '@bekhedmetkom/platform/database';
import type { Logger, Metrics } from '@bekhedmetkom/platform/telemetry';
import { keepWorking } from '../worker/keep-working.ts';
import { noteMail } from './address.store.ts';
import type { AddressKeys } from './address-key.ts';
import type { AskCase } from './ask-case.ts';
import type { AskStaffAddress } from './ask-staff-address.ts';
import { composeLetter } from './compose-letter.ts';
import { isCurrent } from './current.ts';
import type { MailKind } from './letter.ts';
import { endMail, markSent, measureQueue, putBack, type TakenMail, takeMails } from './mail.store.ts';
import { afterFailure } from './mail.ts';
import { NotSent, type Transport } from './transport.ts';

interface Options {
  database: Database;
  askCase: AskCase;
  /** The address of whoever holds a post; null when nobody does, or none is known. */
  askStaffAddress: AskStaffAddress;
  transport: Transport;
  webOrigin: string;
  addressKeys: AddressKeys;
  /** Right-hand side of Message-ID. */
  domain: string;
  logger: Logger;
  metrics: Metrics;
  /** Milliseconds between looks into the queue; 1,000 unless given. */
  poll?: number;
}

const atOnce = 5;

/** Mails about new cases that an address gets in a day until its reader has confirmed it. */
export const maxUnproved = 3;
/** Kinds that anybody can cause with somebody else's address. */
const causedByStrangers: ReadonlySet<MailKind> = new Set(['case-received', 'case-following']);

/** Starts the worker; closing lets the mails under way end. */
export function startSendingMails(options: Options): { close(): Promise<void> } {
  const { database, logger, metrics, poll = 1_000 } = options;
  const count = metrics.counter('mails_total', 'Mails by what became of the attempt', ['result']);
  const waiting = metrics.gauge('mail_queue_rows', 'Mails that wait to be sent, up to 10,000');
  const age = metrics.gauge('mail_queue_age_seconds', 'Age of the oldest mail that waits to be sent');

  async function handle(mail: TakenMail): Promise<void> {
    const result = await attempt(options, mail);
    count.inc({ result: result.name });
    const said = { mail: mail.id, kind: mail.kind, attempts: mail.attempts, reason: result.reason };
    if (result.name === 'failed') logger.error(said, 'a mail could not be delivered and is given up');
    else if (result.name === 'retried') logger.warn(said, 'a mail could not be sent and is tried again');
    else logger.info(said, `mail ${result.name}`);
  }

  async function round(): Promise<number> {
    const mails = await takeMails(database, atOnce);
    const handled = await Promise.allSettled(mails.map(handle));
    for (const each of handled) if (each.status === 'rejected') throw each.reason;
    const queue = await measureQueue(database);
    waiting.set(queue.waiting);
    age.set(queue.age);
    return mails.length === atOnce ? 0 : poll;
  }

  return keepWorking({
    round,
    poll,
    onFault: (error) => logger.warn({ err: error }, 'the queue of mails cannot be read'),
  });
}

interface Result {
  name: 'sent' | 'dropped' | 'failed' | 'retried';
  reason: string | null;
}

// What happened is written down outside of the attempt: a database that is away for a moment must not turn a
// mail that went out into one that did not.
async function attempt(options: Options, mail: TakenMail): Promise<Result> {
  const { database } = options;
  const outcome = await send(options, mail).then(
    (nobody) => ({ nobody }),
    (error: unknown) => ({ error }),
  );
  if ('nobody' in outcome) {
    const { nobody } = outcome;
    if (nobody) await endMail(database, mail.id, 'dropped', nobody);
    else await markSent(database, mail.id);
    return { name: nobody ? 'dropped' : 'sent', reason: nobody };
  }
  const notSent = outcome.error instanceof NotSent ? outcome.error : null;
  const reason = notSent?.message ?? 'the case could not be asked for';
  const verdict = afterFailure({ permanent: notSent?.permanent ?? false }, mail.attempts, mail.age);
  if ('giveUp' in verdict) await endMail(database, mail.id, 'failed', reason);
  else await putBack(database, mail.id, verdict.again, reason);
  return { name: 'giveUp' in verdict ? 'failed' : 'retried', reason };
}

/** Gives null when the mail went out, else why there is nobody to send it to. */
async function send(options: Options, mail: TakenMail): Promise<string | null> {
  const { kind, facts, language } = mail;
  const asked = await options.askCase(mail.caseId, kind);
  if (!asked) return 'no case';
  if (!isCurrent(kind, asked.state, mail.isNewest)) return 'superseded';
  if (mail.post !== null) return sendToPost(options, mail, mail.post);
  if (asked.email === null) return 'no address';
  const { hashOf, tokenOf } = options.addressKeys;
  const hash = hashOf(asked.email);
  // A mail that is tried again was counted at its first attempt.
  const counts = causedByStrangers.has(kind) && mail.attempts === 1;
  const { proved, received } = await noteMail(options.database, hash, counts);
  if (!proved && counts && received > maxUnproved) return 'too many to an address that is not confirmed';
  const addressee = proved ? asked.addressee : { confirmationToken: tokenOf(hash) };
  const letter = composeLetter(kind, facts, addressee, language, options.webOrigin);
  await options.transport.send({ ...letter, to: asked.email, messageId: `<${mail.id}@${options.domain}>` });
  return null;
}

async function sendToPost(options: Options, mail: TakenMail, post: string): Promise<string | null> {
  const to = await options.askStaffAddress(post);
  if (to === null) return 'no address';
  const { kind, facts, language } = mail;
  const letter = composeLetter(kind, facts, { isStaff: true }, language, options.webOrigin);
  await options.transport.send({ ...letter, to, messageId: `<${mail.id}@${options.domain}>` });
  return null;
}
