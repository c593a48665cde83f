import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { testFolder } from '../testing/open-test-attachments.ts';

const seconds = Number(process.env.ATTACHMENT_FUZZ_SECONDS ?? 60);
const seed = Number(process.env.ATTACHMENT_FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** Milliseconds after which one small file counts as one that hangs. */
const longest = 120_000;

interface End {
  count: number;
  megabytes: number;
  outcomes: Record<string, number>;
}

/** Runs the fuzzer; rejects with the seed of the file at which it broke or stopped. */
async function fuzz(): Promise<End> {
  const script = join(import.meta.dirname, '..', 'testing', 'fuzz-cleaners.ts');
  const args = ['--max-old-space-size=200', script, String(seed), String(seconds), await testFolder()];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let last = '';
  let errors = '';
  child.stderr.on('data', (text) => {
    errors = `${errors}${text}`.slice(-4_000);
  });
  let watch = setTimeout(() => child.kill('SIGKILL'), longest);
  for await (const line of createInterface({ input: child.stdout })) {
    clearTimeout(watch);
    watch = setTimeout(() => child.kill('SIGKILL'), longest);
    last = line;
  }
  clearTimeout(watch);
  const report = JSON.parse(last || '{}') as Partial<End>;
  if (report.count === undefined) throw new Error(`it broke or hung at ${last}\n${errors}`);
  return report as End;
}

it('cleaners survive any file: no crash, no hang, never 200 MB', async () => {
  console.info(`fuzzing for ${seconds} s; repeat with ATTACHMENT_FUZZ_SEED=${seed}`);
  const { count, megabytes, outcomes } = await fuzz();
  console.info(`${count} files, ${megabytes} MB, ${JSON.stringify(outcomes)}`);
  expect(count).toBeGreaterThan(100);
  expect(Object.keys(outcomes).length).toBeGreaterThan(8);
  expect(megabytes).toBeLessThan(200);
});
