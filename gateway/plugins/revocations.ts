import type { Logger } from '@bekhedmetkom/platform/telemetry';
import type { SharedMemory } from './redis.ts';

const key = 'bk:{gateway}:revoked';
/** How often the other gateways' revocations are read, milliseconds. */
const every = 1_000;
/** Read again this far back: gateways' clocks differ. */
const overlap = 10_000;
/** No access token lives longer than this. */
const longestLife = 24 * 60 * 60_000;

export interface Revocations {
  /** From now on the token is refused: here at once, at the other gateways within two seconds. */
  revoke(tokenId: string, expiresAt: number): Promise<void>;
  has(tokenId: string): boolean;
  close(): void;
}

/** Opens the memory of tokens whose owners signed out before they expired. */
export function openRevocations(memory: SharedMemory | undefined, logger: Logger): Revocations {
  const revoked = new Map<string, number>();
  let readUntil = 0;

  function forgetExpired(): void {
    const now = Date.now();
    for (const [id, expiresAt] of revoked) if (expiresAt < now) revoked.delete(id);
  }

  async function readOthers(): Promise<void> {
    forgetExpired();
    const now = Date.now();
    const found = await memory?.run(['ZRANGEBYSCORE', key, String(readUntil - overlap), '+inf']);
    if (!Array.isArray(found)) return;
    readUntil = now;
    for (const member of found) {
      const [id, expiresAt] = String(member).split(' ');
      if (id) revoked.set(id, Number(expiresAt));
    }
  }

  const timer = setInterval(() => void readOthers(), every);
  timer.unref();
  void readOthers();

  return {
    async revoke(tokenId, expiresAt) {
      revoked.set(tokenId, expiresAt);
      if (!memory) return;
      const now = Date.now();
      const told = await memory.together([
        ['ZADD', key, String(now), `${tokenId} ${expiresAt}`],
        ['ZREMRANGEBYSCORE', key, '-inf', String(now - longestLife)],
      ]);
      if (!told) logger.error('a revoked token could not be told to the other gateways');
    },
    has: (tokenId) => revoked.has(tokenId),
    close: () => clearInterval(timer),
  };
}
