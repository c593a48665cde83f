/** What stands in the five tiles: a figure, and beside it in words how it compares. */
import type { IconName } from '../../../ui/icon.tsx';

export interface TileFigures {
  received: { value: number | null; previous: number | null; differsFromPrevious: boolean | null } | null;
  overdue: {
    value: number | null;
    numerator: number | null;
    denominator: number | null;
    target: number | null;
  } | null;
  acknowledged: { value: number | null; target: number | null } | null;
  satisfaction: {
    value: number | null;
    previous: number | null;
    differsFromPrevious: boolean | null;
    n: number;
  } | null;
  /** Open cases whose clock stands, as they wait for their applicants. */
  awaiting: number | null;
  toClassify: number | null;
  toReview: number | null;
}

export interface TileLine {
  /** Key under `wall.tile`. */
  key: string;
  tone: 'plain' | 'good' | 'bad' | 'warn';
  icon: IconName | null;
  values: Record<string, number>;
}

export interface Tile {
  name: 'received' | 'open' | 'overdue' | 'acknowledged' | 'satisfaction';
  /** Null: there is nothing to count yet. */
  value: number | null;
  unit: 'count' | 'ratio';
  lines: TileLine[];
}

/** The five tiles from whatever has been read so far. */
export function tilesOf(figures: TileFigures): Tile[] {
  const { overdue, acknowledged, satisfaction } = figures;
  return [
    {
      name: 'received',
      value: figures.received?.value ?? null,
      unit: 'count',
      lines: receivedLines(figures.received),
    },
    {
      name: 'open',
      // All that is open, as in the inbox: what runs, and what waits for its applicant.
      value:
        overdue?.denominator == null || figures.awaiting === null
          ? null
          : overdue.denominator + figures.awaiting,
      unit: 'count',
      lines: [
        ...(figures.awaiting ? [line('awaiting', { count: figures.awaiting })] : []),
        ...(figures.toClassify === null ? [] : [line('toClassify', { count: figures.toClassify })]),
        ...(figures.toReview === null ? [] : [line('toReview', { count: figures.toReview })]),
      ],
    },
    {
      name: 'overdue',
      value: overdue?.value ?? null,
      unit: 'ratio',
      lines: [
        ...limit(overdue?.value ?? null, overdue?.target ?? null, 'low'),
        ...(overdue?.numerator == null ? [] : [line('cases', { count: overdue.numerator })]),
      ],
    },
    {
      name: 'acknowledged',
      value: acknowledged?.value ?? null,
      unit: 'ratio',
      lines: [
        ...limit(acknowledged?.value ?? null, acknowledged?.target ?? null, 'high'),
        line('sevenDays', {}),
      ],
    },
    {
      name: 'satisfaction',
      value: satisfaction?.value ?? null,
      unit: 'ratio',
      lines: satisfaction ? [...change(satisfaction), line('ratings', { count: satisfaction.n })] : [],
    },
  ];
}

function receivedLines(received: TileFigures['received']): TileLine[] {
  if (!received || received.value === null || received.previous === null) return [];
  const { value, previous, differsFromPrevious } = received;
  const yesterday = line('yesterday', { count: previous });
  // The day is not over: fewer than yesterday says nothing yet; more does, unless by chance.
  if (previous === 0 || value <= previous || !differsFromPrevious) return [yesterday];
  const percent = (value - previous) / previous;
  return [{ key: 'above', tone: 'warn', icon: 'rising', values: { percent } }, yesterday];
}

function limit(value: number | null, target: number | null, better: 'low' | 'high'): TileLine[] {
  if (value === null || target === null) return [];
  const met = better === 'low' ? value <= target : value >= target;
  const key = better === 'low' ? (met ? 'within' : 'over') : met ? 'reached' : 'below';
  return [{ key, tone: met ? 'good' : 'bad', icon: met ? 'on-time' : 'overdue', values: { target } }];
}

/** A change is told as good or bad only when it is more than chance explains. */
function change({
  value,
  previous,
  differsFromPrevious,
}: NonNullable<TileFigures['satisfaction']>): TileLine[] {
  if (value === null || previous === null) return [];
  const points = Math.round((value - previous) * 1_000) / 10;
  if (points === 0 || !differsFromPrevious) return [{ key: 'same', tone: 'plain', icon: 'flat', values: {} }];
  return points > 0
    ? [{ key: 'up', tone: 'good', icon: 'rising', values: { points } }]
    : [{ key: 'down', tone: 'bad', icon: 'falling', values: { points: -points } }];
}

function line(key: string, values: Record<string, number>): TileLine {
  return { key, tone: 'plain', icon: null, values };
}
