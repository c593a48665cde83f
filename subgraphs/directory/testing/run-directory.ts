import type { Viewer } from '@bekhedmetkom/platform/auth';
import { type Bus, openMemoryBus } from '@bekhedmetkom/platform/bus';
import { openTestKeys } from '../../../test/harness/keys.ts';
import type { Config } from '../config.ts';
import { start } from '../main.ts';
import { colleague, openDirectory } from './open-directory.ts';

export interface Answer {
  data: Record<string, unknown> | null;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

export type RunningDirectory = Awaited<ReturnType<typeof runDirectory>>;

/** The directory as a program, over a database of its own with the shipped content. */
export async function runDirectory() {
  const test = await openDirectory();
  const keys = await openTestKeys();
  const bus: Bus = openMemoryBus();
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    databaseUrl: test.url,
    redisUrl: null,
    internalPublicKey: keys.publicKey,
    logLevel: 'silent',
  };
  const program = await start(config, { bus });
  return {
    database: test.database,
    keys,
    bus,
    config,
    program,
    /** Asks over HTTP on behalf of a viewer; another process than ours by its url. */
    async ask(query: string, viewer: Viewer = colleague, variables = {}, url = program.url): Promise<Answer> {
      const headers = await keys.headersFor(viewer, 'directory');
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer;
    },
    async close() {
      await program.close();
      await test[Symbol.asyncDispose]();
    },
  };
}
