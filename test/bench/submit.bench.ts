import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anonymous, makeKeyPair, openSigner } from '@bekhedmetkom/platform/auth';
import { migrate, openDatabase } from '@bekhedmetkom/platform/database';
import { startPostgres } from '../../start/postgres/postgres.ts';
import { migrations } from '../../subgraphs/complaint/database/migrations.ts';
import {
  applyDirectoryEvents,
  rememberCaughtUp,
} from '../../subgraphs/complaint/directory/directory.store.ts';
import { announced } from '../../subgraphs/complaint/testing/small-directory.ts';
import type { BenchResult } from './bench.ts';
import { median, startWorker, type Worker } from './gateway/worker.ts';

const concurrency = 32;
const seconds = 5;
const rounds = 3;

/**
 * Submissions a second at the complaint subgraph (validated, deadline reckoned, secret hashed, contact sealed,
 * audited, indexed for search, announced) against the smallest thing that keeps a case and its event: two
 * inserts in one transaction of node-postgres, prepared, on the same Postgres, by the same process.
 */
export async function run(): Promise<BenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-submit-'));
  const postgres = await startPostgres({ folder, port: 0 });
  const workers: Worker[] = [];
  try {
    const url = new URL(postgres.url);
    url.username = 'complaint';
    url.password = 'bench';
    url.pathname = '/bench';
    const databaseUrl = url.href;
    await migrate({ adminUrl: postgres.url, url: databaseUrl, schema: 'complaint', migrations });
    await projectDirectory(databaseUrl);
    const [complaint, load] = (await Promise.all(
      ['../complaint/complaint.worker.ts', '../complaint/submit-load.worker.ts'].map(startWorker),
    )) as [Worker, Worker];
    workers.push(complaint, load);
    const keys = await makeKeyPair();
    const origin = await complaint.call<string>('start', {
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATABASE_URL: databaseUrl,
      INTERNAL_PUBLIC_KEY: keys.publicKey,
      INTERNAL_PRIVATE_KEY: keys.privateKey,
      DIRECTORY_URL: 'http://127.0.0.1:9',
      CONTACT_KEY: randomBytes(32).toString('base64'),
    });
    const signer = await openSigner(keys.privateKey);
    const rates = { ours: [] as number[], peer: [] as number[] };
    // One round first, for the compilers and the caches.
    for (let round = -1; round < rounds; round++) {
      const identity = await signer.sign({ ...anonymous, client: 'bench' }, 'complaint');
      const headers = { 'x-internal-identity': identity };
      const ours = await load.call<number>('submit', {
        url: `${origin}/graphql`,
        headers,
        lanes: concurrency,
        seconds,
      });
      const peer = await load.call<number>('twoInserts', { url: databaseUrl, lanes: concurrency, seconds });
      if (round < 0) continue;
      rates.ours.push(ours);
      rates.peer.push(peer);
    }
    const [ours, peer] = [median(rates.ours), median(rates.peer)];
    const row = {
      what: `submit at the subgraph, ${concurrency} at a time, median of ${rounds}`,
      value: `${Math.round(ours).toLocaleString('en')} submissions/s`,
      against: `two-insert pg transaction, ${Math.round(peer).toLocaleString('en')}/s`,
      ratio: ours / peer,
      hold: '≥ 0.25 ×',
      held: ours / peer >= 0.25,
    };
    return { name: 'Submit', rows: [row] };
  } finally {
    for (const worker of workers) await worker.stop();
    await postgres.close();
    await rm(postgres.folder, { recursive: true, force: true });
  }
}

async function projectDirectory(url: string): Promise<void> {
  const database = await openDatabase({ url, schema: 'complaint' });
  const logged = announced.map(({ type, payload }, i) => ({
    type,
    payload,
    position: i + 1,
    id: '',
    key: '',
    version: 1,
    at: '',
  }));
  await database.transaction((tx) => applyDirectoryEvents(tx, logged));
  await rememberCaughtUp(database);
  await database.close();
}
