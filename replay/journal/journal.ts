/** What becomes of each line, and how far the replay is. */
import type { BadRow, Row } from '../record/read-rows.ts';
import { type Checkpoint, writeCheckpoint } from './checkpoint.ts';
import { DoneLines } from './done-lines.ts';
import type { Refusals } from './refusals.ts';

export interface Tally {
  /** Rows read in this run. */
  rows: number;
  filed: number;
  refused: number;
  /** The last line read. */
  line: number;
}

export interface Journal {
  readonly tally: Readonly<Tally>;
  begin(row: Row | BadRow): void;
  filed(row: Row): void;
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
  onChange(tally: Tally): void;
}): Journal {
  const tally: Tally = { rows: 0, filed: 0, refused: 0, line: options.from };
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
    filed(row) {
      tally.filed += 1;
      done(row.line);
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
