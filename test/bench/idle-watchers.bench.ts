import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchResult } from './bench.ts';
import { startWorker, type Worker } from './gateway/worker.ts';

const watchers = 4_000;
const watch = `subscription($number: String!) {
  caseChanged(reference: $number, secret: "right") { cursor version case { id subject } }
}`;

/**
 * Many citizens who each watch a case of their own, so that nothing can be shared: what each costs the gateway
 * in memory while nothing happens, against an idle socket of bare `ws`.
 */
export async function run(): Promise<BenchResult> {
  const files = ['toys.worker.ts', 'gateway.worker.ts', 'bare.worker.ts', 'clients.worker.ts'];
  const workers = await Promise.all(files.map(startWorker));
  const [toys, gateway, bare, clients] = workers as [Worker, Worker, Worker, Worker];
  try {
    const { environment } = await toys.call<{ environment: object }>('start');
    const url = await gateway.call<string>('start', { environment });
    const bareUrl = await bare.call<string>('start');

    const grown = async (worker: Worker, open: (count: number, from: number) => Promise<unknown>) => {
      // Some first, so that what is only needed once is there.
      await open(200, 0);
      await sleep(2_000);
      const before = await worker.call<number>('memory');
      await open(watchers, 200);
      await sleep(2_000);
      return ((await worker.call<number>('memory')) - before) / watchers / 1024;
    };
    const ours = await grown(gateway, (count, from) =>
      clients.call('open', { group: 'watchers', url, count, from, init: {}, query: watch }),
    );
    const followers = await toys.call<number>('followers');
    if (followers !== watchers + 200) throw new Error(`${followers} streams for ${watchers + 200} watchers`);
    const theirs = await grown(bare, (count) => clients.call('open', { group: 'bare', url: bareUrl, count }));
    const row = {
      what: `memory of one idle watcher of a case of her own, ${watchers.toLocaleString('en')} of them`,
      value: `${ours.toFixed(1)} KiB`,
      against: `an idle socket of bare ws, ${theirs.toFixed(1)} KiB`,
      ratio: ours / theirs,
      hold: '–',
      held: true,
    };
    return { name: 'Idle watchers', rows: [row] };
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}
