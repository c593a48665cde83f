import type { Database } from '@bekhedmetkom/platform/database';
import type { RequestContext } from '@bekhedmetkom/platform/subgraph';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** What the directory's resolvers are handed. */
export interface Context extends RequestContext {
  /** The directory as it was when the request came; looking into it asks no database. */
  directory: Snapshot;
  database: Database;
}
