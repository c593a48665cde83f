import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventually } from '../harness/eventually.ts';
import { freePorts } from '../harness/free-ports.ts';
import { startEmbedded } from './embedded-stack.ts';
import { root } from './process.ts';

describe('npm start', () => {
  it('says in a sentence that a port is taken and how to move it, and leaves nothing running', async () => {
    const [port = 0, ...others] = await freePorts(9);
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve));
    const folder = await mkdtemp(join(tmpdir(), 'taken-port-'));
    try {
      const { code, output } = await start({
        GATEWAY_PORT: String(port),
        DATA_DIR: folder,
        ...portsFrom(others),
      });
      expect(code).toBe(1);
      expect(output).toContain(`Port ${port} for the gateway is taken`);
      expect(output).toContain('GATEWAY_PORT=');
      expect(output).not.toContain('    at ');
    } finally {
      squatter.close();
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('names a setting that makes no sense', async () => {
    const { code, output } = await start({ WEB_PORT: 'eighty' });
    expect(code).toBe(1);
    expect(output).toContain('WEB_PORT');
  });

  it('keeps its data between starts and is gone after it was told to stop', async () => {
    const stack = await startEmbedded();
    const submitted = await submit(stack.gatewayUrl);
    await stack.crash('gateway');
    await stack.recover('gateway');
    expect(await track(stack.gatewayUrl, submitted)).toBe('SUBMITTED');
    await stack.close();
    await expect(fetch(`${stack.gatewayUrl}/health`)).rejects.toThrow();
    await expect(fetch(`${stack.webUrl}/api/health`)).rejects.toThrow();
  });

  it('says when the database is down, survives, and goes on when it is back', async () => {
    const stack = await startEmbedded();
    try {
      const pid = Number((await readFile(stack.postgresPidFile, 'utf8')).split('\n')[0]);
      const servers = [pid, ...(await childrenOf(pid))];
      for (const server of servers) process.kill(server, 'SIGSTOP'); // Frozen: neither answers nor refuses.
      const frozen = await post(stack.gatewayUrl, submission());
      for (const server of servers) process.kill(server, 'SIGCONT');
      expect(JSON.stringify(frozen)).toMatch(/SERVICE_UNAVAILABLE|SUBGRAPH_UNAVAILABLE/);
      await eventually(async () => expect((await submit(stack.gatewayUrl)).reference).toMatch(/^BK-/));
    } finally {
      await stack.close();
    }
  });
});

/** Postgres has a process for each connection. */
async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')));
  return pids.filter((_, index) => Number(stats[index]?.split(') ')[1]?.split(' ')[1]) === parent);
}

function portsFrom(ports: number[]): Record<string, string> {
  const names = [
    'WEB',
    'DIRECTORY',
    'COMPLAINT',
    'KPI',
    'NOTIFICATION',
    'IDENTITY',
    'MAIL_OUTBOX',
    'POSTGRES',
  ];
  return Object.fromEntries(names.map((name, index) => [`${name}_PORT`, String(ports[index])]));
}

function start(environment: Record<string, string>): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['--import', '@bekhedmetkom/platform/runtime', join(root, 'start', 'main.ts')],
      { cwd: root, env: { PATH: process.env.PATH, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.once('exit', (code) => resolve({ code, output }));
  });
}

interface Submitted {
  reference: string;
  secret: string;
}

function submission() {
  return {
    query: `mutation ($input: SubmitCaseInput!) { submitCase(input: $input) {
      secret case { reference } userErrors { code message } } }`,
    variables: {
      input: {
        idempotencyKey: crypto.randomUUID(),
        type: 'INQUIRY',
        subject: 'When does the office open?',
        text: 'The sign on the door is old.',
        channel: 'WEB',
        anonymous: true,
        language: 'EN',
      },
    },
  };
}

async function post(gatewayUrl: string, body: object): Promise<unknown> {
  const answer = await fetch(`${gatewayUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.json();
}

async function submit(gatewayUrl: string): Promise<Submitted> {
  const { data } = (await post(gatewayUrl, submission())) as {
    data: { submitCase: { secret: string; case: { reference: string } } };
  };
  return { reference: data.submitCase.case.reference, secret: data.submitCase.secret };
}

async function track(gatewayUrl: string, { reference, secret }: Submitted): Promise<string> {
  const { data } = (await post(gatewayUrl, {
    query:
      'query ($reference: String!, $secret: String!) { trackCase(reference: $reference, secret: $secret) { state } }',
    variables: { reference, secret },
  })) as { data: { trackCase: { state: string } } };
  return data.trackCase.state;
}
