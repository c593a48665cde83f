import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeKeyPair } from '@bekhedmetkom/platform/auth';
import type { BenchResult, BenchRow } from './bench.ts';
import { twoSubgraphQuery as query } from './gateway/two-subgraphs.ts';
import { median, startWorker, type Worker } from './gateway/worker.ts';

const rounds = 3;
const seconds = 4;

type Subgraphs = Record<'complaint' | 'directory' | 'supergraph', string>;

/**
 * A list of 20 of one subgraph joined with the entities of another, requests a second, in turn: through our gateway
 * (limits, internal identities signed and all) and through Apollo Gateway with Apollo Server, over the same subgraphs,
 * which answer from constants; then both wholly, each gateway over subgraphs of its own kind with the same schemas,
 * resolvers and data.
 */
export async function run(): Promise<BenchResult> {
  return {
    name: 'Two-subgraph query',
    rows: [
      await compare('two-subgraph query', 'Apollo Gateway + Apollo Server', 'canned.worker.ts'),
      await compare(
        'the same, with the subgraphs',
        'the same, with subgraphs on Apollo Server',
        'served.worker.ts',
        'apollo-subgraphs.worker.ts',
      ),
    ],
  };
}

async function compare(
  what: string,
  peer: string,
  ourSubgraphs: string,
  theirSubgraphs?: string,
): Promise<BenchRow> {
  const files = ['gateway.worker.ts', 'apollo.worker.ts', 'load.worker.ts', ourSubgraphs];
  if (theirSubgraphs) files.push(theirSubgraphs);
  const workers = await Promise.all(files.map(startWorker));
  const [gateway, apollo, load, own, others = own] = workers as [Worker, Worker, Worker, Worker, Worker?];
  const file = join(tmpdir(), `bench-supergraph-${process.pid}.graphql`);
  try {
    const { publicKey, privateKey } = await makeKeyPair();
    const { supergraph, complaint, directory } = await own.call<Subgraphs>('start', { publicKey });
    const their = theirSubgraphs ? (await others.call<Subgraphs>('start')).supergraph : supergraph;
    await writeFile(file, supergraph);
    const environment = {
      PORT: '0',
      LOG_LEVEL: 'silent',
      SUPERGRAPH: file,
      COMPLAINT_URL: complaint,
      DIRECTORY_URL: directory,
      KPI_URL: 'http://127.0.0.1:9',
      NOTIFICATION_URL: 'http://127.0.0.1:9',
      ISSUER_URL: 'http://127.0.0.1:9',
      WEB_ORIGIN: 'http://127.0.0.1:9',
      INTERNAL_PRIVATE_KEY: privateKey,
    };
    const ours = `${await gateway.call<string>('start', { environment })}/graphql`;
    const theirs = await apollo.call<string>('start', their);
    await expectSameAnswer(ours, theirs);
    const rates = { ours: [] as number[], theirs: [] as number[] };
    // One round first, for the compilers.
    for (let round = -1; round < rounds; round += 1) {
      for (const [name, url] of [
        ['ours', ours],
        ['theirs', theirs],
      ] as const) {
        const rate = await load.call<number>('run', { url, query, seconds: round < 0 ? 2 : seconds });
        if (round >= 0) rates[name].push(rate);
      }
    }
    const ratio = median(rates.ours) / median(rates.theirs);
    return {
      what: `${what}, 20 rows, 32 connections, median of ${rounds}`,
      value: `${Math.round(median(rates.ours)).toLocaleString('en')} requests/s`,
      against: `${peer}, ${Math.round(median(rates.theirs)).toLocaleString('en')} requests/s`,
      ratio,
      hold: '≥ 2 ×',
      held: ratio >= 2,
    };
  } finally {
    await rm(file, { force: true });
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}

async function expectSameAnswer(...urls: string[]): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body: JSON.stringify({ query }) };
  const answers = await Promise.all(
    urls.map(async (url) => (await fetch(url, init)).json() as Promise<{ data: unknown }>),
  );
  const [one, two] = answers.map(({ data }) => JSON.stringify(data));
  if (one !== two || !one?.includes('Health')) throw new Error(`The answers differ: ${one} and ${two}`);
}
