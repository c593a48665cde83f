import { fromGlobalId } from '@bekhedmetkom/platform/subgraph';
import type { Context } from '../graph/context.ts';
import { finders } from '../graph/finders.ts';

const foreign = new Set(['Case', 'Notification']);

/** What an id names, or a stub of it when another subgraph has to say; null for any other text. */
export function findNode(id: string, context: Context): object | null {
  const parts = readId(id);
  if (!parts) return null;
  if (foreign.has(parts.type)) return { __typename: parts.type, id };
  return finders.get(parts.type)?.(parts.key, context) ?? null;
}

function readId(id: string) {
  try {
    return fromGlobalId(id);
  } catch {
    return null;
  }
}
