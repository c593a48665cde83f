/** How long ago something was, in the largest whole unit. */
export interface Ago {
  unit: 'seconds' | 'minutes' | 'hours' | 'days';
  count: number;
}

const minute = 60_000;

/** For the feed: "now" within the first minute, then minutes, hours, days. */
export function agoOf(at: number, now: number): Ago {
  const minutes = Math.floor(Math.max(0, now - at) / minute);
  if (minutes < 60) return { unit: 'minutes', count: minutes };
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? { unit: 'hours', count: hours } : { unit: 'days', count: Math.floor(hours / 24) };
}

/** For the line's freshness: seconds within the first minute. */
export function freshnessOf(at: number, now: number): Ago {
  const seconds = Math.floor(Math.max(0, now - at) / 1_000);
  return seconds < 60 ? { unit: 'seconds', count: seconds } : agoOf(at, now);
}
