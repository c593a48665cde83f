import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts } from '../../../../test/harness/free-ports.ts';
import { waitLimitMs } from '../../../../test/harness/wait-limit.ts';
import { clamd, findOrInstall } from '../../../../test/prerequisites.ts';
import { eicar } from './sample-files.ts';

export interface TestClamd {
  host: string;
  port: number;
  stop(): Promise<void>;
}

/**
 * A real clamd that knows one signature: EICAR's, written here, as none can be fetched. On a free port, or on
 * the one given (to come back after a stop). It looks at streams of 2 MB at most.
 */
export async function startClamd(given?: number): Promise<TestClamd> {
  const program = await findOrInstall(clamd);
  const folder = await mkdtemp(join(tmpdir(), 'test-clamd-'));
  const [port = 0] = given === undefined ? await freePorts(1) : [given];
  const signature = Buffer.from(eicar, 'latin1').toString('hex');
  await writeFile(join(folder, 'test.ndb'), `Test.EICAR:0:*:${signature}\n`);
  const config = join(folder, 'clamd.conf');
  await writeFile(
    config,
    [
      'Foreground yes',
      `DatabaseDirectory ${folder}`,
      `TCPSocket ${port}`,
      'TCPAddr 127.0.0.1',
      'StreamMaxLength 2M',
      `TemporaryDirectory ${folder}`,
      `LogFile ${join(folder, 'log')}`,
      `User ${process.getuid?.() === 0 ? 'root' : (process.env.USER ?? 'nobody')}`,
      '',
    ].join('\n'),
  );
  const server = spawn(program, ['--config-file', config], { stdio: 'ignore' });
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const deadline = Date.now() + waitLimitMs;
  while (!(await answers(port))) {
    if (Date.now() >= deadline || server.exitCode !== null)
      throw new Error(`clamd did not start on port ${port}.`);
    await sleep(25);
  }
  return {
    host: '127.0.0.1',
    port,
    async stop() {
      server.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write('zPING\0'));
    socket.setTimeout(1_000, () => socket.destroy());
    socket.on('data', (data) => resolve(String(data).startsWith('PONG')));
    socket.on('error', () => resolve(false)).on('close', () => resolve(false));
  });
}
