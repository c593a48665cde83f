import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { openBrowser, signIn, visitor } from '../journeys/browser.ts';
import { startEmbedded } from '../journeys/embedded-stack.ts';
import type { BenchResult } from './bench.ts';

const perSecond = 50;
const seconds = 12;
const allowed = 250;

/**
 * From the moment a submission leaves its client to the moment the operation room has it: at a socket with the wall's
 * own subscription (every event), and as a row on the wall itself in a real browser (the rows that fit).
 */
export async function run(): Promise<BenchResult> {
  const stack = await startEmbedded();
  const browser = await openBrowser();
  try {
    const { page, context } = await visitor(browser, { width: 1920, height: 1080 });
    await signIn(page, `${stack.webUrl}/en/wall`, 'room.1');
    await page.locator('.tiles').waitFor();
    await page.evaluate(() => {
      const seen: Record<string, number> = {};
      Object.assign(window, { seen });
      new MutationObserver(() => {
        for (const row of document.querySelectorAll('.feed li b')) {
          seen[row.textContent ?? ''] ??= Date.now();
        }
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const arrived = await listen(stack.gatewayUrl, cookie, stack.webUrl);

    const sent = new Map<string, number>();
    const pending: Promise<void>[] = [];
    for (let index = 0; index < perSecond * seconds; index += 1) {
      const subject = `Latency ${index} of this run`;
      sent.set(subject, Date.now());
      pending.push(submit(stack.gatewayUrl, subject));
      await sleep(1000 / perSecond);
    }
    await Promise.all(pending);
    await sleep(1_000);

    const shown = await page.evaluate(() => (window as unknown as { seen: Record<string, number> }).seen);
    const warm = [...sent].slice(perSecond * 2);
    const atSocket = warm.map(([subject, at]) => (arrived.get(subject) ?? Number.POSITIVE_INFINITY) - at);
    const onScreen = warm
      .filter(([subject]) => subject in shown)
      .map(([subject, at]) => (shown[subject] ?? 0) - at);
    return {
      name: `Submit to the operation room at ${perSecond} submissions a second`,
      rows: [row('at the socket', atSocket), row('on the screen', onScreen)],
    };
  } finally {
    await browser.close();
    await stack.close();
  }
}

function row(where: string, times: number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  const worst = at(0.99);
  return {
    what: `submit → seen ${where}, p99 of ${times.length}`,
    value: `${worst} ms (median ${at(0.5)} ms)`,
    against: `${allowed} ms`,
    ratio: worst / allowed,
    hold: '≤ 1 ×',
    held: worst <= allowed,
  };
}

/** Times of arrival by subject, filled while the socket lives. */
async function listen(gatewayUrl: string, cookie: string, origin: string): Promise<Map<string, number>> {
  const arrived = new Map<string, number>();
  const socket = new WebSocket(`${gatewayUrl.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: { cookie, origin },
  });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const ready = new Promise<void>((resolve) => {
    socket.on('message', (data) => {
      const message = JSON.parse(String(data));
      if (message.type === 'connection_ack') {
        const query =
          'subscription { operationFeed { cursor at action case { id reference subject entity { name } } } }';
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
        setTimeout(resolve, 500);
      }
      if (message.type === 'ping') socket.send(JSON.stringify({ type: 'pong' }));
      const subject = message.payload?.data?.operationFeed?.case?.subject;
      if (subject) arrived.set(subject, Date.now());
    });
  });
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await ready;
  return arrived;
}

async function submit(gatewayUrl: string, subject: string): Promise<void> {
  const answer = await fetch(`${gatewayUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation ($input: SubmitCaseInput!) { submitCase(input: $input) { userErrors { message } } }',
      variables: {
        input: {
          idempotencyKey: crypto.randomUUID(),
          type: 'COMPLAINT',
          subject,
          text: 'A street light is out on the corner.',
          entityCode: 'GAM',
          governorateCode: 'AMMAN',
          channel: 'WEB',
          anonymous: true,
          language: 'EN',
        },
      },
    }),
  });
  const { errors } = (await answer.json()) as { errors?: { message: string }[] };
  if (errors) throw new Error(errors[0]?.message);
}
