/** Everything about sending mails, opened together: the task, its SMTP server or our own, and the page. */
import type { Database } from '@bekhedmetkom/platform/database';
import type { Handler } from '@bekhedmetkom/platform/jobs';
import type { Logger, Metrics } from '@bekhedmetkom/platform/telemetry';
import type { Config } from './config.ts';
import type { AddressKeys } from './mail/address-key.ts';
import type { AskCase } from './mail/ask-case.ts';
import type { AskStaffAddress } from './mail/ask-staff-address.ts';
import { makeSendMail } from './mail/send-mail.ts';
import { openTransport } from './mail/transport.ts';
import { KeptMails } from './outbox-page/kept-mails.ts';
import { openOutboxPage } from './outbox-page/open-outbox-page.ts';
import { openSmtpSink } from './outbox-page/smtp-sink.ts';

export interface Mails {
  /** The page of sent mails; null where a real server sends them. */
  outboxUrl: string | null;
  /** Sends queued mails. */
  handler: Handler;
  close(): Promise<void>;
}

interface Parts {
  config: Config;
  database: Database;
  askCase: AskCase;
  addressKeys: AddressKeys;
  askStaffAddress: AskStaffAddress;
  logger: Logger;
  metrics: Metrics;
}

/** Opens what sends mails; close it after the jobs. Throws a StartupError when the port of the page is taken. */
export async function openMails({
  config,
  database,
  askCase,
  addressKeys,
  askStaffAddress,
  logger,
  metrics,
}: Parts): Promise<Mails> {
  const own = config.smtpUrl === null ? await openOwnServer(config.mailOutboxPort) : null;
  const transport = openTransport({ url: own?.smtpUrl ?? config.smtpUrl ?? '', from: config.mailFrom });
  const { webOrigin, mailFrom } = config;
  const domain = /@([^@\s<>]+)>?$/.exec(mailFrom)?.[1] ?? 'localhost';
  const handler = makeSendMail({
    database,
    askCase,
    addressKeys,
    askStaffAddress,
    transport,
    webOrigin,
    domain,
    logger,
    metrics,
  });
  return {
    outboxUrl: own?.outboxUrl ?? null,
    handler,
    async close() {
      transport.close();
      await own?.close();
    },
  };
}

async function openOwnServer(port: number) {
  const mails = new KeptMails();
  const page = await openOutboxPage(mails, port);
  const sink = await openSmtpSink(mails);
  return {
    smtpUrl: sink.url,
    outboxUrl: page.url,
    async close() {
      await sink.close();
      await page.close();
    },
  };
}
