import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Database } from '@bekhedmetkom/platform/database';
import type { RequestContext } from '@bekhedmetkom/platform/subgraph';
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import DataLoader from 'dataloader';
import { namesOf } from '../directory/directory.repository.ts';
import type { TermKind } from '../directory/directory.ts';
import { Answers } from '../question/answers.ts';
import type { Watch } from '../watch/open-watch.ts';

type TermKey = { kind: TermKind; code: string };

/** What resolvers are handed, made anew per request and per event of a stream. */
export interface Context extends RequestContext {
  answers: Answers;
  /** What things are called by the directory. */
  terms: DataLoader<TermKey, Names | null, string>;
  watch: Watch;
}

export function makeContext(
  database: Database,
  watch: Watch,
  viewer: Viewer,
): Omit<Context, keyof RequestContext> {
  const terms = new DataLoader<TermKey, Names | null, string>((keys) => namesOf(database, keys), {
    cacheKeyFn: ({ kind, code }) => `${kind} ${code}`,
  });
  return { answers: new Answers(database, viewer), terms, watch };
}
