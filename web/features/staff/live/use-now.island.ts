'use client';

import { useEffect, useState } from 'react';
import { heardServerTime, serverNow } from './server-time.ts';

/**
 * The time now (ms since 1970) by the server’s clock, renewed every `everyMs`. Begins with the time the page was made
 * at, so that server and browser draw the same; the clock of the device counts neither when it is ahead nor behind.
 */
export function useNow(renderedAt: number, everyMs: number): number {
  const [now, setNow] = useState(renderedAt);
  useEffect(() => {
    heardServerTime(renderedAt);
    const tick = () => setNow(serverNow());
    tick();
    const timer = setInterval(tick, everyMs);
    return () => clearInterval(timer);
  }, [renderedAt, everyMs]);
  return now;
}
