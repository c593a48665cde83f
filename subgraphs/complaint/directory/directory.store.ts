/** The projection of the directory in our own tables. */
import type { Tx } from '@bekhedmetkom/platform/database';
import type { LoggedEvent } from '@bekhedmetkom/platform/outbox';
import {
  type DirectoryEvent,
  type DirectoryEventType,
  directoryEvents,
} from '@bekhedmetkom/schema/events/directory';
import { buildDirectory, type Directory, type DirectoryItem } from './directory.ts';

const keys: { [T in DirectoryEventType]: (payload: DirectoryEvent<T>) => string } = {
  'sector.changed': (sector) => sector.code,
  'entity.changed': (entity) => entity.code,
  'category.changed': (category) => category.code,
  'governorate.changed': (governorate) => governorate.code,
  'post.changed': (post) => post.key,
  'calendar.published': (calendar) => String(calendar.version),
  'programme.changed': (programme) => programme.code,
  'sla-policy.published': (policy) => `${policy.programme}/${policy.version}`,
};

const put = `
insert into directory_item (kind, key, payload)
select distinct on (kind, key) kind, key, payload
from rows from (json_to_recordset($1) as (kind text, key text, payload jsonb)) with ordinality as item(kind, key, payload, line)
order by kind, key, line desc
on conflict (kind, key) do update set payload = excluded.payload`;
const advance = 'update directory_state set revision = $1';

/** Takes events of the directory over into the projection. Kinds that this room does not know are left. */
export async function applyDirectoryEvents(tx: Tx, events: readonly LoggedEvent[]): Promise<void> {
  const items = events.flatMap((event) => toItem(event) ?? []);
  if (items.length > 0) await tx.query(put, [JSON.stringify(items)]);
  await tx.query(advance, [events.at(-1)?.position ?? 0]);
}

function toItem({ type, payload }: LoggedEvent): DirectoryItem | null {
  if (!(type in directoryEvents)) return null;
  const kind = type as DirectoryEventType;
  const read = directoryEvents[kind].parse(payload);
  return { kind, key: (keys[kind] as (payload: unknown) => string)(read), payload: read };
}

/** How far the projection is, and whether it ever was complete. */
export async function directoryState(tx: Tx): Promise<{ revision: number; caughtUp: boolean }> {
  const [state] = await tx.prepared<{ revision: number; caughtUp: boolean }>(
    'directory-state',
    'select revision, caught_up as "caughtUp" from directory_state',
  );
  return state ?? { revision: 0, caughtUp: false };
}

/** Remembers that the directory was followed to its end once: from then on the projection is good to start with. */
export async function rememberCaughtUp(tx: Tx): Promise<void> {
  await tx.query('update directory_state set caught_up = true where not caught_up');
}

/** The whole directory as projected now. */
export async function loadDirectory(tx: Tx): Promise<Directory> {
  const { revision } = await directoryState(tx);
  const items = await tx.query<DirectoryItem>('select kind, key, payload from directory_item');
  return buildDirectory(items, revision);
}
