/** History: records become cases with the times they bear, in batches. */
import type { Graph } from '../graph/graph.ts';
import type { Journal } from '../journal/journal.ts';
import type { MappedRow } from '../journal/mapped-rows.ts';
import { openPace } from '../pace/pace.ts';
import { importBatch } from './import-batch.ts';
import { toImport } from './to-import.ts';

const batchSize = 200;
const atOnce = 2;

export interface HistoryOptions {
  rows: AsyncIterable<MappedRow>;
  graph: Graph;
  journal: Journal;
  /** Whether the platform computes the due dates that records lack. */
  policyDue: boolean;
  /** Cases a second at most; null is as fast as they are taken. */
  perSecond: number | null;
  signal: AbortSignal;
}

/** Imports all rows. Ends early, with the journal right, when the signal comes or something cannot go on. */
export async function replayHistory(options: HistoryOptions): Promise<void> {
  const { journal, graph } = options;
  const pace = openPace(options.perSecond, options.signal);
  const underWay = new Set<Promise<void>>();
  let failure: unknown = null;

  async function send(batch: MappedRow[]): Promise<void> {
    const outcomes = await importBatch(
      graph,
      batch.map(({ record }) => toImport(record, options.policyDue)),
    );
    for (const [index, { row, record, repeated }] of batch.entries()) {
      const { refused = null, dropped = [] } = outcomes[index] ?? {};
      for (const reason of dropped) journal.dropped(row, reason, record.sourceId);
      if (refused) journal.refused(row, refused, record.sourceId);
      else journal.filed(row, repeated);
    }
    await journal.save();
  }

  async function start(batch: MappedRow[]): Promise<void> {
    if (batch.length === 0) return;
    await pace.wait(batch.length);
    while (underWay.size >= atOnce) await Promise.race(underWay);
    const sending = send(batch)
      .catch((error) => {
        failure ??= error;
      })
      .finally(() => underWay.delete(sending));
    underWay.add(sending);
  }

  let batch: MappedRow[] = [];
  for await (const mapped of options.rows) {
    if (failure || options.signal.aborted) break;
    batch.push(mapped);
    if (batch.length === batchSize) {
      await start(batch);
      batch = [];
    }
  }
  if (!failure && !options.signal.aborted) await start(batch);
  await Promise.all(underWay);
  if (failure) throw failure;
}
