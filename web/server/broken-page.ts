import ar from '../content/ar/common.json' with { type: 'json' };
import en from '../content/en/common.json' with { type: 'json' };

/** What people see when a page cannot be made at all: both languages, no script, nothing that could fail. */
export function brokenPage(pathname: string): string {
  const english = pathname.startsWith('/en');
  const [first, second] = english ? (['en', 'ar'] as const) : (['ar', 'en'] as const);
  return `<!DOCTYPE html>
<html lang="${first}" dir="${english ? 'ltr' : 'rtl'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title(first)}</title><link rel="icon" href="/mark.svg"><link rel="stylesheet" href="/broken.css"></head>
<body><main>${part(first)}${part(second)}</main></body>
</html>`;
}

const words = { ar, en };

function title(locale: 'ar' | 'en'): string {
  return `${words[locale].problem.brokenHeading} – ${words[locale].name}`;
}

function part(locale: 'ar' | 'en'): string {
  const { brokenHeading, brokenBody, home } = words[locale].problem;
  const direction = locale === 'ar' ? 'rtl' : 'ltr';
  return (
    `<section lang="${locale}" dir="${direction}"><h1>${brokenHeading}</h1><p>${brokenBody}</p>` +
    `<p><a href="/${locale}">${home}</a></p></section>`
  );
}
