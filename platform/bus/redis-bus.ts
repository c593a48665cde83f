import { backOff } from '@bekhedmetkom/time/back-off';
import { createClient } from 'redis';
import type { Bus } from './wake-up.ts';

const maxWait = 2_000;
const reconnect = { first: 50, longest: 1_000 };

/**
 * The bus of the distributed form: Redis pub/sub. Opening waits at most 2 s for Redis and goes on without it:
 * the client keeps trying to reconnect, and signals are dropped until it has.
 * `onTrouble` is told what goes wrong meanwhile.
 */
export async function openRedisBus(url: string, onError: (error: Error) => void = () => {}): Promise<Bus> {
  const options = {
    url,
    disableOfflineQueue: true,
    socket: {
      connectTimeout: maxWait,
      reconnectStrategy: (tries: number) => backOff(tries + 1, reconnect),
    },
  };
  const publisher = createClient(options);
  const subscriber = createClient({ ...options, disableOfflineQueue: false });
  const clients = [publisher, subscriber];
  for (const client of clients) client.on('error', onError);
  const connected = Promise.allSettled(clients.map((client) => client.connect()));
  await noLongerThan(maxWait, connected);

  return {
    async signal(channel, payload) {
      await publisher.publish(keyOf(channel), payload).catch(onError);
    },
    async listen(channel, onSignal) {
      const listener = (payload: string) => onSignal(payload);
      // The client remembers it and subscribes again whenever it reconnects.
      const subscribed = subscriber.subscribe(keyOf(channel), listener).catch(onError);
      await noLongerThan(maxWait, subscribed);
      return {
        async close() {
          if (subscriber.isReady) await subscriber.unsubscribe(keyOf(channel), listener).catch(onError);
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
