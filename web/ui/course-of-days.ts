/** The SLA timeline as it is drawn: a block for each working day, one gap for the days off between two of them. */
export interface CourseDay {
  date: string;
  kind: 'DONE' | 'TODAY' | 'AHEAD' | 'PAUSED' | 'LATE' | 'WEEKEND' | 'HOLIDAY';
  /** Share of the working day that is gone, 0 to 1. */
  fraction: number;
  due: boolean;
  today: boolean;
  name: string | null;
}

export type CoursePiece =
  | { stone: CourseDay }
  | { joint: { date: string; holidays: string[]; weekend: boolean } };

/** Joins neighbouring days off. Days off at either end are left out: no work was waiting for them. */
export function layPieces(days: readonly CourseDay[]): CoursePiece[] {
  const pieces: CoursePiece[] = [];
  for (const day of days) {
    if (!isDayOff(day)) {
      pieces.push({ stone: day });
      continue;
    }
    const last = pieces.at(-1);
    if (!last) continue;
    const joint = 'joint' in last ? last.joint : { date: day.date, holidays: [], weekend: false };
    if (!('joint' in last)) pieces.push({ joint });
    if (day.kind === 'WEEKEND') joint.weekend = true;
    else if (day.name && !joint.holidays.includes(day.name)) joint.holidays.push(day.name);
  }
  const last = pieces.at(-1);
  return last && 'joint' in last ? pieces.slice(0, -1) : pieces;
}

/**
 * At most `most` days: the first ones give way to those around today and the deadline.
 */
export function shorten(
  pieces: readonly CoursePiece[],
  most: number,
): { pieces: CoursePiece[]; left: number } {
  const stones = pieces.filter((piece) => 'stone' in piece).length;
  if (stones <= most) return { pieces: [...pieces], left: 0 };
  let drop = stones - most;
  let index = 0;
  while (drop > 0 || (pieces[index] && 'joint' in (pieces[index] as CoursePiece))) {
    if ('stone' in (pieces[index] as CoursePiece)) drop -= 1;
    index += 1;
  }
  return { pieces: pieces.slice(index), left: stones - most };
}

/** 0..100. */
export function fractionOfDay(day: CourseDay): number {
  return Math.round(Math.min(Math.max(day.fraction, 0), 1) * 100);
}

function isDayOff(day: CourseDay): boolean {
  return day.kind === 'WEEKEND' || day.kind === 'HOLIDAY';
}
