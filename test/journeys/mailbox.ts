import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A real mail server that keeps what it is given. */
export async function openMailbox(): Promise<{
  url: string;
  mailsTo(address: string): Promise<string[]>;
  close(): Promise<void>;
}> {
  const mails: { to: string; text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        const to = Array.isArray(mail.to) ? mail.to.map((one) => one.text).join() : (mail.to?.text ?? '');
        mails.push({ to, text: mail.text ?? '' });
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    mailsTo: async (address) => mails.filter((mail) => mail.to.includes(address)).map((mail) => mail.text),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
