/** Wall-clock times of Amman as instants. Pure. */

const pattern = /^(\d{2})\/(\d{2})\/(\d{4}) (\d{2}):(\d{2}):(\d{2}) (AM|PM)$/;
const hour = 3_600_000;

const clock = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Asia/Amman',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/**
 * Reads `MM/DD/YYYY hh:mm:ss AM|PM`, a date of a 311 file: it bears no zone and is taken as the time that the
 * clocks of Asia/Amman showed (with the summer time that Jordan had until 2022). Gives null for anything that
 * is no such date, the 31st of June included.
 */
export function readAmmanTime(text: string): Date | null {
  const parts = pattern.exec(text.trim());
  if (!parts) return null;
  const [month, day, year, hours, minutes, seconds] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (hours < 1 || hours > 12 || minutes > 59 || seconds > 59) return null;
  const hourOfDay = (hours % 12) + (parts[7] === 'PM' ? 12 : 0);
  const wall = Date.UTC(year, month - 1, day, hourOfDay, minutes, seconds);
  const back = new Date(wall);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? fromWall(wall) : null;
}

/**
 * The earliest instant at which Amman's clocks showed the wall time or a later one. So times stay in order:
 * an hour that came twice is its first, one that was skipped is the moment of the skip.
 */
function fromWall(wall: number): Date {
  const [early, late] = [wall - 3 * hour, wall - 2 * hour];
  if (wallAt(early) === wall) return new Date(early);
  if (wallAt(late) === wall) return new Date(late);
  return new Date(Math.floor(late / hour) * hour);
}

function wallAt(instant: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of clock.formatToParts(instant)) part[type] = Number(value);
  return Date.UTC(
    part.year ?? 0,
    (part.month ?? 1) - 1,
    part.day ?? 1,
    part.hour ?? 0,
    part.minute ?? 0,
    part.second ?? 0,
  );
}
