/** Serves the page of sent mails, on this machine alone; only the embedded form opens it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { makeHttpServer } from '@bekhedmetkom/platform/http';
import type { KeptMail, KeptMails } from './kept-mails.ts';
import { outboxStyle, toOutboxHtml } from './outbox-html.ts';

export interface OutboxPage {
  url: string;
  close(): Promise<void>;
}

interface Answer {
  status: number;
  type: string;
  body: string;
  policy: string;
}

const html = 'text/html; charset=utf-8';
const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
// Mails carry their style on each element; nothing else of them works here, whoever opens them.
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** Opens the page on a port; 0 is any free one. Throws a StartupError when the port is taken. */
export async function openOutboxPage(mails: KeptMails, port: number): Promise<OutboxPage> {
  const server = makeHttpServer((request, response) => send(response, answer(mails, request)));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason =
        cause.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${cause.code})`;
      reject(
        new StartupError(`notification cannot show its mails: port ${port} ${reason}. Set MAIL_OUTBOX_PORT.`),
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const here = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

function answer(mails: KeptMails, request: IncomingMessage): Answer {
  // Another site's name that leads to this machine must not read these mails.
  if (!here.test(request.headers.host ?? '')) return plain(403, 'Open this page as localhost.');
  if (request.method !== 'GET') return plain(405, 'Only GET.');
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/') {
    const language = url.searchParams.get('lang') === 'en' ? 'en' : 'ar';
    return { status: 200, type: html, body: toOutboxHtml(mails.list(), language), policy: pagePolicy };
  }
  if (url.pathname === '/outbox.css')
    return { status: 200, type: 'text/css; charset=utf-8', body: outboxStyle, policy: pagePolicy };
  if (url.pathname === '/mails.json') {
    const type = 'application/json; charset=utf-8';
    return { status: 200, type, body: JSON.stringify(mails.list()), policy: pagePolicy };
  }
  const [, id] = /^\/mails\/([^/]+)$/.exec(url.pathname) ?? [];
  const mail = id ? mails.find(decode(id)) : null;
  return mail
    ? { status: 200, type: html, body: toFrame(mail), policy: mailPolicy }
    : plain(404, 'There is nothing here.');
}

// Links open beside the page, as they would from a mail program.
function toFrame(mail: KeptMail): string {
  return mail.html.replace('<head>', '<head><base target="_blank">');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function plain(status: number, body: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body, policy: pagePolicy };
}

function send(response: ServerResponse, { status, type, body, policy }: Answer): void {
  response.writeHead(status, {
    'content-type': type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  response.end(body);
}
