/** What the browser says of network and page, passed on to the line to the gateway. */
import type { GatewayLink } from './gateway-link.island.ts';

/** Wakes the line when the network or the reader comes back; returns how to stop. */
export function watchNetwork(link: Pick<GatewayLink, 'retryNow' | 'offline'>): () => void {
  const online = () => link.retryNow();
  const offline = () => link.offline();
  const visible = () => document.visibilityState === 'visible' && link.retryNow();
  // A page that the back-forward cache brings back was frozen, and its socket with it.
  const shown = (event: PageTransitionEvent) => event.persisted && link.retryNow(true);
  window.addEventListener('online', online);
  window.addEventListener('offline', offline);
  window.addEventListener('pageshow', shown);
  document.addEventListener('visibilitychange', visible);
  return () => {
    window.removeEventListener('online', online);
    window.removeEventListener('offline', offline);
    window.removeEventListener('pageshow', shown);
    document.removeEventListener('visibilitychange', visible);
  };
}
