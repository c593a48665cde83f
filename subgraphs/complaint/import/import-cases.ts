import { randomBytes } from 'node:crypto';
import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Database, Tx } from '@bekhedmetkom/platform/database';
import { makeReference, referenceBytes } from '@bekhedmetkom/text/reference';
import { ammanDay } from '@bekhedmetkom/time/amman';
import type { CaseRecord } from '../case/case.record.ts';
import type { Refusal } from '../case/case.ts';
import type { DatabaseClock } from '../clock/database-clock.ts';
import { asKept } from '../confidential/as-kept.ts';
import type { SealedWords } from '../confidential/sealed-words.ts';
import type { Directory } from '../directory/directory.ts';
import { uuidV7 } from '../reference/uuid-v7.ts';
import { lockImported, type SourcedCase, saveImported } from './import.store.ts';
import { hasMovedOn, type ImportedRecord, readRecord } from './imported-record.ts';

interface Dependencies {
  database: Database;
  clock: DatabaseClock;
  directory(): Directory;
  words: SealedWords;
}

/** What became of a record: the reference of its case, or why it was refused. */
type ImportOutcome = { reference: string } | { refusals: Refusal[] };
export type ImportCases = (records: readonly ImportedRecord[], viewer: Viewer) => Promise<ImportOutcome[]>;

const timeout = 20_000;
const tries = 3;
/** Somebody else filed one of these records at the same moment (unique_violation). */
const lostRace = new Set(['23505']);

/**
 * Takes over a batch of records in one transaction; those that are wrong are refused one by one. Of several
 * records with the same key in one batch the last counts.
 */
export function makeImportCases({ database, clock, directory, words }: Dependencies): ImportCases {
  async function takeOver(
    tx: Tx,
    records: ReadonlyMap<string, ImportedRecord>,
    viewer: Viewer,
    now: Date,
  ): Promise<Map<string, ImportOutcome>> {
    const outcomes = new Map<string, ImportOutcome>();
    const kept = new Map((await lockImported(tx, [...records.values()])).map((one) => [keyOf(one), one]));
    const fresh: SourcedCase[] = [];
    const moved: SourcedCase[] = [];
    for (const [key, given] of records) {
      const before = kept.get(key);
      const read = readRecord(given, identify(before, given, viewer), directory(), now);
      if ('refusals' in read) {
        outcomes.set(key, read);
        continue;
      }
      outcomes.set(key, { reference: read.record.reference });
      const sourced = {
        ...read,
        ...asKept(read.record, read, words),
        answer: words.keep(read.record, read.answer),
        steps: read.steps.map((step) => ({ ...step, text: words.keep(read.record, step.text) })),
        source: given.source,
        sourceId: given.sourceId,
        from: before?.state ?? null,
      };
      if (!before) fresh.push(sourced);
      else if (hasMovedOn(before, read.record)) moved.push(moveOn(sourced, before));
    }
    await saveImported(tx, fresh, moved, { now, actor: viewer.subject });
    return outcomes;
  }

  return async (records, viewer) => {
    const last = new Map(records.map((record) => [keyOf(record), record]));
    // In one order everywhere: two batches with the same records wait for each other, and never in a circle.
    const byKey = new Map([...last].toSorted(([one], [other]) => (one < other ? -1 : 1)));
    const now = await clock.now();
    for (let attempt = 1; ; attempt++) {
      try {
        const outcomes = await database.transaction((tx) => takeOver(tx, byKey, viewer, now), { timeout });
        return records.map((record) => outcomes.get(keyOf(record)) ?? { refusals: [] });
      } catch (error) {
        if (attempt === tries || !lostRace.has((error as { code?: string }).code ?? '')) throw error;
      }
    }
  };
}

function keyOf({ source, sourceId }: { source: string; sourceId: string }): string {
  return JSON.stringify([source, sourceId]);
}

function identify(before: CaseRecord | undefined, given: ImportedRecord, viewer: Viewer) {
  if (before) return { id: before.id, reference: before.reference, filedBy: before.filedBy };
  const submitted = given.submittedAt.getTime();
  const year = Number(ammanDay(submitted).slice(0, 4));
  return {
    // Ids of a day in the past sort into that day, as if the case had been filed here.
    id: uuidV7(Math.max(0, submitted)),
    reference: makeReference(Math.min(Math.max(year, 1000), 9999), randomBytes(referenceBytes)),
    filedBy: viewer.subject,
  };
}

// What was handed in stays; what became of it is the record's. What is kept from others here stays kept from them.
function moveOn(fresh: SourcedCase, before: CaseRecord): SourcedCase {
  const { subject, district, holderPost, cycle, escalation, escalations, escalationAskedAt } = before;
  const { programme, category, restricted } = before.restricted ? before : fresh.record;
  const record = {
    ...fresh.record,
    ...{ subject, district, holderPost, cycle, escalation, escalations, escalationAskedAt },
    ...{ programme, category, restricted },
    entity: fresh.record.entity ?? before.entity,
    version: before.version + 1,
  };
  return { ...fresh, record };
}
