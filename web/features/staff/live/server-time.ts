import { openServerClock, type ServerClock } from './server-clock.ts';

let clock: ServerClock | null = null;

/** The one clock of this browser page. */
function pageClock(): ServerClock {
  clock ??= openServerClock({
    monotonic: () => performance.now(),
    device: () => Date.now(),
    ask: askServer,
  });
  return clock;
}

/** The `Date` of an answer of the web app: whole seconds, so up to a second behind. */
async function askServer(): Promise<number | null> {
  const { headers } = await fetch('/api/health', { cache: 'no-store' });
  const told = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(told) ? null : told;
}

/** The time by the server’s clock, ms since 1970: what every countdown and every "now" on a screen goes by. */
export function serverNow(): number {
  return typeof window === 'undefined' ? Date.now() : pageClock().now();
}

/** Takes in when the server made what is shown (ms since 1970). Does nothing on the server. */
export function heardServerTime(renderedAt: number): void {
  if (typeof window === 'undefined') return;
  const [page] = performance.getEntriesByType('navigation');
  const arrived = page instanceof PerformanceNavigationTiming ? page.responseEnd : 0;
  // What came with the page had arrived with it; what came later, by now.
  const isOfPage = clock === null && arrived > 0;
  pageClock().heard(renderedAt, isOfPage ? arrived : performance.now());
}
