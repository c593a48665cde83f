import type { BenchResult, BenchRow } from './bench.ts';
import { median, startWorker, type Worker } from './gateway/worker.ts';

const sizes = [500, 2_000, 5_000];
const rounds = 15;
const feed = `subscription { operationFeed { cursor version case { id subject entity { code name } } } }`;

interface Sample {
  last: number;
  sample: string;
}

/**
 * One event to many sockets: from its publication to the last client that has it. Through the gateway (event
 * at the subgraph → hub, with an entity fetch at another subgraph → sockets) and from a bare `ws` loop with the
 * same bytes, in turn. Gateway, peer, subgraphs and clients are processes of their own.
 */
export async function run(): Promise<BenchResult> {
  const workers = await Promise.all(
    ['toys.worker.ts', 'gateway.worker.ts', 'bare.worker.ts', 'clients.worker.ts', 'clients.worker.ts'].map(
      startWorker,
    ),
  );
  const [toys, gateway, bare, ...clients] = workers as [Worker, Worker, Worker, ...Worker[]];
  try {
    const { environment, token } = await toys.call<{ environment: object; token: string }>('start');
    const urls = {
      gateway: await gateway.call<string>('start', { environment }),
      bare: await bare.call<string>('start'),
    };
    const rows: BenchRow[] = [];
    for (const count of sizes) {
      const share = count / clients.length;
      const init = { authorization: `Bearer ${token}` };
      await together(clients, 'open', {
        group: 'gateway',
        url: urls.gateway,
        count: share,
        init,
        query: feed,
      });
      await together(clients, 'open', { group: 'bare', url: urls.bare, count: share });
      const times = await measure(toys, bare, clients);
      const ratio = median(times.gateway) / median(times.bare);
      rows.push({
        what: `one event to ${count.toLocaleString('en')} sockets, last client, median of ${rounds}`,
        value: `${median(times.gateway).toFixed(1)} ms`,
        against: `bare ws, ${median(times.bare).toFixed(1)} ms`,
        ratio,
        hold: '≤ 1.5 ×',
        held: ratio <= 1.5,
      });
      for (const group of ['gateway', 'bare']) await together(clients, 'close', group);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    return { name: 'Fan-out of one event', rows };
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}

async function measure(toys: Worker, bare: Worker, clients: Worker[]) {
  const times = { gateway: [] as number[], bare: [] as number[] };
  let bytes = '';
  // Two rounds first, for the compilers.
  for (let round = -2; round < rounds; round += 1) {
    for (const group of ['gateway', 'bare'] as const) {
      await together(clients, 'expect', group);
      const began =
        group === 'gateway'
          ? await toys.call<number>('publish')
          : await bare.call<number>('broadcast', bytes);
      const samples = await together<Sample>(clients, 'all', group);
      bytes = samples[0]?.sample ?? '';
      if (round >= 0) times[group].push(Math.max(...samples.map((sample) => sample.last)) - began);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }
  return times;
}

function together<T>(workers: Worker[], name: string, argument: unknown): Promise<T[]> {
  return Promise.all(workers.map((worker) => worker.call<T>(name, argument)));
}
