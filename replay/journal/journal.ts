/** What becomes of each line, and how far the replay is. */
import type { BadRow, Row } from '../csv/read-rows.ts';
import { type Checkpoint, writeCheckpoint } from './checkpoint.ts';
import { DoneLines } from './done-lines.ts';
import type { Refusals } from './refusals.ts';

export interface Tally {
  /** Rows read in this run. */
  rows: number;
  /** Records that are cases now. */
  filed: number;
  /** Rows that tell of a record of which an earlier row of the file told. */
  repeated: number;
  refused: number;
  /** Cells that could not be true, and without which their rows were filed. */
  dropped: number;
  /** The last line read. */
  line: number;
}

export interface Journal {
  readonly tally: Readonly<Tally>;
  begin(row: Row | BadRow): void;
  filed(row: Row, repeated: boolean): void;
  dropped(row: Row, reason: string, sourceId: string): void;
  refused(row: Row | BadRow, reason: string, sourceId?: string | null): void;
  /** Writes the checkpoint, at most once a second. */
  save(): Promise<void>;
  /** Writes the last one. */
  close(finished: boolean): Promise<void>;
}

export function openJournal(options: {
  path: string;
  of: string;
  from: number;
  refusals: Refusals;
  /** The list of dropped cells. */
  drops: Refusals;
  onChange(tally: Tally): void;
}): Journal {
  const tally: Tally = { rows: 0, filed: 0, repeated: 0, refused: 0, dropped: 0, line: options.from };
  const lines = new DoneLines(options.from);
  let savedAt = 0;
  let saving: Promise<void> = Promise.resolve();

  function write(finished: boolean): Promise<void> {
    savedAt = Date.now();
    const checkpoint: Checkpoint = { of: options.of, nextLine: lines.nextLine, finished };
    saving = saving.then(() => writeCheckpoint(options.path, checkpoint));
    return saving;
  }

  function done(line: number): void {
    lines.end(line);
    options.onChange(tally);
  }

  return {
    tally,
    begin(row) {
      lines.begin(row.line);
      tally.rows += 1;
      tally.line = Math.max(tally.line, row.line);
    },
    filed(row, repeated) {
      if (repeated) tally.repeated += 1;
      else tally.filed += 1;
      done(row.line);
    },
    dropped({ line, fields }, reason, sourceId) {
      tally.dropped += 1;
      options.drops.add({ line, sourceId, reason, raw: JSON.stringify(fields) });
    },
    refused(row, reason, sourceId = null) {
      tally.refused += 1;
      const raw = 'raw' in row ? row.raw : JSON.stringify(row.fields);
      options.refusals.add({ line: row.line, sourceId, reason, raw });
      done(row.line);
    },
    async save() {
      if (Date.now() - savedAt >= 1000) await write(false);
    },
    close: write,
  };
}
