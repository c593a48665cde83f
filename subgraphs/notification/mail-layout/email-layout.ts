/** The look of a mail: one sheet of stone on the page's ground, without tables, pictures or scripts. Pure. */
import type { Language } from '@bekhedmetkom/platform/auth';
import { colours } from './colours.ts';
import type { Frame } from './email.ts';

export interface Star {
  score: number;
  label: string;
  link: string;
}

export interface EmailLayout {
  language: Language;
  title: string;
  greeting: string;
  body: string;
  about: string | null;
  /** What the applicant is asked, as somebody wrote it. */
  question: string | null;
  /** One to five, or none. */
  stars: readonly Star[];
  reference: string;
  next: string;
  button: string;
  link: string;
  /** Where the reader confirms that the address is theirs; null when that is known. */
  confirm: string | null;
  /** Why the reader got the mail. */
  why: string;
  frame: Frame;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes a text inert in HTML, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const font = "'IBM Plex Sans Arabic','Noto Sans Arabic',system-ui,sans-serif";
export const phone = '+962 6 500 8080';

/** Sets the mail as a whole HTML document, right to left in Arabic. */
export function toHtml(sheet: EmailLayout): string {
  const { language, frame, reference } = sheet;
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  const leading = language === 'ar' ? 1.8 : 1.6;
  const bdi = `<bdi dir="ltr" style="white-space:nowrap">${escapeHtml(reference)}</bdi>`;
  // The isolates are for plain text; here an element says the same.
  const said = (text: string) =>
    escapeHtml(text)
      .replace(/[\u2066-\u2069]/g, '')
      .replaceAll(escapeHtml(reference), bdi);
  const row = (name: string, value: string) =>
    `<p style="margin:0 0 4px;color:${colours.quietInk}">${escapeHtml(name)}: <span style="color:${colours.ink}">${value}</span></p>`;

  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escapeHtml(sheet.title).replace(/[\u2066-\u2069]/g, '')}</title>
</head>
<body dir="${direction}" style="margin:0;padding:0;background:${colours.ground};color:${colours.ink};font-family:${font};font-size:18px;line-height:${leading}">
<div lang="${language}" dir="${direction}" style="max-width:608px;margin:0 auto;padding:24px 16px;text-align:start">
<p style="margin:0 0 12px;font-weight:700;color:${colours.brand}">${escapeHtml(frame.platform)}</p>
<div style="background:${colours.sheet};border:1px solid ${colours.joint};border-radius:6px;padding:24px">
<p style="margin:0 0 12px" dir="auto">${escapeHtml(sheet.greeting)}</p>
<h1 style="margin:0 0 12px;font-size:25px;line-height:1.4;font-weight:600">${said(sheet.title)}</h1>
<p style="margin:0 0 16px">${said(sheet.body)}</p>
${sheet.question ? quote(frame.question, sheet.question) : ''}${sheet.next ? `<p style="margin:0 0 16px">${escapeHtml(sheet.next)}</p>\n` : ''}<p style="margin:0 0 24px"><a href="${escapeHtml(sheet.link)}" style="display:inline-block;padding:10px 20px;border-radius:4px;background:${colours.brand};color:${colours.onBrand};font-weight:600;text-decoration:none">${escapeHtml(sheet.button)}</a></p>
${sheet.stars.length > 0 ? rating(frame.rate, sheet.stars) : ''}${sheet.confirm ? confirmation(frame, sheet.confirm) : ''}<div style="border-top:1px solid ${colours.joint};padding-top:16px;font-size:16px">
${sheet.about ? `${row(frame.about, `<bdi>${escapeHtml(sheet.about)}</bdi>`)}\n` : ''}${row(frame.reference, bdi)}
</div>
</div>
<div style="margin-top:12px;padding:16px 24px;border-radius:6px;background:${colours.deep};color:${colours.onDeep};font-size:14px">
<p style="margin:0 0 8px">${escapeHtml(frame.contactCentre)} <bdi dir="ltr" style="white-space:nowrap">${phone}</bdi></p>
<p style="margin:0">${escapeHtml(sheet.why)} ${escapeHtml(frame.doNotReply)}</p>
</div>
</div>
</body>
</html>
`;
}

/** What a person wrote, set apart from our own words. */
function quote(name: string, text: string): string {
  return `<p style="margin:0 0 4px;color:${colours.quietInk}">${escapeHtml(name)}:</p>
<blockquote dir="auto" style="margin:0 0 16px;padding:4px 16px;border-inline-start:3px solid ${colours.joint};white-space:pre-line">${escapeHtml(text)}</blockquote>
`;
}

/** Asks the reader to confirm the address, with what that is good for. */
function confirmation(frame: Frame, link: string): string {
  return `<p style="margin:0 0 8px">${escapeHtml(frame.confirm)}</p>
<p style="margin:0 0 24px"><a href="${escapeHtml(link)}" style="color:${colours.brand};font-weight:600">${escapeHtml(frame.confirmButton)}</a></p>
`;
}

/** Five links in a row that wraps, each as large as a fingertip; its words say what it means. */
function rating(name: string, stars: readonly Star[]): string {
  const links = stars.map(
    ({ score, label, link }) =>
      `<a href="${escapeHtml(link)}" style="display:inline-block;min-width:76px;margin:0 0 8px;margin-inline-end:6px;padding:8px 2px;border:1px solid ${colours.joint};border-radius:4px;color:${colours.ink};text-align:center;text-decoration:none"><span aria-hidden="true" style="display:block;color:${colours.brand};font-size:14px">${'★'.repeat(score)}</span><span style="font-size:14px">${score} – ${escapeHtml(label)}</span></a>`,
  );
  return `<p style="margin:0 0 8px">${escapeHtml(name)}</p>
<p style="margin:0 0 16px">${links.join('')}</p>
`;
}
