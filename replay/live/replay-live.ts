/** Live: records are submitted now, at a chosen speed, and handled in the time their dates stand for. */
import { type Graph, Refused } from '../graph/graph.ts';
import type { Journal } from '../journal/journal.ts';
import type { MappedRow } from '../journal/mapped-rows.ts';
import { openPace } from '../pace/pace.ts';
import { openLiveReplay } from './live-case.ts';

/** Submissions under way at most: a gateway that is slower than the wanted speed is not buried. */
const atOnce = 32;

export interface LiveReplayOptions {
  rows: AsyncIterable<MappedRow>;
  graph: Graph;
  journal: Journal;
  perSecond: number;
  secondsPerDay: number;
  run: string;
  signal: AbortSignal;
}

/** Replays all rows and waits for their last steps. Ends early, with the journal right, when the signal comes. */
export async function replayLive(options: LiveReplayOptions): Promise<void> {
  const { journal } = options;
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const replay = openLiveReplay({ ...options, signal });
  const pace = openPace(options.perSecond, signal);
  const submitting = new Set<Promise<unknown>>();
  const underWay = new Set<Promise<void>>();
  let failure: unknown = null;

  async function handle({ row, record, repeated }: MappedRow): Promise<void> {
    try {
      const submission = replay.submit(record).finally(() => submitting.delete(submission));
      submitting.add(submission);
      const submitted = await submission;
      await replay.live(record, submitted);
      journal.filed(row, repeated);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      journal.refused(row, error.message, record.sourceId);
    }
    await journal.save();
  }

  try {
    for await (const mapped of options.rows) {
      await pace.wait();
      while (submitting.size >= atOnce) await Promise.race(submitting).catch(() => undefined);
      const handling = handle(mapped)
        .catch((error) => {
          if (!signal.aborted) failure ??= error;
          stop.abort();
        })
        .finally(() => underWay.delete(handling));
      underWay.add(handling);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  await Promise.all(underWay);
  if (failure) throw failure;
}
