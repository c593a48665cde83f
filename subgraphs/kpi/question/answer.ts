import type { Tx } from '@bekhedmetkom/platform/database';
import { Fault } from '@bekhedmetkom/platform/errors';
import { addBins, quantile } from '../duration/histogram.ts';
import { type Count, type Counted, countsFor, isDuration } from '../figure/figure.ts';
import { binnedDurations, exactDurations, histogramsFor } from './durations-statement.ts';
import type { AsOf, Question } from './question.ts';
import { sumsStatement } from './sums-statement.ts';

/** One cell: its keys, one per dimension asked by, and what was counted in it. */
export interface AnswerRow extends Counted {
  keys: string[];
}

type SumsRow = { processed_until: Date; k1: string | null; k2: string } & Partial<Record<Count, number>>;
interface BinsRow {
  k1: string;
  k2: string;
  bins: number[] | null;
  bin: number | null;
  sign: number;
}
interface ExactRow {
  k1: string;
  k2: string;
  median: number;
  p90: number;
}
type Durations = Counted['durations'];

const queryCancelled = '57014';

/**
 * Answers a question as of a moment: one row for each combination of keys in which anything was counted, in no
 * order. Asked by nothing, it is one row, or none when nothing was counted.
 */
export async function answer(tx: Tx, question: Question, moment: AsOf): Promise<AnswerRow[]> {
  const counts = countsFor(question.names);
  const sums = await readSums(tx, question, counts, moment);
  const durations = question.names.some(isDuration) ? await readDurations(tx, question, sums) : new Map();
  return sums
    .filter((row) => counts.some((count) => row[count]))
    .map((row) => ({
      keys: keysOf(row).slice(0, question.by.length),
      counts: Object.fromEntries(counts.map((count) => [count, row[count] ?? 0])),
      durations: durations.get(keysOf(row).join('\n')) ?? { median: null, p90: null },
    }));
}

/** Reads sums; should the clock have moved since the moment was read, again, from wherever it is. */
async function readSums(tx: Tx, question: Question, counts: Count[], moment: AsOf): Promise<SumsRow[]> {
  const { text, values } = sumsStatement(question, counts, moment);
  const rows = await bounded(tx.query<SumsRow>(text, values));
  const seen = rows[0]?.processed_until.getTime();
  if (seen === undefined) throw new Error('the table "clock" has lost its row');
  if (moment.passed !== null && seen !== moment.passed) {
    return readSums(tx, question, counts, { ...moment, passed: null });
  }
  return rows.filter((row) => row.k1 !== null);
}

async function readDurations(tx: Tx, question: Question, sums: SumsRow[]): Promise<Map<string, Durations>> {
  const n = sums.reduce((total, row) => total + (row.timed ?? 0), 0);
  if (n === 0) return new Map();
  const { aggregate, ...plan } = histogramsFor(question, n);
  if (!aggregate) {
    const { text, values } = exactDurations(question);
    const rows = await bounded(tx.query<ExactRow>(text, values));
    return new Map(rows.map((row) => [keysOf(row).join('\n'), { median: row.median, p90: row.p90 }]));
  }
  const { text, values } = binnedDurations({ ...plan, aggregate });
  return quantilesOf(await tx.query<BinsRow>(text, values));
}

/** Only a question on many axes can take so long that the database gives up: then it is the question. */
async function bounded<R>(rows: Promise<R>): Promise<R> {
  try {
    return await rows;
  } catch (cause) {
    if ((cause as { code?: unknown } | null)?.code !== queryCancelled) throw cause;
    const advice = 'Ask about a shorter window, or about fewer dimensions at once.';
    throw new Fault('BAD_USER_INPUT', `This takes in too many cases to be counted at once. ${advice}`, {
      cause,
    });
  }
}

function quantilesOf(rows: BinsRow[]): Map<string, Durations> {
  const histograms = new Map<string, number[]>();
  for (const row of rows) {
    const key = keysOf(row).join('\n');
    const bins = histograms.get(key) ?? [];
    histograms.set(key, bins);
    if (row.bins) addBins(bins, row.bins);
    if (row.bin !== null) bins[row.bin] = (bins[row.bin] ?? 0) + row.sign;
  }
  return new Map(
    [...histograms].map(([key, bins]) => [key, { median: quantile(bins, 0.5), p90: quantile(bins, 0.9) }]),
  );
}

function keysOf(row: { k1: string | null; k2: string }): string[] {
  return [row.k1 ?? '', row.k2];
}
