/** One line of a benchmark's table: what was measured, against what, within the same run. */
export interface BenchRow {
  what: string;
  value: string;
  against: string;
  /** value ÷ against, in the direction that `hold` speaks of. */
  ratio: number;
  /** The figure to hold, in words, e.g. `≤ 1.5 ×`; `–` where none is set. */
  hold: string;
  held: boolean;
}

export interface BenchResult {
  name: string;
  rows: BenchRow[];
}
