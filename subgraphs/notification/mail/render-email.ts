/** Writes a mail: the notification's own words, framed, once as HTML and once as plain text. Pure. */
import type { Language } from '@bekhedmetkom/platform/auth';
import { arabic } from '../mail-layout/content/ar.ts';
import { english } from '../mail-layout/content/en.ts';
import type { Email, MailKind, MailWords } from '../mail-layout/email.ts';
import { type EmailLayout, phone, type Star, toHtml } from '../mail-layout/email-layout.ts';
import { say } from '../message/content/words.ts';
import type { Facts } from '../message/facts.ts';

export const words: Record<Language, MailWords> = { ar: arabic, en: english };

/** What is asked about the case at the moment of sending, and kept nowhere. */
export interface Addressee {
  name?: string | null;
  /** The subject of the case; null when a mailbox that others may see must not show it. */
  about?: string | null;
  /** What the applicant is asked; null when nothing is, or a mailbox must not show it. */
  question?: string | null;
  /** Opens the rating of this answer, once and nothing else; null when there is nothing to rate. */
  ratingToken?: string | null;
  /** Opens the case in place of the follow-up code, until it ends; null where a mailbox must not. */
  linkToken?: string | null;
  /**
   * Proves that the reader has the address; given until somebody confirmed it. Then nothing else is given: whoever reads
   * the mail may be a stranger whose address was written by mistake or in bad faith.
   */
  confirmationToken?: string | null;
  /** Whether the mail goes to a post: it leads to the page of the staff. */
  isStaff?: boolean;
}

const isolates = /[\u2066-\u2069]/g;
/** Keeps a number or a code in its own order, left to right, within Arabic text. */
const isolate = (text: string) => `\u2066${text}\u2069`;

/** Composes the mail of a kind. `webOrigin` is where the tracking page lives, e.g. https://bekhedmetkom.gov.jo */
export function composeLetter(
  kind: MailKind,
  facts: Facts,
  addressee: Addressee,
  language: Language,
  webOrigin: string,
): Email {
  const { frame, kinds } = words[language];
  const { title, body } = say(kind, facts, language);
  const name = addressee.name?.trim();
  const sheet: EmailLayout = {
    language,
    title,
    greeting: name ? frame.greeting.replace('{name}', () => name) : frame.greetingWithoutName,
    body,
    about: addressee.about ?? null,
    question: addressee.question ?? null,
    stars: addressee.ratingToken ? starsOf(addressee.ratingToken, words[language], webOrigin, language) : [],
    reference: facts.reference,
    next: addressee.linkToken ? withLinkNote(kind, words[language]) : kinds[kind].next,
    button: kinds[kind].button,
    link: addressee.isStaff
      ? new URL(`/${language}/staff/cases/${facts.reference}`, webOrigin).href
      : trackingLink(webOrigin, language, facts.reference, addressee.linkToken ?? null),
    why: addressee.isStaff ? frame.whyStaff : frame.why,
    confirm: addressee.confirmationToken
      ? new URL(`/${language}/confirm-address/${addressee.confirmationToken}`, webOrigin).href
      : null,
    frame,
  };
  return { language, subject: title.replace(isolates, ''), html: toHtml(sheet), text: toText(sheet) };
}

/** Kinds that otherwise say that the follow-up code is needed. */
const asksForCode: ReadonlySet<MailKind> = new Set(['case-received', 'case-following']);

function withLinkNote(kind: MailKind, { frame, kinds }: MailWords): string {
  const own = asksForCode.has(kind) ? '' : kinds[kind].next;
  return `${own} ${frame.linkNote}`.trim();
}

/**
 * The page that opens a case with what the link carries, when somebody presses its button; without that the tracking
 * page with the reference filled in. The follow-up code is never in a link.
 */
function trackingLink(
  webOrigin: string,
  language: Language,
  reference: string,
  token: string | null,
): string {
  if (token !== null) {
    return new URL(`/${language}/track/${reference}/open/${encodeURIComponent(token)}`, webOrigin).href;
  }
  const link = new URL(`/${language}/track`, webOrigin);
  link.searchParams.set('reference', reference);
  return link.href;
}

/** The five links that rate an answer with one tap; the token signs the case in for that and for nothing else. */
function starsOf(token: string, { frame }: MailWords, webOrigin: string, language: Language): Star[] {
  return frame.stars.map((label, index) => {
    const link = new URL(`/${language}/rate/${encodeURIComponent(token)}`, webOrigin);
    link.searchParams.set('score', String(index + 1));
    return { score: index + 1, label, link: link.href };
  });
}

function toText(sheet: EmailLayout): string {
  const { frame } = sheet;
  const lines = [
    sheet.greeting,
    '',
    sheet.title,
    sheet.body,
    ...(sheet.question ? ['', `${frame.question}:`, sheet.question] : []),
    ...(sheet.next ? ['', sheet.next] : []),
    ...(sheet.stars.length > 0 ? ['', frame.rate, ...sheet.stars.map(starLine)] : []),
    '',
    ...(sheet.about ? [`${frame.about}: ${sheet.about}`] : []),
    `${frame.reference}: ${isolate(sheet.reference)}`,
    '',
    `${sheet.button}:`,
    sheet.link,
    ...(sheet.confirm ? ['', frame.confirm, `${frame.confirmButton}:`, sheet.confirm] : []),
    '',
    '--',
    frame.platform,
    `${frame.contactCentre} ${isolate(phone)}`,
    `${sheet.why} ${frame.doNotReply}`,
  ];
  return `${lines.join('\n')}\n`;
}

function starLine({ score, label, link }: Star): string {
  return `${score} – ${label}: ${link}`;
}
