/** What has been read for the wall, unmasked and ready to draw. Each part keeps its last good state. */
import type {
  Breach_CaseFragment,
  WallCasesQuery,
  WallFiguresQuery,
  WallPlacesQuery,
  WallThirtyDaysFragment,
  WallTodayFragment,
  WallWeekFragment,
} from '../../graphql/generated/graphql.ts';
import { readFragment } from '../../graphql/generated/index.ts';
import { type FigureTerms, termsFragment } from '../performance/terms.ts';
import { asSubmitted, type WallEntry } from './feed/feed-entry.ts';
import type { LeagueRow } from './figures/league.ts';
import { Breach_Case, FeedEntry_Case, WallThirtyDays, WallToday, WallWeek } from './wall.query.ts';

export interface FiguresPart {
  today: WallTodayFragment;
  week: WallWeekFragment;
  thirtyDays: WallThirtyDaysFragment;
  league: LeagueRow[];
  terms: FigureTerms;
  /** Share of answers on time to reach, 0..1; null when none is set. */
  onTimeTarget: number | null;
  /** Overdue cases by code of governorate; "" = not known. */
  overdueBy: { code: string; name: string; count: number }[];
}

export interface CasesPart {
  late: Breach_CaseFragment[];
  next: Breach_CaseFragment[];
  newest: WallEntry[];
  toClassify: number;
  toReview: number;
  soon: number;
  unknown: number;
  /** Open, and waiting for their applicants: their clock stands. */
  awaiting: number;
  /** When this was read, ms since 1970: countdowns tick from here. */
  readAt: number;
  cursor: string;
}

export type PlacesPart = WallPlacesQuery;

export function figuresPart(data: WallFiguresQuery): FiguresPart {
  const target = data.league.find((row) => row.kpis[0]?.target != null)?.kpis[0]?.target ?? null;
  return {
    today: readFragment(WallToday, data.today),
    week: readFragment(WallWeek, data.week),
    thirtyDays: readFragment(WallThirtyDays, data.thirtyDays),
    league: data.league
      .filter((row) => row.keys[0] !== '')
      .map((row) => ({
        code: row.keys[0] ?? '',
        name: row.labels[0] ?? '',
        received: row.kpis[1]?.value ?? 0,
        due: row.kpis[0]?.denominator ?? 0,
        late: row.kpis[0]?.numerator ?? 0,
      })),
    terms: readFragment(termsFragment, data.kpiTerms),
    onTimeTarget: target === null ? null : 1 - target,
    overdueBy: data.map.map((row) => ({
      code: row.keys[0] ?? '',
      name: row.labels[0] ?? '',
      count: row.kpis[0]?.numerator ?? 0,
    })),
  };
}

export function casesPart(data: WallCasesQuery, readAt: number): CasesPart {
  const breaches = (rows: WallCasesQuery['late']) =>
    rows.edges.map(({ node }) => readFragment(Breach_Case, node));
  return {
    late: breaches(data.late),
    next: breaches(data.next),
    newest: data.newest.edges.map(({ node }) =>
      asSubmitted(readFragment(FeedEntry_Case, node), node.submittedAt),
    ),
    toClassify: data.classify.totalCount,
    toReview: data.review.totalCount,
    soon: data.soon.totalCount,
    unknown: data.unknown.totalCount,
    awaiting: data.awaiting.totalCount,
    readAt,
    cursor: data.feedCursor,
  };
}
