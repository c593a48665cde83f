const scripts = /<script\b([^>]*)>[\s\S]*?<\/script>/g;
const preloads =
  /<link\b(?=[^>]*\brel="(?:preload|modulepreload)")(?=[^>]*(?:\bas="script"|modulepreload))[^>]*>/g;

/**
 * A rendered page without React's runtime: what remains of its scripts are our islands (`data-island`).
 * Safe on text that people wrote: React writes `<` in text as `&lt;`.
 */
export function withoutRuntime(html: string): string {
  return html
    .replace(scripts, (script, attributes: string) => (/\bdata-island\b/.test(attributes) ? script : ''))
    .replace(preloads, '');
}
