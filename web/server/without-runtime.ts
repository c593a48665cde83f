const scripts = /<script\b([^>]*)>[\s\S]*?<\/script>/g;
const preloads =
  /<link\b(?=[^>]*\brel="(?:preload|modulepreload)")(?=[^>]*(?:\bas="script"|modulepreload))[^>]*>/g;

/** Left out, the form goes to its own page all the same; empty, it is not valid HTML. */
const emptyActions = /<form\b([^>]*?) action=""([^>]*>)/g;

/** Forms that browsers would check: their bubbles speak another language, and hide our own errors. */
const checkedForms = /<form\b(?![^>]*\bnovalidate\b)/gi;

/**
 * A rendered page without React's runtime: what remains of its scripts are our islands (`data-island`).
 * Safe on text that people wrote: React writes `<` in text as `&lt;`.
 */
export function withoutRuntime(html: string): string {
  return html
    .replace(scripts, (script, attributes: string) => (/\bdata-island\b/.test(attributes) ? script : ''))
    .replace(preloads, '')
    .replace(emptyActions, '<form$1$2')
    .replace(checkedForms, '<form novalidate=""');
}

/** The status that a page asks for (`<main data-status="503">`): React components cannot set it themselves. */
export function statusOf(html: string): number | null {
  const asked = /<main\b[^>]*\bdata-status="(\d{3})"/.exec(html)?.[1];
  return asked ? Number(asked) : null;
}

/** Whether Next gave up on a page and left the rest to scripts that are not there. */
export function isBroken(html: string): boolean {
  return html.includes('<html id="__next_error__"');
}
