/** The page that lists the mails of the embedded form. Pure. */
import type { Language } from '@bekhedmetkom/platform/auth';
import { ammanFormat } from '@bekhedmetkom/time/amman';
import { dateLocales } from '@bekhedmetkom/time/date-locales';
import { colours } from '../mail-layout/colours.ts';
import { escapeHtml } from '../mail-layout/email-layout.ts';
import type { KeptMail } from './kept-mails.ts';
import { outboxWords } from './outbox-words.ts';

export const outboxStyle = `
body { margin: 0; background: ${colours.ground}; color: ${colours.ink}; font: 1.0625rem/1.7 'IBM Plex Sans Arabic', 'Noto Sans Arabic', system-ui, sans-serif; }
main { max-inline-size: 46rem; margin-inline: auto; padding: 1.5rem 1rem; }
header { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; }
h1 { font-size: 1.75rem; line-height: 1.4; margin: 0; }
h2 { font-size: 1.125rem; line-height: 1.4; margin: 0; }
p { margin: 0.25rem 0; color: ${colours.quietInk}; }
a { color: ${colours.brand}; }
article { margin-block-start: 1.5rem; padding: 1rem; background: ${colours.sheet}; border: 1px solid ${colours.joint}; border-radius: 6px; }
iframe { inline-size: 100%; block-size: 38rem; border: 1px solid ${colours.joint}; border-radius: 4px; background: ${colours.ground}; }
pre { white-space: pre-wrap; font: inherit; }
`;

const other: Record<Language, Language> = { ar: 'en', en: 'ar' };
const times = ammanFormat(dateLocales.en, { dateStyle: 'medium', timeStyle: 'medium' });

/** Draws the page. Each mail is shown in a frame of its own that may run nothing and load nothing. */
export function toOutboxHtml(mails: readonly KeptMail[], language: Language): string {
  const words = outboxWords[language];
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  const list = mails.map((mail) => toArticle(mail, words)).join('\n');
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title} – Bekhedmetkom</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/outbox.css">
</head>
<body>
<main>
<header><h1>${words.title}</h1><a href="/?lang=${other[language]}" lang="${other[language]}" hreflang="${other[language]}">${words.other}</a></header>
<p>${words.why}</p>
${list || `<p>${words.none}</p>`}
</main>
</body>
</html>
`;
}

function toArticle(mail: KeptMail, words: (typeof outboxWords)[Language]): string {
  const subject = escapeHtml(mail.subject);
  return `<article>
<h2 dir="auto">${subject}</h2>
<p>${words.to}: <bdi dir="ltr">${escapeHtml(mail.to)}</bdi> · <time datetime="${mail.receivedAt.toISOString()}"><bdi dir="ltr">${times.format(mail.receivedAt)}</bdi></time></p>
<iframe title="${subject}" loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mails/${encodeURIComponent(mail.id)}"></iframe>
<details><summary>${words.text}</summary><pre dir="auto">${escapeHtml(mail.text)}</pre></details>
</article>`;
}
