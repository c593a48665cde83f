import type { IncomingMessage } from 'node:http';

/**
 * Makes a request look as if it had come to the issuer's own address, whatever Host or forwarding headers say:
 * the addresses that we publish never depend on who asks, and behind a proxy cookies are still secure.
 */
export function pinOrigin(request: IncomingMessage, issuerUrl: string): void {
  const { host, protocol } = new URL(issuerUrl);
  request.headers.host = host;
  delete request.headers['x-forwarded-host'];
  request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
}
