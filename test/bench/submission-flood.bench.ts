import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbedded } from '../journeys/embedded-stack.ts';
import type { BenchResult, BenchRow } from './bench.ts';
import { median, now } from './gateway/worker.ts';

/** What others do in each round: one of each, so often, so far apart (ms). */
const asked = 80;
const apart = 60;
const rounds = 3;
const flooder = '203.0.113.1';
const floods = [
  { name: '200 submissions a minute', perSecond: 200 / 60 },
  { name: '300 submissions in two seconds, again and again', perSecond: 150 },
];

interface Times {
  submission: number[];
  page: number[];
}

/**
 * How long others wait for their submission and for the home page of the whole product (every program, its database and
 * the web server, as `npm start` runs them) while one address submits far more than it may, against times when nobody
 * floods; in turns, over loopback. Each other one has an address of its own.
 */
export async function run(): Promise<BenchResult> {
  const stack = await startEmbedded();
  try {
    await others(stack.gatewayUrl, stack.webUrl); // For the compilers and the caches.
    const idle: Times = { submission: [], page: [] };
    const during = floods.map(() => ({ times: { submission: [], page: [] } as Times, sent: 0, refused: 0 }));
    for (let round = 0; round < rounds; round += 1) {
      add(idle, await others(stack.gatewayUrl, stack.webUrl));
      for (const [index, { perSecond }] of floods.entries()) {
        const measured = during[index];
        if (!measured) continue;
        const flood = startFlood(stack.gatewayUrl, perSecond);
        add(measured.times, await others(stack.gatewayUrl, stack.webUrl));
        const { sent, refused } = await flood.stop();
        measured.sent += sent;
        measured.refused += refused;
      }
    }
    const rows = floods.flatMap(({ name }, index) => {
      const measured = during[index];
      return measured
        ? [
            row(
              `a submission of somebody else while one address sends ${name}`,
              measured,
              measured.times.submission,
              idle.submission,
            ),
            row(`the home page while one address sends ${name}`, measured, measured.times.page, idle.page),
          ]
        : [];
    });
    return { name: 'The whole product beside a flood of submissions', rows };
  } finally {
    await stack.close();
  }
}

function row(
  what: string,
  { sent, refused }: { sent: number; refused: number },
  measured: number[],
  idle: number[],
): BenchRow {
  const [value, against] = [median(measured), median(idle)];
  return {
    what: `${what}, median of ${measured.length}`,
    value: `${value.toFixed(1)} ms (${refused} of ${sent} refused)`,
    against: `when nobody floods, ${against.toFixed(1)} ms`,
    ratio: value / against,
    hold: '≤ 2 ×',
    held: value / against <= 2,
  };
}

function add(times: Times, more: Times): void {
  times.submission.push(...more.submission);
  times.page.push(...more.page);
}

/** Says whether the submission was taken. */
async function submit(url: string, address: string): Promise<boolean> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({
      query: 'mutation ($input: SubmitCaseInput!) { submitCase(input: $input) { case { reference } } }',
      variables: {
        input: {
          idempotencyKey: crypto.randomUUID(),
          type: 'COMPLAINT',
          subject: 'The street light is out',
          text: 'A street light is out on the corner since Sunday.',
          entityCode: 'GAM',
          governorateCode: 'AMMAN',
          anonymous: true,
          language: 'EN',
        },
      },
    }),
  });
  const { data } = (await response.json()) as { data?: { submitCase?: { case: unknown } | null } | null };
  return Boolean(data?.submitCase?.case);
}

let last = 0;

async function others(gatewayUrl: string, webUrl: string): Promise<Times> {
  const times: Times = { submission: [], page: [] };
  for (let index = 0; index < asked; index += 1) {
    last += 1;
    const address = `198.51.${Math.floor(last / 250)}.${last % 250}`;
    const began = now();
    if (!(await submit(gatewayUrl, address))) throw new Error('somebody else was refused');
    times.submission.push(now() - began);
    const opened = now();
    const page = await fetch(`${webUrl}/en`);
    await page.arrayBuffer();
    if (!page.ok) throw new Error(`the home page answers ${page.status}`);
    times.page.push(now() - opened);
    await sleep(apart);
  }
  return times;
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
