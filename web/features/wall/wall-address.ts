/** The wall's state is its address, so that a screen can be set up by a link and comes back after a power cut. */
export interface WallAddress {
  /** Codes of entities to look at; empty = all. */
  entities: string[];
  /** Codes of sectors to look at; empty = all. */
  sectors: string[];
  paused: boolean;
  /** Index of the league's group when it stands still; null = it turns by itself. */
  group: number | null;
}

export type WallParameters = Record<string, string | string[] | undefined>;

const code = /^[A-Z0-9][A-Z0-9_-]{0,31}$/;

/** Reads an address; what it does not know, it leaves out. */
export function readWallAddress(parameters: WallParameters): WallAddress {
  const group = Number.parseInt(first(parameters.group) ?? '', 10);
  return {
    entities: codes(parameters.entity),
    sectors: codes(parameters.sector),
    paused: first(parameters.paused) === '1',
    group: Number.isInteger(group) && group >= 0 && group < 3 ? group : null,
  };
}

/** The query string of an address, `?` included; empty when everything is as usual. */
export function writeWallAddress(address: WallAddress): string {
  const parameters = new URLSearchParams();
  for (const entity of address.entities) parameters.append('entity', entity);
  for (const sector of address.sectors) parameters.append('sector', sector);
  if (address.paused) parameters.set('paused', '1');
  if (address.group !== null) parameters.set('group', String(address.group));
  const query = parameters.toString();
  return query ? `?${query}` : '';
}

/** The scope as a filter of cases and figures; which programmes they are of, the graph knows by who asks. */
export function scopeOf(address: WallAddress): { entity?: string[]; sector?: string[] } {
  return {
    ...(address.entities.length > 0 ? { entity: address.entities } : {}),
    ...(address.sectors.length > 0 ? { sector: address.sectors } : {}),
  };
}

function codes(value: string | string[] | undefined): string[] {
  const asked = value === undefined ? [] : [value].flat();
  return [...new Set(asked.flatMap((one) => one.split(',')))].filter((one) => code.test(one)).slice(0, 20);
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
