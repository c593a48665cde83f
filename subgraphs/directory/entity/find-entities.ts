import type { Tx } from '@bekhedmetkom/platform/database';
import { Fault } from '@bekhedmetkom/platform/errors';
import {
  type Connection,
  keysetCursor,
  makeConnection,
  readKeyset,
  readPage,
} from '@bekhedmetkom/platform/subgraph';
import { z } from 'zod';
import { fold } from '../search/fold.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { EntityType } from './entity.type.ts';
import { countHits, searchEntities } from './search-entities.ts';

const longest = 200;
const place = z.tuple([z.int(), z.int()]);

/** Searches as the reader types; null when nothing that can be searched for was typed. */
export async function findEntities(
  tx: Tx,
  directory: Snapshot,
  asked: { search: string; sector: string | null; first: number; after: string | null },
): Promise<Connection<EntityType> | null> {
  if (asked.search.length > longest) {
    throw new Fault('BAD_USER_INPUT', `"search" is longer than ${longest} characters.`);
  }
  const text = fold(asked.search);
  if (text === '') return null;
  const { limit, after } = readPage(asked);
  const [score, position] = readKeyset(after, place) ?? [];
  const question = { text, sector: asked.sector };
  const last = score === undefined || position === undefined ? null : { score, position };
  return makeConnection({
    // What the snapshot does not know yet was made within the last moment.
    rows: (await searchEntities(tx, { ...question, after: last, limit: limit + 1 })).flatMap((hit) => {
      const row = directory.entity(hit.code);
      return row ? [{ ...hit, row }] : [];
    }),
    limit,
    continued: after !== null,
    toNode: ({ row }) => new EntityType(row),
    toCursor: (hit) => keysetCursor(hit.score, hit.position),
    count: () => countHits(tx, question),
  });
}
