import type { Logger } from '@bekhedmetkom/platform/telemetry';
import { backOff } from '@bekhedmetkom/time/back-off';
import { createClient } from 'redis';

const reconnect = { first: 100, longest: 2_000 };

/** Milliseconds within which Redis must answer, or counts as down for this once. */
const timeoutMs = 300;

export interface RedisStore {
  /** Runs one command. Null when Redis is down or slow: the caller goes on by itself. */
  run(command: readonly string[]): Promise<unknown>;
  close(): Promise<void>;
}

/** Opens what the gateways remember together. It connects, and reconnects, in the background. */
export function openSharedMemory(url: string, logger: Logger): RedisStore {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: { connectTimeout: 1_000, reconnectStrategy: (tries) => backOff(tries + 1, reconnect) },
  });
  let quiet = false;
  client.on('error', (err: unknown) => {
    if (!quiet) logger.warn({ err }, 'Redis is away: revoked tokens are told to the other gateways later');
    quiet = true;
  });
  client.on('ready', () => {
    quiet = false;
  });
  const connecting = client.connect().catch(() => undefined);

  async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
    if (!client.isReady) return null;
    let timer: NodeJS.Timeout | undefined;
    try {
      const late = new Promise<null>((resolve) => {
        timer = setTimeout(resolve, timeoutMs, null);
      });
      return await Promise.race([work(), late]);
    } catch (err) {
      logger.warn({ err }, 'Redis refuses');
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    run: (command) => orNull<unknown>(() => client.sendCommand([...command])),
    async close() {
      client.destroy();
      await connecting;
    },
  };
}
