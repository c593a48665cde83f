/** A real SMTP server that keeps what it is sent; for tests. */
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface TestSmtp {
  url: string;
  port: number;
  mails: ParsedMail[];
  /** Called for each recipient; an error it throws is what the server answers. */
  onRecipient: (address: string) => void;
  /** Called when a mail was received, before the server says so. */
  onReceived: () => void;
  close(): Promise<void>;
}

export function smtpRefusal(code: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode: code });
}

export async function openTestSmtp(port = 0): Promise<TestSmtp> {
  const smtp: TestSmtp = {
    url: '',
    port: 0,
    mails: [],
    onRecipient: () => {},
    onReceived: () => {},
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onRcptTo({ address }, _session, done) {
      try {
        smtp.onRecipient(address);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
    async onData(stream, _session, done) {
      smtp.mails.push(await simpleParser(stream));
      try {
        smtp.onReceived();
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  smtp.port = (server.server.address() as AddressInfo).port;
  smtp.url = `smtp://127.0.0.1:${smtp.port}`;
  return smtp;
}
