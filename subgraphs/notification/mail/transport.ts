/** Mails over real SMTP. */
import { createTransport } from 'nodemailer';
import type { Email } from '../mail-layout/email.ts';

interface Outgoing extends Email {
  /** Fixed by the mail, so that one that has to be sent twice is the same one for its reader. */
  messageId: string;
  to: string;
}

/** A mail was not taken. The message holds codes only: what a server says back may repeat the address. */
export class NotSent extends Error {
  constructor(
    message: string,
    /** The server will never take it. */
    readonly permanent: boolean,
  ) {
    super(message);
  }
}

export interface Transport {
  /** Resolves when the server has taken the mail; throws NotSent. */
  send(mail: Outgoing): Promise<void>;
  close(): void;
}

/** Opens a pool of connections to an SMTP server: `smtp://…` (STARTTLS when offered) or `smtps://…`. */
export function openTransport(options: { url: string; from: string }): Transport {
  const transporter = createTransport({
    url: options.url,
    pool: true,
    maxConnections: 3,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  return {
    async send({ to, messageId, subject, html, text, language }) {
      const headers = {
        'Content-Language': language,
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
      };
      try {
        await transporter.sendMail({
          from: options.from,
          to: { name: '', address: to },
          messageId,
          subject,
          html,
          text,
          headers,
        });
      } catch (error) {
        throw toNotSent(error);
      }
    },
    close: () => transporter.close(),
  };
}

// Only a refusal of this mail or this address is for good; a refused login is ours to mend.
const aboutTheMail = new Set(['EENVELOPE', 'EMESSAGE']);

function toNotSent(error: unknown): NotSent {
  const { code = 'UNKNOWN', responseCode } = error as { code?: string; responseCode?: number };
  const permanent = aboutTheMail.has(code) && (responseCode === undefined || responseCode >= 500);
  return new NotSent([code, responseCode].filter(Boolean).join(' '), permanent);
}
