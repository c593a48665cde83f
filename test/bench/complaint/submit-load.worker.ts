import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { Pool } from 'pg';
import { work } from '../gateway/worker.ts';

const query = `mutation ($input: SubmitCaseInput!) { submitCase(input: $input) {
  case { id reference version state sla { acknowledgeBy } } secret userErrors { code message } } }`;

/** Runs `one` again and again in so many lanes; gives how many a second came to their end. */
async function drive(lanes: number, seconds: number, one: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  const end = begun + seconds * 1000;
  let done = 0;
  const lane = async () => {
    while (performance.now() < end) {
      await one();
      done++;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return (done * 1000) / (performance.now() - begun);
}

function post(agent: Agent, url: URL, headers: Record<string, string>, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk) => {
        text += chunk;
      });
      answer.on('end', () => resolve(text));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

work({
  async submit({
    url,
    headers,
    lanes,
    seconds,
  }: {
    url: string;
    headers: Record<string, string>;
    lanes: number;
    seconds: number;
  }) {
    const agent = new Agent({ keepAlive: true, maxSockets: lanes });
    const all = { 'content-type': 'application/json', accept: 'application/json', ...headers };
    const target = new URL(url);
    const rate = await drive(lanes, seconds, async () => {
      const input = {
        idempotencyKey: randomUUID(),
        type: 'COMPLAINT',
        subject: 'انقطاع المياه عن الحي منذ ثلاثة أيام',
        text: 'لم تصل المياه إلى حيّنا منذ يوم الأحد، ولم يردّ أحد على الهاتف. نرجو المتابعة في أقرب وقت.',
        entityCode: 'MOH',
        categoryCode: 'WAIT',
        governorateCode: 'AMMAN',
        channel: 'WEB',
        anonymous: false,
        // A contact of its own for each: how often one is given is limited.
        contact: { name: 'ليلى حداد', phone: null, email: `layla-${randomUUID()}@example.jo` },
        language: 'AR',
      };
      const text = await post(agent, target, all, JSON.stringify({ query, variables: { input } }));
      if (!text.includes('"userErrors":[]') || text.includes('"errors":')) throw new Error(text);
    });
    agent.destroy();
    return rate;
  },

  async twoInserts({ url, lanes, seconds }: { url: string; lanes: number; seconds: number }) {
    const pool = new Pool({ connectionString: url, max: lanes });
    await pool.query(
      `create table if not exists peer_case (id uuid primary key default uuidv7(), subject text, body text, at timestamptz default now())`,
    );
    await pool.query(
      `create table if not exists peer_event (id uuid primary key default uuidv7(), case_id uuid, payload jsonb, at timestamptz default now())`,
    );
    const insertCase = {
      name: 'case',
      text: 'insert into peer_case (subject, body) values ($1, $2) returning id',
    };
    const insertEvent = { name: 'event', text: 'insert into peer_event (case_id, payload) values ($1, $2)' };
    const rate = await drive(lanes, seconds, async () => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const { rows } = await client.query({
          ...insertCase,
          values: ['انقطاع المياه', 'لم تصل المياه إلى حيّنا.'],
        });
        await client.query({ ...insertEvent, values: [rows[0].id, JSON.stringify({ type: 'submitted' })] });
        await client.query('commit');
      } finally {
        client.release();
      }
    });
    await pool.end();
    return rate;
  },
});
