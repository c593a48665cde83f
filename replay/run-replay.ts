/** A whole replay, from the file to the summary. */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { readColumns } from './csv/read-rows.ts';
import { openGraph } from './graph/graph.ts';
import { openTokenSource } from './graph/token.ts';
import { replayHistory } from './history/replay-history.ts';
import { readCheckpoint } from './journal/checkpoint.ts';
import { type Journal, openJournal, type Tally } from './journal/journal.ts';
import { mappedRows } from './journal/mapped-rows.ts';
import { openRefusals } from './journal/refusals.ts';
import { replayLive } from './live/replay-live.ts';
import { loadMap } from './record/load-map.ts';
import { columnsOf, type RecordMap } from './record/map.ts';

/** Who watches a replay. */
export interface Observer {
  /** Everything was found to be in order; rows follow. */
  start(): Promise<void>;
  progress(tally: Tally): void;
  /** Something is away and is tried again after so many milliseconds. */
  wait(reason: string, wait: number): void;
}

export interface ReplayOptions {
  file: string;
  /** Name of a shipped map, or the path of one. */
  map: string;
  mode: 'history' | 'live';
  /** Cases a second; null lets history go as fast as it can, and live file one a second. */
  perSecond: number | null;
  /** Live: how many seconds a day of the record lasts. */
  secondsPerDay: number;
  /** Live: another name files the same records once more. */
  run: string;
  /** Begins at the first row although an earlier replay came further. */
  again: boolean;
  gatewayUrl: string;
  issuerUrl: string;
  importerSecret: string;
  checkpointPath: string;
  refusedPath: string;
  /** Where dropped cells are listed. */
  droppedPath: string;
  signal: AbortSignal;
  observer: Observer;
}

export interface Summary extends Tally {
  /** First line of this run: above 2 when it went on where another stopped. */
  from: number;
  /** False when it was stopped; the next run goes on from the checkpoint. */
  finished: boolean;
  seconds: number;
  refusedBecause: [string, number][];
  droppedBecause: [string, number][];
}

/** Replays a file. Throws a StartupError for what a person can put right; everything else is waited for or listed. */
export async function runReplay(options: ReplayOptions): Promise<Summary> {
  const map = await loadMap(options.map);
  await checkFile(options.file, map);
  const of = [
    basename(options.file),
    statSync(options.file).size,
    map.source,
    options.mode,
    options.run,
    options.gatewayUrl,
  ].join(' · ');
  const checkpoint = options.again ? null : await readCheckpoint(options.checkpointPath, of);
  if (checkpoint?.finished) {
    throw new StartupError('This file has been replayed to its end. --again begins anew; that is harmless.');
  }
  const from = checkpoint?.nextLine ?? 2;
  const refusals = openRefusals(options.refusedPath, checkpoint === null);
  const drops = openRefusals(options.droppedPath, checkpoint === null);
  const journal = openJournal({
    path: options.checkpointPath,
    of,
    from,
    refusals,
    drops,
    onChange: options.observer.progress,
  });
  await options.observer.start();
  const start = Date.now();
  let finished = false;
  try {
    await replay(options, map, from, journal);
    finished = !options.signal.aborted;
  } finally {
    await journal.close(finished);
  }
  return {
    ...journal.tally,
    from,
    finished,
    seconds: (Date.now() - start) / 1000,
    refusedBecause: refusals.byReason(),
    droppedBecause: drops.byReason(),
  };
}

async function replay(options: ReplayOptions, map: RecordMap, from: number, journal: Journal): Promise<void> {
  const { gatewayUrl, issuerUrl, importerSecret: secret, signal, observer, perSecond } = options;
  const tokens = openTokenSource({ issuerUrl, client: 'importer', secret });
  const graph = openGraph({ gatewayUrl, tokens, onWait: observer.wait, signal });
  const rows = mappedRows(options.file, from, map, journal);
  try {
    if (options.mode === 'history') {
      const policyDue = map.withoutDue === 'policy';
      await replayHistory({ rows, graph, journal, policyDue, perSecond, signal });
    } else {
      const { secondsPerDay, run } = options;
      await replayLive({ rows, graph, journal, perSecond: perSecond ?? 1, secondsPerDay, run, signal });
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

async function checkFile(path: string, map: RecordMap): Promise<void> {
  const columns = await readColumns(path).catch((error) => {
    throw new StartupError(`${path} cannot be read: ${error instanceof Error ? error.message : error}.`);
  });
  const missing = columnsOf(map).filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    throw new StartupError(
      `${path} is no file for the map "${map.source}": it has no column ${missing.join(', ')}.`,
    );
  }
}
