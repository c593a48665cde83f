/**
 * `npm test`: everything that must hold before a change goes in, in the order in which it fails fastest.
 * Prints each step with its time and closes with "N passed, N failed".
 */
import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, clamd, findOrInstall, redis } from './prerequisites.ts';

const root = join(import.meta.dirname, '..');
const reports = join(root, 'test', 'artifacts');
const counts = { passed: 0, failed: 0 };

await rm(reports, { recursive: true, force: true });
await mkdir(reports, { recursive: true });

try {
  const environment = {
    ...process.env,
    REDIS_SERVER: await findOrInstall(redis),
    CHROMIUM: await findOrInstall(chromium),
    CLAMD: await findOrInstall(clamd),
    NEXT_TELEMETRY_DISABLED: '1',
  };
  const runtime = ['--import', '@bekhedmetkom/platform/runtime'];
  await check('formatting and lint', ['biome', 'ci', '--error-on-warnings', '.']);
  await check('import boundaries', [
    'depcruise',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err-long',
    '.',
  ]);
  await check('schema drift and breaking changes', ['node', 'schema/main.ts', '--check']);
  await check('types', ['tsc', '--noEmit', '-p', 'tsconfig.json']);
  await check('types of the web app', ['npm', 'run', '--silent', 'typecheck', '-w', 'web']);
  await check('unused code and dependencies', ['knip']);
  await suite('unit and database tests', 'vitest.config.ts', 'unit');
  await check('build of the web app', ['node', ...runtime, 'start/build.ts']);
  await suite('journeys in a browser, both forms', 'test/journeys/vitest.config.ts', 'journeys');

  async function suite(what: string, config: string, report: string): Promise<void> {
    const file = join(reports, `${report}.json`);
    const arguments_ = [
      'run',
      '--config',
      config,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ];
    const code = await run(what, ['vitest', ...arguments_], environment);
    const result = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));
    counts.passed += result.numPassedTests ?? 0;
    counts.failed += (result.numFailedTests ?? 0) + (code !== 0 && !result.numFailedTests ? 1 : 0);
  }

  async function check(what: string, command: string[]): Promise<void> {
    counts[(await run(what, command, environment)) === 0 ? 'passed' : 'failed'] += 1;
  }
} catch (problem) {
  console.error(`\n${problem instanceof Error ? problem.message : problem}`);
  counts.failed += 1;
}

console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;

function run(what: string, [command = '', ...parameters]: string[], env: NodeJS.ProcessEnv): Promise<number> {
  console.log(`\n── ${what}`);
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('exit', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`── ${code === 0 ? '✓' : '✗'} ${what} (${seconds} s)`);
      resolve(code ?? 1);
    });
  });
}
