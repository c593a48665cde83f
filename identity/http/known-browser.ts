import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const cookie = 'bk_issuer_known';
const lifetime = 180 * 24 * 3_600;
/** Names that one browser is remembered for; a shared computer has more, and forgets the first. */
const maxNames = 5;

export interface KnownBrowsers {
  /** Whether the browser has signed in under this name before. */
  isKnown(request: IncomingMessage, username: string): boolean;
  /** The `set-cookie` header by which the browser is known from now on. */
  remember(request: IncomingMessage, username: string): string;
}

/**
 * Device cookies: a browser that has signed in is recognised by a keyed hash of the name, so that wrong passwords of
 * strangers cannot slow its owner down. The cookie lets nobody in and does not show the name.
 * https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
 */
export function knownBrowsers(keys: readonly string[], secure: boolean): KnownBrowsers {
  const hashOf = (username: string, key: string) =>
    createHmac('sha256', key).update(`known browser\0${username}`).digest('base64url').slice(0, 22);
  const hashesIn = (request: IncomingMessage) =>
    (new RegExp(`(?:^|;\\s*)${cookie}=([\\w.-]{0,200})`).exec(request.headers.cookie ?? '')?.[1] ?? '')
      .split('.')
      .filter((hash) => hash.length === 22);

  return {
    isKnown: (request, username) =>
      hashesIn(request).some((hash) =>
        keys.some((key) => timingSafeEqual(Buffer.from(hash), Buffer.from(hashOf(username, key)))),
      ),
    remember(request, username) {
      const own = hashOf(username, keys[0] ?? '');
      const hashes = [own, ...hashesIn(request).filter((hash) => hash !== own)].slice(0, maxNames);
      const flags = `Path=/sign-in; Max-Age=${lifetime}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
      return `${cookie}=${hashes.join('.')}; ${flags}`;
    },
  };
}
