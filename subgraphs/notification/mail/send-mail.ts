/** Sends queued mails: one job a mail. */
import type { Database } from '@bekhedmetkom/platform/database';
import type { Handler } from '@bekhedmetkom/platform/jobs';
import type { Logger, Metrics } from '@bekhedmetkom/platform/telemetry';
import type { MailKind } from '../mail-layout/email.ts';
import { noteMail } from './address.repository.ts';
import type { AddressKeys } from './address-key.ts';
import type { AskCase } from './ask-case.ts';
import type { AskStaffAddress } from './ask-staff-address.ts';
import { isCurrent } from './current.ts';
import { endMail, markSent, noteFailure, type QueuedMail, readQueued, sendMail } from './mail.repository.ts';
import { isOver } from './mail.ts';
import { composeLetter } from './render-email.ts';
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
}

/** Mails about new cases that an address gets in a day until its reader has confirmed it. */
export const maxUnproved = 3;
/** Kinds that anybody can cause with somebody else's address. */
const causedByStrangers: ReadonlySet<MailKind> = new Set(['case-received', 'case-following']);

/** A mail that could not be sent is tried again while it is news; its job fails so often. */
export function makeSendMail(options: Options): Handler {
  const { database, logger, metrics } = options;
  const count = metrics.counter('mails_total', 'Mails by what became of the attempt', ['result']);

  return sendMail.handledBy(async ({ mail: id }, { attempt }) => {
    const mail = await readQueued(database, id);
    if (!mail) return;
    const told = (result: Result, reason: string | null): void => {
      count.inc({ result });
      const said = { mail: id, kind: mail.kind, attempt, reason };
      if (result === 'failed') logger.error(said, 'a mail could not be delivered and is given up');
      else logger.info(said, `mail ${result}`);
    };
    const outcome = await send(options, mail, attempt === 1).then(
      (nobody) => ({ nobody }),
      (error: unknown) => ({ error }),
    );
    // What happened is written down outside of the attempt: a database that is away for a moment must not turn a
    // mail that went out into one that did not.
    if ('nobody' in outcome) {
      const { nobody } = outcome;
      if (nobody === null) await markSent(database, id);
      else await endMail(database, id, 'dropped', nobody);
      return told(nobody === null ? 'sent' : 'dropped', nobody);
    }
    const notSent = outcome.error instanceof NotSent ? outcome.error : null;
    const reason = notSent?.message ?? 'the case could not be asked for';
    if (isOver({ permanent: notSent?.permanent ?? false }, mail.age)) {
      await endMail(database, id, 'failed', reason);
      return told('failed', reason);
    }
    await noteFailure(database, id, reason);
    told('retried', reason);
    throw outcome.error;
  });
}

type Result = 'sent' | 'dropped' | 'failed' | 'retried';

/** Gives null when the mail went out, else why there is nobody to send it to. */
async function send(options: Options, mail: QueuedMail, isFirst: boolean): Promise<string | null> {
  const { kind, facts, language } = mail;
  const asked = await options.askCase(mail.caseId, kind);
  if (!asked) return 'no case';
  if (!isCurrent(kind, asked.state, mail.isNewest)) return 'superseded';
  if (mail.post !== null) return sendToPost(options, mail, mail.post);
  if (asked.email === null) return 'no address';
  const { hashOf, tokenOf } = options.addressKeys;
  const hash = hashOf(asked.email);
  // A mail that is tried again was counted at its first attempt.
  const counts = causedByStrangers.has(kind) && isFirst;
  const { proved, received } = await noteMail(options.database, hash, counts);
  if (!proved && counts && received > maxUnproved) return 'too many to an address that is not confirmed';
  const addressee = proved ? asked.addressee : { confirmationToken: tokenOf(hash) };
  const letter = composeLetter(kind, facts, addressee, language, options.webOrigin);
  await options.transport.send({ ...letter, to: asked.email, messageId: `<${mail.id}@${options.domain}>` });
  return null;
}

async function sendToPost(options: Options, mail: QueuedMail, post: string): Promise<string | null> {
  const to = await options.askStaffAddress(post);
  if (to === null) return 'no address';
  const { kind, facts, language } = mail;
  const letter = composeLetter(kind, facts, { isStaff: true }, language, options.webOrigin);
  await options.transport.send({ ...letter, to, messageId: `<${mail.id}@${options.domain}>` });
  return null;
}
