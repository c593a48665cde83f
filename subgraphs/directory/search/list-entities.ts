import {
  type Connection,
  keysetCursor,
  makeConnection,
  readKeyset,
  readPage,
} from '@bekhedmetkom/platform/subgraph';
import { z } from 'zod';
import { existsOn } from '../entity/entity.ts';
import { EntityType } from '../entity/entity.type.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

const place = z.tuple([z.int()]);

/** A page of the entities that exist today, in the order of the directory; of one sector or all. */
export function listEntities(
  directory: Snapshot,
  asked: { sector: string | null; first: number; after: string | null },
): Connection<EntityType> {
  const { limit, after } = readPage(asked);
  const [last] = readKeyset(after, place) ?? [0];
  const among = asked.sector === null ? directory.entities : directory.entitiesOf(asked.sector);
  const all = among.filter((entity) => existsOn(entity, directory.today));
  return makeConnection({
    rows: all.filter((entity) => entity.order > last).slice(0, limit + 1),
    limit,
    continued: after !== null,
    toNode: (row) => new EntityType(row),
    toCursor: (row) => keysetCursor(row.order),
    count: () => all.length,
  });
}
