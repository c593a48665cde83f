/** An SMTP server for the embedded form: mails travel as they would, and arrive on a page. */
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { KeptMails } from './kept-mails.ts';

export interface SmtpSink {
  /** smtp://… */
  url: string;
  close(): Promise<void>;
}

const largest = 1_000_000;

/** Opens the server on a free port of this machine alone. */
export async function openSmtpSink(mails: KeptMails): Promise<SmtpSink> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: largest,
    onData(stream, session, done) {
      simpleParser(stream).then(
        (parsed) => {
          mails.add({
            id: parsed.messageId?.replace(/^<|>$/g, '') ?? session.id,
            receivedAt: new Date(),
            to: session.envelope.rcptTo.map(({ address }) => address).join(', '),
            from: parsed.from?.text ?? '',
            subject: parsed.subject ?? '',
            html: parsed.html || '',
            text: parsed.text ?? '',
          });
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  server.on('error', () => {}); // A broken connection; the sender tries again.
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
