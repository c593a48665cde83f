import { anonymous, makeKeyPair, openSigner } from '@bekhedmetkom/platform/auth';
import { openMemoryBus } from '@bekhedmetkom/platform/bus';
import { start } from '../../../subgraphs/kpi/main.ts';
import type { BenchRow } from '../bench.ts';
import { median } from '../gateway/worker.ts';
import { type BenchQuestion, dashboardQuestions } from './questions.ts';

const rounds = 40;
const warmUp = 8;

/** Asks each question of two KPI databases in turns, over HTTP, and compares the medians. */
export async function compareDashboards(
  small: { url: string; name: string },
  large: { url: string; name: string },
): Promise<BenchRow[]> {
  const keys = await makeKeyPair();
  const signer = await openSigner(keys.privateKey);
  const bus = openMemoryBus();
  const open = (databaseUrl: string) =>
    start(
      {
        host: '127.0.0.1',
        port: 0,
        databaseUrl,
        redisUrl: null,
        internalPublicKey: keys.publicKey,
        internalPrivateKey: keys.privateKey,
        complaintUrl: 'http://127.0.0.1:9',
        directoryUrl: 'http://127.0.0.1:9',
        logLevel: 'silent',
      },
      { bus },
    );
  const programs = [await open(small.url), await open(large.url)];
  const [first, second] = programs;
  if (!first || !second) throw new Error('two programs were started');
  const rows: BenchRow[] = [];
  try {
    for (const question of dashboardQuestions(new Date())) {
      const identity = await signer.sign({ ...anonymous, client: 'bench' }, 'kpi');
      const times: { small: number[]; large: number[] } = { small: [], large: [] };
      for (let round = -warmUp; round < rounds; round++) {
        const ofSmall = await ask(first.url, identity, question);
        const ofLarge = await ask(second.url, identity, question);
        if (round < 0) continue;
        times.small.push(ofSmall);
        times.large.push(ofLarge);
      }
      const ratio = median(times.large) / median(times.small);
      rows.push({
        what: question.what,
        value: `${median(times.large).toFixed(1)} ms at ${large.name}`,
        against: `${median(times.small).toFixed(1)} ms at ${small.name}`,
        ratio,
        hold: '≤ 1.5 ×',
        held: ratio <= 1.5,
      });
    }
  } finally {
    for (const program of programs) await program.close();
    await bus.close();
  }
  return rows;
}

/** Milliseconds until the whole answer is here. */
async function ask(url: string, identity: string, { query, variables }: BenchQuestion): Promise<number> {
  const begun = performance.now();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-internal-identity': identity },
    body: JSON.stringify({ query, variables }),
  });
  const { errors } = (await response.json()) as { errors?: { message: string }[] };
  if (errors) throw new Error(errors[0]?.message);
  return performance.now() - begun;
}
