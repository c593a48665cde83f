/** The list of requests by its address: those to decide, or the viewer's own; and the page of it. */

export interface IdentityAddress {
  own: boolean;
  after: string | null;
}

/** Reads an address; what it does not know, it leaves out. */
export function readIdentityAddress(
  parameters: Record<string, string | string[] | undefined>,
): IdentityAddress {
  const { after, list } = parameters;
  return { own: list === 'own', after: typeof after === 'string' && after ? after : null };
}

/** The query string of an address, the shortest that says the same; on another list from its first page. */
export function writeIdentityAddress(
  address: IdentityAddress,
  change: Partial<IdentityAddress> = {},
): string {
  const next = { ...address, after: null, ...change };
  const parameters = new URLSearchParams();
  if (next.own) parameters.set('list', 'own');
  if (next.after) parameters.set('after', next.after);
  const query = parameters.toString();
  return query ? `?${query}` : '';
}
