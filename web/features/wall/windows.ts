/** The windows of time that the wall's figures look at: rolling, so that none is empty on the first of a month. */
import { type DateWindow, lastDays } from '@bekhedmetkom/time/amman';

export interface WallWindows {
  today: DateWindow;
  /** The last seven days, today included. */
  week: DateWindow;
  /** The last thirty days, today included. */
  thirtyDays: DateWindow;
}

/** The windows at `now` (ms since 1970). */
export function wallWindows(now: number): WallWindows {
  return { today: lastDays(now, 1), week: lastDays(now, 7), thirtyDays: lastDays(now, 30) };
}
