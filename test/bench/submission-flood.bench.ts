import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchResult, BenchRow } from './bench.ts';
import { median, now, startWorker, type Worker } from './gateway/worker.ts';

const asked = 150;
const flooder = '203.0.113.1';

/**
 * How long others wait for their submission while one address sends far more than it may: 200 a minute, and 300 in
 * two seconds again and again. Each other one has an address of its own.
 */
export async function run(): Promise<BenchResult> {
  const workers = (await Promise.all(['toys.worker.ts', 'gateway.worker.ts'].map(startWorker))) as [
    Worker,
    Worker,
  ];
  const [toys, gateway] = workers;
  try {
    const { environment } = await toys.call<{ environment: object }>('start');
    const url = await gateway.call<string>('start', { environment });
    await others(url);
    const idle = await others(url);
    const rows: BenchRow[] = [];
    for (const [name, perSecond] of [
      ['200 submissions a minute', 200 / 60],
      ['300 submissions in two seconds', 150],
    ] as const) {
      const flood = startFlood(url, perSecond);
      const during = await others(url);
      const { sent, refused } = await flood.stop();
      rows.push({
        what: `a submission of somebody else while one address sends ${name}, median of ${asked}`,
        value: `${during.toFixed(1)} ms (${refused} of ${sent} refused)`,
        against: `when nobody else sends, ${idle.toFixed(1)} ms`,
        ratio: during / idle,
        hold: '≤ 2 ×',
        held: during / idle <= 2,
      });
    }
    return { name: 'Submissions beside a flood', rows };
  } finally {
    for (const worker of workers) await worker.stop();
  }
}

async function submit(url: string, address: string): Promise<boolean> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({
      query: 'mutation($key: String!) { submitCase(input: { idempotencyKey: $key }) { id } }',
      variables: { key: crypto.randomUUID() },
    }),
  });
  const { data } = (await response.json()) as { data?: unknown };
  return data !== undefined && data !== null;
}

async function others(url: string): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < asked; index += 1) {
    const began = now();
    if (!(await submit(url, `198.51.100.${index}`))) throw new Error('somebody else was refused');
    times.push(now() - began);
    await sleep(20);
  }
  return median(times);
}

function startFlood(url: string, perSecond: number) {
  const pending: Promise<boolean>[] = [];
  const began = now();
  const timer = setInterval(() => {
    const due = ((now() - began) / 1_000) * perSecond;
    while (pending.length < due) pending.push(submit(url, flooder));
  }, 10);
  return {
    async stop() {
      clearInterval(timer);
      const answers = await Promise.all(pending);
      return { sent: answers.length, refused: answers.filter((taken) => !taken).length };
    },
  };
}
