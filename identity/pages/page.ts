import { stoneWall } from './background-pattern.ts';
import { Html, html } from './html.ts';
import { type Language, words } from './words.ts';

export interface Frame {
  language: Language;
  /** The web app's address, for the ways back. */
  webOrigin: string;
  /** Where the same page is in the other language; absent when it cannot be shown again. */
  otherLanguage?: string;
}

const mark = new Html(
  '<svg viewBox="0 0 40 40" aria-hidden="true"><g class="m-stone"><rect x="2" y="3" width="22" height="10" rx="1"/><rect x="26" y="3" width="12" height="10" rx="1"/><rect x="2" y="15" width="10" height="10" rx="1"/><rect x="26" y="15" width="12" height="10" rx="1"/><rect x="2" y="27" width="17" height="10" rx="1"/><rect x="21" y="27" width="17" height="10" rx="1"/></g><rect class="m-you" x="14" y="15" width="10" height="10" rx="1"/></svg>',
);

/** One of the issuer's pages: the way home, its content, and the wall of stones. */
export function page({ language, webOrigin, otherLanguage }: Frame, title: string, content: Html): string {
  const { direction, platform, other, home, withoutAccount } = words[language];
  const otherTag = language === 'ar' ? 'en' : 'ar';
  return html`<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${platform}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/sign-in.css">
</head>
<body>
<div class="door">
<main class="door__main" id="main">
<div class="row top-row">
<a class="mark" href="${webOrigin}/${language}">${mark}<span><b>${platform}</b></span></a>
${
  otherLanguage &&
  html`<a class="back" href="${otherLanguage}" lang="${otherTag}" hreflang="${otherTag}" dir="auto">${other}</a>`
}
</div>
<div>
${content}
</div>
<p class="small muted">${withoutAccount} <a href="${webOrigin}/${language}">${home}</a></p>
</main>
<div class="door__wall" aria-hidden="true">${stoneWall}</div>
</div>
</body>
</html>
`.text;
}
