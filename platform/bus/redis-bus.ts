import { backOff } from '@bekhedmetkom/time/back-off';
import { createClient } from 'redis';
import type { Bus } from './wake-up.ts';

const longestWait = 2_000;
const reconnect = { first: 50, longest: 1_000 };

/**
 * The bus of the distributed form: Redis pub/sub. Opening waits at most 2 s for Redis and goes on without it:
 * the client keeps trying to reconnect, and signals are dropped until it has.
 * `onTrouble` is told what goes wrong meanwhile.
 */
export async function openRedisBus(url: string, onTrouble: (error: Error) => void = () => {}): Promise<Bus> {
  const options = {
    url,
    disableOfflineQueue: true,
    socket: {
      connectTimeout: longestWait,
      reconnectStrategy: (tries: number) => backOff(tries + 1, reconnect),
    },
  };
  const speaker = createClient(options);
  const ear = createClient({ ...options, disableOfflineQueue: false });
  const clients = [speaker, ear];
  for (const client of clients) client.on('error', onTrouble);
  const connected = Promise.allSettled(clients.map((client) => client.connect()));
  await noLongerThan(longestWait, connected);

  return {
    async signal(channel, payload) {
      await speaker.publish(keyOf(channel), payload).catch(onTrouble);
    },
    async listen(channel, onSignal) {
      const listener = (payload: string) => onSignal(payload);
      // The client remembers it and subscribes again whenever it reconnects.
      const subscribed = ear.subscribe(keyOf(channel), listener).catch(onTrouble);
      await noLongerThan(longestWait, subscribed);
      return {
        async close() {
          if (ear.isReady) await ear.unsubscribe(keyOf(channel), listener).catch(onTrouble);
        },
      };
    },
    async close() {
      for (const client of clients) client.destroy();
      await connected;
    },
  };
}

/** In braces, so that all keys of one channel share a slot of a Redis Cluster. */
function keyOf(channel: string): string {
  return `bus:{${channel}}`;
}

async function noLongerThan(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, limit]);
  clearTimeout(timer);
}
