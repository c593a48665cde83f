import type { Server } from 'node:http';

/**
 * Stops a server: nobody new is taken, what has begun is answered, and connections kept open for a next
 * request are closed as they fall idle. After `patience` milliseconds the rest is cut off.
 */
export async function closeServer(server: Server, timeoutMs = 10_000): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  const sweeping = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), timeoutMs);
  await closed;
  clearInterval(sweeping);
  clearTimeout(cut);
}
