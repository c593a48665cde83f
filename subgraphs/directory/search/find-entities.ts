import { Fault } from '@bekhedmetkom/platform/errors';
import {
  type Connection,
  keysetCursor,
  makeConnection,
  readKeyset,
  readPage,
} from '@bekhedmetkom/platform/subgraph';
import { z } from 'zod';
import { EntityType } from '../entity/entity.type.ts';
import { existing } from '../snapshot/existing.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type EntityHit, searchEntities } from './entity-index.ts';

const longest = 200;
const place = z.tuple([z.int(), z.int()]);

/** Searches as the reader types; null when nothing that can be searched for was typed. */
export function findEntities(
  directory: Snapshot,
  asked: { search: string; sector: string | null; first: number; after: string | null },
): Connection<EntityType> | null {
  if (asked.search.length > longest) {
    throw new Fault('BAD_USER_INPUT', `"search" is longer than ${longest} characters.`);
  }
  const hits = searchEntities(directory, asked.search, asked.sector);
  if (hits === null) return null;
  const { limit, after } = readPage(asked);
  const [score, position] = readKeyset(after, place) ?? [];
  const isAfter = (hit: EntityHit) =>
    score === undefined ||
    position === undefined ||
    hit.score < score ||
    (hit.score === score && hit.position > position);
  return makeConnection({
    rows: hits.filter(isAfter).slice(0, limit + 1),
    limit,
    continued: after !== null,
    toNode: ({ code }) => new EntityType(existing(directory.entity(code), 'entity', code)),
    toCursor: (hit) => keysetCursor(hit.score, hit.position),
    count: () => hits.length,
  });
}
