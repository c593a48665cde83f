/**
 * A path of this site to go back to after signing in; anything else becomes `otherwise`, so that a link
 * cannot send people to another site.
 */
export function safeReturnPath(value: string | null | undefined, otherwise: string): string {
  if (!value?.startsWith('/') || value.startsWith('//') || value.includes('\\')) return otherwise;
  const resolved = new URL(value, 'http://this.site');
  if (resolved.origin !== 'http://this.site') return otherwise;
  return `${resolved.pathname}${resolved.search}`;
}
