import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

function run(how: string) {
  const fixture = join(import.meta.dirname, '../../test/harness/program.ts');
  const child = spawn(process.execPath, ['--import', '@bekhedmetkom/platform/runtime', fixture, how]);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  const heard = async (word: string) => {
    while (!said.out.includes(word)) await once(child.stdout, 'data');
  };
  const end = async () => {
    const [code] = await once(child, 'close');
    return { code, ...said };
  };
  return { child, heard, end };
}

describe('a program as the process', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('closes on %s and ends well', async (signal) => {
    const { child, heard, end } = run('well');
    await heard('started');
    child.kill(signal);
    expect(await end()).toEqual({ code: 0, out: 'started\nclosing\nclosed\n', err: '' });
  });

  it('ends at once on the second signal', async () => {
    const { child, heard, end } = run('stuck');
    await heard('started');
    child.kill('SIGTERM');
    await heard('closing');
    child.kill('SIGTERM');
    expect((await end()).code).toBe(1);
  });

  it('says in one sentence why it cannot start', async () => {
    expect(await run('refused').end()).toEqual({ code: 1, out: '', err: 'Port 1 is taken.\n' });
  });

  it('shows where it broke when nobody foresaw it', async () => {
    const { code, err } = await run('broken').end();
    expect(code).toBe(1);
    expect(err).toContain('nobody foresaw this');
    expect(err).toContain('harness/program.ts');
  });
});
