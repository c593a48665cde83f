import type { Viewer } from '@bekhedmetkom/platform/auth';
import { openMemoryBus } from '@bekhedmetkom/platform/bus';
import type { Program } from '@bekhedmetkom/platform/program';
import { complaintTopic } from '@bekhedmetkom/schema/events/complaint';
import { directoryTopic } from '@bekhedmetkom/schema/events/directory';
import { openTestDatabase } from '../../../test/harness/database.ts';
import { openTestKeys } from '../../../test/harness/keys.ts';
import type { Config } from '../config.ts';
import { entities } from '../database/entities.ts';
import { migrations } from '../database/migrations.ts';
import { start } from '../main.ts';
import { colleague, openProgramme } from './open-kpi.ts';
import { openPublisher } from './open-publisher.ts';

export interface Answer {
  data: Record<string, never> | null;
  errors?: { message: string; extensions: { code: string } }[];
}

/** The KPI subgraph as programs that run, following publishers of the test's own. */
export async function openProgram(replicas = 1) {
  const bus = openMemoryBus();
  const keys = await openTestKeys();
  const test = await openTestDatabase('kpi', migrations, { entities, poolSize: 4 });
  await test.database.query(openProgramme);
  const complaint = await openPublisher(complaintTopic, keys, bus);
  const directory = await openPublisher(directoryTopic, keys, bus);
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    databaseUrl: test.url,
    redisUrl: null,
    internalPublicKey: keys.publicKey,
    internalPrivateKey: keys.privateKey,
    complaintUrl: complaint.url,
    directoryUrl: directory.url,
    logLevel: 'silent',
  };
  const programs: Program[] = [];
  for (let index = 0; index < replicas; index++) programs.push(await start(config, { bus }));
  const [program] = programs;
  if (!program) throw new Error('at least one');

  return {
    program,
    keys,
    complaint,
    directory,
    database: test.database,
    /** Asks the graph over HTTP on behalf of a viewer. */
    async ask(query: string, viewer: Viewer = colleague, variables = {}): Promise<Answer> {
      const headers = await keys.headersFor(viewer, 'kpi');
      const response = await fetch(`${program.url}/graphql`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer;
    },
    async [Symbol.asyncDispose]() {
      for (const one of programs) await one.close();
      await complaint[Symbol.asyncDispose]();
      await directory[Symbol.asyncDispose]();
      await test[Symbol.asyncDispose]();
      await bus.close();
    },
  };
}

export type TestProgram = Awaited<ReturnType<typeof openProgram>>;
