import type { Tx } from '@bekhedmetkom/platform/database';
import type { LoggedEvent } from '@bekhedmetkom/platform/outbox';
import { type DirectoryEventType, directoryEvents } from '@bekhedmetkom/schema/events/directory';
import { saveCalendar, saveTerms, type Term } from './directory.store.ts';

/**
 * Takes over a batch of events of the topic `directory`: what its things are called, which sector an entity
 * belongs to, which days are worked. Older or repeated events change nothing; other types do not concern us.
 * Throws for a payload that is not of its type.
 */
export async function applyDirectoryEvents(tx: Tx, events: LoggedEvent[]): Promise<void> {
  const terms = new Map<string, Term>();
  for (const event of events) {
    const term = termOf(event);
    if (!term) continue;
    const key = `${term.kind} ${term.code}`;
    if ((terms.get(key)?.version ?? 0) < term.version) terms.set(key, term);
  }
  await saveTerms(tx, [...terms.values()]);
  for (const { type, payload } of events) {
    if (type === 'calendar.published') {
      await saveCalendar(tx, directoryEvents['calendar.published'].parse(payload));
    }
  }
}

function termOf({ type, version, payload }: LoggedEvent): Term | null {
  switch (type as DirectoryEventType) {
    case 'sector.changed': {
      const { code, names } = directoryEvents['sector.changed'].parse(payload);
      return { kind: 'sector', code, version, ...names, sector: null };
    }
    case 'entity.changed': {
      const { code, names, sector } = directoryEvents['entity.changed'].parse(payload);
      return { kind: 'entity', code, version, ...names, sector };
    }
    case 'category.changed': {
      const { code, names } = directoryEvents['category.changed'].parse(payload);
      return { kind: 'category', code, version, ...names, sector: null };
    }
    case 'governorate.changed': {
      const { code, names } = directoryEvents['governorate.changed'].parse(payload);
      return { kind: 'governorate', code, version, ...names, sector: null };
    }
    default:
      return null;
  }
}
