'use client';

import { useEffect, useState } from 'react';

/** Below this, the device's clock is believed; beyond it, the server's. */
const tolerableSkewMs = 5_000;

/**
 * The time now (ms since 1970), renewed every `everyMs`. Begins with the time the page was made at, so that
 * server and browser draw the same, and corrects a device whose clock is wrong by the server's.
 */
export function useNow(renderedAt: number, everyMs: number): number {
  const [now, setNow] = useState(renderedAt);
  useEffect(() => {
    const difference = renderedAt - Date.now();
    const skew = Math.abs(difference) > tolerableSkewMs && difference > 0 ? difference : 0;
    const tick = () => setNow(Date.now() + skew);
    tick();
    const timer = setInterval(tick, everyMs);
    return () => clearInterval(timer);
  }, [renderedAt, everyMs]);
  return now;
}
