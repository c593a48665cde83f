import type { BenchResult, BenchRow } from './bench.ts';
import { median, startWorker, type Worker } from './gateway/worker.ts';

const sizes = [500, 2_000, 5_000];
const rounds = 15;
const groups = ['gateway', 'graphqlWs', 'bare'] as const;
type Group = (typeof groups)[number];
const feed = `subscription { operationFeed { cursor version case { id subject entity { code name } } } }`;

interface Sample {
  last: number;
  sample: string;
}

/**
 * One event to many sockets: from its publication to the last client that has it. Through the gateway (event
 * at the subgraph → hub, with an entity fetch at another subgraph → sockets), from the server of `graphql-ws` alone
 * with an event that is serialised once, and from a bare `ws` loop with the same bytes, in turn. Gateway, peers,
 * subgraphs and clients are processes of their own.
 */
export async function run(): Promise<BenchResult> {
  const workers = await Promise.all(
    ['toys', 'gateway', 'graphql-ws', 'bare', 'clients', 'clients'].map((name) =>
      startWorker(`${name}.worker.ts`),
    ),
  );
  const [toys, gateway, graphqlWs, bare, ...clients] = workers as [
    Worker,
    Worker,
    Worker,
    Worker,
    ...Worker[],
  ];
  try {
    const { environment, token } = await toys.call<{ environment: object; token: string }>('start');
    const urls = {
      gateway: await gateway.call<string>('start', { environment }),
      graphqlWs: await graphqlWs.call<string>('start'),
      bare: await bare.call<string>('start'),
    };
    const publish: Record<Group, (bytes: string) => Promise<number>> = {
      gateway: () => toys.call('publish'),
      graphqlWs: (bytes) => graphqlWs.call('broadcast', bytes),
      bare: (bytes) => bare.call('broadcast', bytes),
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
      await together(clients, 'open', {
        group: 'graphqlWs',
        url: urls.graphqlWs,
        count: share,
        init: {},
        query: 'subscription { events }',
      });
      await together(clients, 'open', { group: 'bare', url: urls.bare, count: share });
      const times = await measure(publish, clients);
      const sockets = `${count.toLocaleString('en')} sockets, last client, median of ${rounds}`;
      rows.push(row(`one event to ${sockets}`, times.gateway, times.bare));
      rows.push({
        ...row(`the same from graphql-ws alone to ${sockets}`, times.graphqlWs, times.bare),
        hold: '–',
        held: true,
      });
      for (const group of groups) await together(clients, 'close', group);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    return { name: 'Fan-out of one event', rows };
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}

function row(what: string, ours: readonly number[], bare: readonly number[]): BenchRow {
  const ratio = median(ours) / median(bare);
  return {
    what,
    value: `${median(ours).toFixed(1)} ms`,
    against: `bare ws, ${median(bare).toFixed(1)} ms`,
    ratio,
    hold: '≤ 1.5 ×',
    held: ratio <= 1.5,
  };
}

async function measure(publish: Record<Group, (bytes: string) => Promise<number>>, clients: Worker[]) {
  const times: Record<Group, number[]> = { gateway: [], graphqlWs: [], bare: [] };
  let bytes = '';
  // Two rounds first, for the compilers.
  for (let round = -2; round < rounds; round += 1) {
    for (const group of groups) {
      await together(clients, 'expect', group);
      const began = await publish[group](bytes);
      const samples = await together<Sample>(clients, 'all', group);
      if (group === 'gateway') bytes = samples[0]?.sample ?? '';
      if (round >= 0) times[group].push(Math.max(...samples.map((sample) => sample.last)) - began);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }
  return times;
}

function together<T>(workers: Worker[], name: string, argument: unknown): Promise<T[]> {
  return Promise.all(workers.map((worker) => worker.call<T>(name, argument)));
}
