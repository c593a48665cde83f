const fixedSince = Date.UTC(2022, 9, 28);
const hour = 3_600_000;
const offsets = new Intl.DateTimeFormat('en-US', { timeZone: 'Asia/Amman', timeZoneName: 'longOffset' });

/**
 * Minutes that Asia/Amman is ahead of UTC at an instant (milliseconds since 1970). 180 since 28 October 2022; before,
 * 120 in winter and 180 in summer, as the IANA time zone database has it.
 */
export function ammanOffsetMinutes(instant: number): number {
  if (instant >= fixedSince) return 180;
  const name = offsets.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, hours = '3', minutes = '0'] = /GMT\+(\d+):(\d+)/.exec(name) ?? [];
  return Number(hours) * 60 + Number(minutes);
}

/** The calendar day in Asia/Amman at an instant (milliseconds since 1970), as `YYYY-MM-DD`. */
export function ammanDay(instant: number): string {
  return new Date(instant + (ammanOffsetMinutes(instant) / 60) * hour).toISOString().slice(0, 10);
}
