/**
 * Entities by how many answers came on time, compared only inside a group of like volume, so that a ministry
 * with thousands of cases never stands beside an institute with twelve. Ordered by what the share is at least
 * (features/performance/entities/ranking.ts); those on too few cases are listed after the others, without a rank.
 */
import { inOrder, isRanked, type Volume, volumeOf } from '../../performance/entities/ranking.ts';
import type { FigureTerms } from '../../performance/terms.ts';

export interface LeagueRow {
  code: string;
  name: string;
  /** Cycles received in the window: they make the group. */
  received: number;
  /** Cycles that fell due in the window. */
  due: number;
  /** Of these, late. */
  late: number;
}

export interface LeaguePlace {
  /** Null: on too few cases to be ranked. */
  rank: number | null;
  code: string;
  name: string;
  /** Share on time, 0..1. */
  onTime: number;
  due: number;
  belowTarget: boolean;
}

export interface LeagueGroup {
  volume: Volume;
  size: number;
  top: LeaguePlace[];
  /** Empty when the top already shows everyone. */
  bottom: LeaguePlace[];
}

/**
 * Groups from many to few cases; empty ones are left out. `shown` = places a group may take, top and bottom. Entities of
 * which nothing fell due are in none.
 */
export function leagueGroups(
  rows: readonly LeagueRow[],
  target: number | null,
  terms: FigureTerms,
  shown = 5,
): LeagueGroup[] {
  const groups: LeagueGroup[] = [];
  for (const volume of ['large', 'middle', 'small'] as const) {
    const own = rows.filter((row) => row.due > 0 && volumeOf(row.received, terms) === volume);
    const places = rank(own, target, terms);
    if (places.length > 0) groups.push(cut(volume, places, shown));
  }
  return groups;
}

function rank(rows: readonly LeagueRow[], target: number | null, terms: FigureTerms): LeaguePlace[] {
  const shares = rows.map((row) => ({ ...row, share: (row.due - row.late) / row.due, n: row.due }));
  return inOrder(shares, terms).map((row, index) => ({
    rank: isRanked(row, terms) ? index + 1 : null,
    code: row.code,
    name: row.name,
    onTime: row.share,
    due: row.due,
    belowTarget: target !== null && row.share < target,
  }));
}

/** The best and the last of those that are ranked; where nobody is, those with most cases. */
function cut(volume: Volume, places: LeaguePlace[], shown: number): LeagueGroup {
  const size = places.length;
  if (size <= shown) return { volume, size, top: places, bottom: [] };
  const ranked = places.filter((place) => place.rank !== null);
  if (ranked.length <= shown) return { volume, size, top: places.slice(0, shown), bottom: [] };
  const best = Math.floor(shown / 2);
  return { volume, size, top: ranked.slice(0, best), bottom: ranked.slice(ranked.length - (shown - best)) };
}
