/**
 * Entities by how many answers came on time, compared only inside a group of like volume, so that a ministry
 * with thousands of cases never stands beside an institute with twelve. Ordered by the share that is shown;
 * between equal shares, the lower bound of the Wilson interval puts the larger record first.
 */
export interface LeagueRow {
  code: string;
  name: string;
  /** Cycles that fell due in the window. */
  due: number;
  /** Of these, late. */
  late: number;
}

export interface LeaguePlace {
  rank: number;
  code: string;
  name: string;
  /** Share on time, 0..1. */
  onTime: number;
  due: number;
  belowTarget: boolean;
}

export interface LeagueGroup {
  volume: 'many' | 'some' | 'few';
  size: number;
  top: LeaguePlace[];
  /** Empty when the top already shows everyone. */
  bottom: LeaguePlace[];
}

const z = 1.96;
/** Least number of due cycles in each group. Under the last one, nothing is ranked. */
const leastDue = { many: 100, some: 30, few: 5 } as const;

/** Lower bound of the 95 % Wilson interval of `hits` of `n`; 0 when there is nothing to judge by. */
export function wilsonLowerBound(hits: number, n: number): number {
  if (n <= 0) return 0;
  const p = hits / n;
  const centre = p + (z * z) / (2 * n);
  const spread = z * Math.sqrt((p * (1 - p) + (z * z) / (4 * n)) / n);
  return (centre - spread) / (1 + (z * z) / n);
}

/** Groups from many to few cases; empty ones are left out. `shown` = places a group may take, top and bottom. */
export function leagueGroups(rows: readonly LeagueRow[], target: number, shown = 5): LeagueGroup[] {
  const groups: LeagueGroup[] = [];
  for (const volume of ['many', 'some', 'few'] as const) {
    const places = rank(
      rows.filter((row) => volumeOf(row.due) === volume),
      target,
    );
    if (places.length > 0) groups.push(cut(volume, places, shown));
  }
  return groups;
}

function volumeOf(due: number): LeagueGroup['volume'] | null {
  if (due >= leastDue.many) return 'many';
  if (due >= leastDue.some) return 'some';
  return due >= leastDue.few ? 'few' : null;
}

function rank(rows: LeagueRow[], target: number): LeaguePlace[] {
  return rows
    .map((row) => ({ row, bound: wilsonLowerBound(row.due - row.late, row.due) }))
    .sort(
      (a, b) => onTime(b.row) - onTime(a.row) || b.bound - a.bound || a.row.code.localeCompare(b.row.code),
    )
    .map(({ row }, index) => ({
      rank: index + 1,
      code: row.code,
      name: row.name,
      onTime: onTime(row),
      due: row.due,
      belowTarget: onTime(row) < target,
    }));
}

function onTime(row: LeagueRow): number {
  return (row.due - row.late) / row.due;
}

function cut(volume: LeagueGroup['volume'], places: LeaguePlace[], shown: number): LeagueGroup {
  if (places.length <= shown) return { volume, size: places.length, top: places, bottom: [] };
  const best = Math.floor(shown / 2);
  return {
    volume,
    size: places.length,
    top: places.slice(0, best),
    bottom: places.slice(places.length - (shown - best)),
  };
}
