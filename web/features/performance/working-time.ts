/** Minutes of one working day, from the opening hours of the calendar (`08:30`, `15:30`). */
export function minutesOfWorkingDay(hoursOpen: string, hoursClose: string): number {
  const minutes = toMinutes(hoursClose) - toMinutes(hoursOpen);
  return minutes > 0 ? minutes : 420;
}

/** Working days, to one decimal. */
export function toWorkingDays(workingMinutes: number, minutesADay: number): number {
  return Math.round((workingMinutes / minutesADay) * 10) / 10;
}

function toMinutes(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
