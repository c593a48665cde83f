/** Whose cases a wall counts: what its viewer may see, named on the screen and asked for in every question. */
import { entityNames, type Posts } from '../staff-shell/staff-post.ts';
import type { WallAddress } from './wall-address.ts';

export interface WallScope {
  /** Codes of the entities; empty = all. */
  entities: string[];
  /** Whether there are programmes that the viewer’s figures leave out (the graph decides): to be said on the screen. */
  leavesOut: boolean;
  /** How it is named: all entities, some of them, or the viewer’s own. */
  kind: 'national' | 'chosen' | 'own';
  /** Names of the viewer’s own entities; else empty. */
  names: string[];
}

interface KnownProgramme {
  restricted: boolean;
}

/**
 * The scope of a viewer who asked for an address; null when no post of hers opens the wall. Whoever works for an entity sees
 * that entity alone, whatever the address says.
 */
export function wallScope(
  posts: Posts,
  address: Pick<WallAddress, 'entities' | 'sectors'>,
  programmes: readonly KnownProgramme[],
): WallScope | null {
  if (entityNames(posts) === null) {
    const seesRestricted = posts.some(({ role }) => role === 'PRIME_MINISTERS_OFFICE');
    const narrowed = address.entities.length > 0 || address.sectors.length > 0;
    return {
      entities: address.entities,
      leavesOut: !seesRestricted && programmes.some(({ restricted }) => restricted),
      kind: narrowed ? 'chosen' : 'national',
      names: [],
    };
  }
  const own = new Map(posts.flatMap(({ entity }) => (entity ? [[entity.code, entity.name] as const] : [])));
  if (own.size === 0) return null;
  const asked = address.entities.filter((code) => own.has(code));
  const entities = asked.length > 0 ? asked : [...own.keys()];
  return {
    entities,
    leavesOut: false,
    kind: 'own',
    names: entities.map((code) => own.get(code) ?? code),
  };
}
