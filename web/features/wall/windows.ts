/** The windows of time that the wall's figures look at. All half-open calendar days in Asia/Amman. */
import { ammanDate, shiftDate } from '../staff/working-time.ts';

interface Window {
  from: string;
  to: string;
}

export interface WallWindows {
  today: Window;
  /** The last seven days, today included. */
  week: Window;
  /** The last thirty days, today included. */
  thirtyDays: Window;
  /** The calendar month so far. */
  month: Window;
}

/** The windows at `now` (ms since 1970). */
export function wallWindows(now: number): WallWindows {
  const today = ammanDate(now);
  const to = shiftDate(today, 1);
  return {
    today: { from: today, to },
    week: { from: shiftDate(to, -7), to },
    thirtyDays: { from: shiftDate(to, -30), to },
    month: { from: `${today.slice(0, 8)}01`, to },
  };
}
