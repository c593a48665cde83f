/** What stands in the five tiles: a figure, and beside it in words how it compares. */
import type { IconName } from '../../ui/icon.tsx';

export interface TileFigures {
  received: { value: number | null; previous: number | null } | null;
  overdue: {
    value: number | null;
    numerator: number | null;
    denominator: number | null;
    target: number | null;
  } | null;
  acknowledged: { value: number | null; target: number | null } | null;
  satisfaction: { value: number | null; previous: number | null; n: number } | null;
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
      value: overdue?.denominator ?? null,
      unit: 'count',
      lines: [
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
      lines: satisfaction
        ? [...change(satisfaction.value, satisfaction.previous), line('ratings', { count: satisfaction.n })]
        : [],
    },
  ];
}

function receivedLines(received: TileFigures['received']): TileLine[] {
  if (!received || received.value === null || received.previous === null) return [];
  const { value, previous } = received;
  const yesterday = line('yesterday', { count: previous });
  // The day is not over: fewer than yesterday says nothing yet, more does.
  if (previous === 0 || value <= previous) return [yesterday];
  const percent = (value - previous) / previous;
  return [{ key: 'above', tone: 'warn', icon: 'rising', values: { percent } }, yesterday];
}

function limit(value: number | null, target: number | null, better: 'low' | 'high'): TileLine[] {
  if (value === null || target === null) return [];
  const met = better === 'low' ? value <= target : value >= target;
  const key = better === 'low' ? (met ? 'within' : 'over') : met ? 'reached' : 'below';
  return [{ key, tone: met ? 'good' : 'bad', icon: met ? 'on-time' : 'overdue', values: { target } }];
}

function change(value: number | null, previous: number | null): TileLine[] {
  if (value === null || previous === null) return [];
  const points = Math.round((value - previous) * 1_000) / 10;
  if (points === 0) return [{ key: 'same', tone: 'plain', icon: 'flat', values: {} }];
  return points > 0
    ? [{ key: 'up', tone: 'good', icon: 'rising', values: { points } }]
    : [{ key: 'down', tone: 'bad', icon: 'falling', values: { points: -points } }];
}

function line(key: string, values: Record<string, number>): TileLine {
  return { key, tone: 'plain', icon: null, values };
}
