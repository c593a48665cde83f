import type { Tx } from '@bekhedmetkom/platform/database';
import type { LoggedEvent } from '@bekhedmetkom/platform/outbox';
import { type DirectoryEventType, directoryEvents } from '@bekhedmetkom/schema/events/directory';
import { saveReopeningTerm } from '../terms/terms.repository.ts';
import { saveCalendar, saveTerms } from './directory.repository.ts';
import type { Term } from './directory.ts';

/**
 * Takes over a batch of events of the topic `directory`: what its things are called, which sector an entity
 * belongs to, which programmes are restricted, which days are worked, how long answers may be reopened. Older or
 * repeated events change nothing; other types do not concern us.
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
    if (type === 'sla-policy.published') {
      await saveReopeningTerm(tx, directoryEvents['sla-policy.published'].parse(payload));
    }
  }
}

function termOf({ type, version, payload }: LoggedEvent): Term | null {
  const bare = { version, sector: null, programme: null, restricted: false };
  switch (type as DirectoryEventType) {
    case 'sector.changed': {
      const { code, names } = directoryEvents['sector.changed'].parse(payload);
      return { ...bare, kind: 'sector', code, ...names };
    }
    case 'entity.changed': {
      const { code, names, sector } = directoryEvents['entity.changed'].parse(payload);
      return { ...bare, kind: 'entity', code, ...names, sector };
    }
    case 'category.changed': {
      const { code, names, programme } = directoryEvents['category.changed'].parse(payload);
      return { ...bare, kind: 'category', code, ...names, programme };
    }
    case 'governorate.changed': {
      const { code, names } = directoryEvents['governorate.changed'].parse(payload);
      return { ...bare, kind: 'governorate', code, ...names };
    }
    case 'programme.changed': {
      const { code, names, restricted } = directoryEvents['programme.changed'].parse(payload);
      return { ...bare, kind: 'programme', code, ...names, restricted };
    }
    default:
      return null;
  }
}
