import { keyOfGlobalId } from '@bekhedmetkom/platform/subgraph';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The uuid in the global id of something of this type; null for any other id, which then names nothing. */
export function uuidOf(type: string, id: string): string | null {
  const key = keyOfGlobalId(type, id);
  return key !== null && uuid.test(key) ? key : null;
}
