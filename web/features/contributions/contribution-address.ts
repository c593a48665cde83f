/** The list of parts by its address: whose they are, and whether those that are settled are shown. */
import type { ContributionFilter } from '../../graphql/generated/graphql.ts';

export interface PartAddress {
  /** Asked of the viewer's entities, or by them of others. */
  side: 'mine' | 'others';
  settled: boolean;
  after: string | null;
}

/** Reads an address; what it does not know, it leaves out. */
export function readPartAddress(parameters: Record<string, string | string[] | undefined>): PartAddress {
  const after = parameters.after;
  return {
    side: parameters.side === 'others' ? 'others' : 'mine',
    settled: parameters.settled === '1',
    after: typeof after === 'string' && after ? after : null,
  };
}

/** The query string of an address, the shortest that says the same. */
export function writePartAddress(address: PartAddress, change: Partial<PartAddress> = {}): string {
  const next = { ...address, after: null, ...change };
  const parameters = new URLSearchParams();
  if (next.side === 'others') parameters.set('side', 'others');
  if (next.settled) parameters.set('settled', '1');
  if (next.after) parameters.set('after', next.after);
  const query = parameters.toString();
  return query ? `?${query}` : '';
}

export function partFilter(address: PartAddress): ContributionFilter {
  return {
    mine: address.side === 'mine',
    state: address.settled ? ['ANSWERED', 'WITHDRAWN'] : ['OPEN'],
  };
}
