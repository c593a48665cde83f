/** When an answer has stood long enough to know whether it was reopened. */
import { type DayNumber, formatDay, weekday } from '@bekhedmetkom/time/amman';

export interface WorkingDays {
  /** ISO weekdays that are worked: Monday 1 … Sunday 7. */
  weekdays: readonly number[];
  /** Days off, `YYYY-MM-DD`, both included. */
  holidays: readonly { from: string; to: string }[];
}

/** Sunday to Thursday, no holidays: what counts before the directory has told its calendar. */
export const ordinaryWeek: WorkingDays = { weekdays: [7, 1, 2, 3, 4], holidays: [] };

/**
 * The first day (Asia/Amman) whose publications have not matured by `today`: those of the day before it have
 * seen so many whole working days pass after their own day, during which the applicant could reopen.
 */
export function firstUnmatured(
  today: DayNumber,
  calendar: WorkingDays,
  workingDaysToMature: number,
): DayNumber {
  let passed = 0;
  let day = today;
  while (passed < workingDaysToMature && day > today - 400) {
    day -= 1;
    if (isWorked(day, calendar)) passed += 1;
  }
  return day;
}

function isWorked(day: DayNumber, { weekdays, holidays }: WorkingDays): boolean {
  if (!weekdays.includes(weekday(day))) return false;
  const date = formatDay(day);
  return !holidays.some(({ from, to }) => from <= date && date <= to);
}
