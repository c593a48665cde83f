/**
 *   npm run schema            writes schema/*.graphql; refuses a breaking change
 *   npm run schema -- --check writes nothing; fails when a committed file is not what the code says
 */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ammanDay } from '@bekhedmetkom/time/amman';
import { breakingChanges, compose } from './compose.ts';

const root = join(import.meta.dirname, '..');
const subgraphs = ['complaint', 'directory', 'kpi', 'notification'];

/** Each subgraph prints its SDL in a process of its own, so that schema/ imports no package of ours. */
async function print(name: string): Promise<string> {
  const program = join(root, 'subgraphs', name, 'print-schema.ts');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', '@bekhedmetkom/platform/runtime', program],
    { cwd: root, maxBuffer: 16 * 1024 * 1024 },
  );
  return `${stdout.trim()}\n`;
}

const committed = (file: string) => readFile(join(import.meta.dirname, file), 'utf8').catch(() => '');
const check = process.argv.includes('--check');

const sdls = Object.fromEntries(
  await Promise.all(subgraphs.map(async (name) => [name, await print(name)] as const)),
);
const { supergraph, api } = compose(sdls);
const files: Record<string, string> = { 'supergraph.graphql': supergraph, 'api.graphql': api };
for (const [name, sdl] of Object.entries(sdls)) files[`${name}.graphql`] = sdl;

const today = ammanDay(Date.now());
const breaking = await breakingChanges((await committed('api.graphql')) || api, api, today);
if (breaking.length > 0 && !process.argv.includes('--accept-breaking')) {
  console.error(
    `This change breaks clients of the graph:\n${breaking.map((line) => `- ${line}`).join('\n')}`,
  );
  console.error('Deprecate first with a reason that ends in "removal: YYYY-MM-DD".');
  process.exit(1);
}

const drifted: string[] = [];
for (const [file, text] of Object.entries(files)) {
  if ((await committed(file)) === text) continue;
  drifted.push(file);
  if (!check) await writeFile(join(import.meta.dirname, file), text);
}
if (check && drifted.length > 0) {
  console.error(
    `schema/ is not what the code says: ${drifted.join(', ')}. Run "npm run schema" and read the diff.`,
  );
  process.exit(1);
}
console.log(
  check
    ? 'The committed schemas are what the code says.'
    : `Written: ${drifted.join(', ') || 'nothing new'}.`,
);
