/** A table of figures from the rows that were counted. */
import { periodOf } from '../dimension/dimension.ts';
import { type Counted, type Figure, figureOf, nothingCounted } from '../figure/figure.ts';
import { compareFigures } from '../figure/ranking.ts';
import { type Question, seriesOf } from './question.ts';
import { seriesKeys } from './series.ts';

export interface TableRow {
  keys: string[];
  /** In the order of the question's names. */
  figures: Figure[];
}

/**
 * Works out and orders a table: by time first, then by the first figure named (figure/ranking.ts), then by key.
 * A series by time alone also has the periods in which nothing was counted.
 */
export function tableOf(
  question: Question,
  counted: readonly (Counted & { keys: string[] })[],
  fewestRanked: number,
): TableRow[] {
  const rows = withEmptyPeriods(question, counted).map(
    (row): TableRow => ({
      keys: row.keys,
      figures: question.names.map((name) => figureOf(name, row)),
    }),
  );
  const time = question.by.findIndex((dimension) => periodOf(dimension) !== null);
  return rows.sort((one, other) => {
    const byTime = time === -1 ? 0 : compareText(one.keys[time], other.keys[time]);
    const [first, second] = [one.figures[0], other.figures[0]];
    const byFigure = first && second ? compareFigures(first, second, fewestRanked) : 0;
    return byTime || byFigure || compareText(one.keys.join('\n'), other.keys.join('\n'));
  });
}

function withEmptyPeriods(question: Question, counted: readonly (Counted & { keys: string[] })[]) {
  const series = seriesOf(question);
  if (!series || question.by.length > 1) return counted;
  const known = new Map(counted.map((row) => [row.keys[0], row]));
  return seriesKeys(question.span, series).map((key) => known.get(key) ?? { keys: [key], ...nothingCounted });
}

function compareText(one = '', other = ''): number {
  return one < other ? -1 : Number(one > other);
}
