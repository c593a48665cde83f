import { type Row, readRows } from '../csv/read-rows.ts';
import type { RecordMap } from '../record/map.ts';
import { mapRecord } from '../record/map-record.ts';
import type { CaseRecord } from '../record/record.ts';
import type { Journal } from './journal.ts';

export interface MappedRow {
  row: Row;
  record: CaseRecord;
  /** Whether an earlier row of the file bears the same key: it may tell more of the same record. */
  repeated: boolean;
}

/** Reads and maps a file from a line on; what cannot be read or mapped goes to the journal at once. */
export async function* mappedRows(
  path: string,
  from: number,
  map: RecordMap,
  journal: Journal,
): AsyncGenerator<MappedRow> {
  const keys = new Set<string>();
  for await (const row of readRows(path, from)) {
    journal.begin(row);
    if ('reason' in row) {
      journal.refused(row, row.reason);
      continue;
    }
    const mapped = mapRecord(map, row.fields);
    if ('refused' in mapped) journal.refused(row, mapped.refused, row.fields[map.id]);
    else {
      const { sourceId } = mapped.record;
      for (const { column, reason } of mapped.dropped) journal.dropped(row, `${column} ${reason}`, sourceId);
      yield { row, record: mapped.record, repeated: keys.has(sourceId) };
      keys.add(sourceId);
    }
  }
}
