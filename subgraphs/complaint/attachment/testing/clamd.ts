import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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
  const program = findClamd();
  const folder = await mkdtemp(join(tmpdir(), 'test-clamd-'));
  const port = given ?? (await freePort());
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
  for (let attempt = 0; !(await answers(port)); attempt++) {
    if (attempt === 400 || server.exitCode !== null) throw new Error(`clamd did not start on port ${port}.`);
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

function findClamd(): string {
  const which = () =>
    process.env.CLAMD ??
    execFileSync('sh', ['-c', 'PATH="$PATH:/usr/sbin:/usr/local/sbin"; command -v clamd'], {
      encoding: 'utf8',
    }).trim();
  try {
    return which();
  } catch {
    try {
      if (process.getuid?.() !== 0) throw new Error('only root may install packages');
      execFileSync(
        'sh',
        ['-c', 'apt-get update -qq && apt-get install -y -qq --no-install-recommends clamav-daemon'],
        { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } },
      );
      return which();
    } catch (cause) {
      throw new Error(
        'There is no clamd: install it (Debian: apt-get install clamav-daemon), or name its program: CLAMD=/path/to/clamd.',
        { cause },
      );
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write('zPING\0'));
    socket.setTimeout(1_000, () => socket.destroy());
    socket.on('data', (data) => resolve(String(data).startsWith('PONG')));
    socket.on('error', () => resolve(false)).on('close', () => resolve(false));
  });
}
