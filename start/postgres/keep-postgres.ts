import { setTimeout as sleep } from 'node:timers/promises';
import { type EmbeddedPostgres, startPostgres } from './postgres.ts';
import { isAlive } from './postgres-process.ts';

/** Milliseconds between two looks at the server, and between two tries to start it again. */
const interval = 500;

/**
 * Starts the embedded Postgres and starts it again, at the same port, whenever its process has gone without being told
 * to: programs reconnect by themselves. `say` is told of each restart and of each that failed.
 */
export async function keepPostgres(
  options: Parameters<typeof startPostgres>[0],
  say: (line: string) => void,
): Promise<EmbeddedPostgres> {
  let server = await startPostgres(options);
  const port = Number(new URL(server.url).port);
  const closing = new AbortController();

  const watching = (async () => {
    while (!closing.signal.aborted) {
      await sleep(interval, undefined, { signal: closing.signal }).catch(() => {});
      if (closing.signal.aborted || isAlive(server.pid)) continue;
      say('Postgres has ended without being told to; starting it again …');
      try {
        server = await startPostgres({ ...options, port, exactly: true });
        say('Postgres is back.');
      } catch (problem) {
        say(problem instanceof Error ? problem.message : String(problem));
      }
    }
  })();

  return {
    url: server.url,
    folder: server.folder,
    get pid() {
      return server.pid;
    },
    async close() {
      closing.abort();
      await watching;
      await server.close();
    },
  };
}
