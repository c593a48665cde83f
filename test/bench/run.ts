/**
 * `npm run bench [-- NAME …]`: measures ratios within one run against named peers and writes docs/benchmarks.md.
 * Everything runs on loopback, bounded in count and time. Nothing here fails a build: a figure that is not held says so.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { basename, join } from 'node:path';
import type { BenchResult, BenchRow } from './bench.ts';

const folder = import.meta.dirname;
const table = join(folder, '..', '..', 'docs', 'benchmarks.md');
const wanted = process.argv.slice(2);
const names = (await readdir(folder))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => basename(file, '.bench.ts'))
  .filter((name) => wanted.length === 0 || wanted.includes(name));

let page = await readFile(table, 'utf8').catch(() => '');
for (const name of names) {
  console.log(`── ${name}`);
  const { run } = (await import(join(folder, `${name}.bench.ts`))) as { run(): Promise<BenchResult> };
  const result = await run();
  for (const row of result.rows)
    console.log(`   ${row.what}: ${row.value} against ${row.against} = ${line(row)}`);
  page = withSection(page || heading(), name, section(name, result));
  await writeFile(table, page);
}
process.exit(0);

function line({ ratio, hold, held }: BenchRow): string {
  return `${ratio.toFixed(2)} × (hold ${hold}: ${held ? 'held' : 'NOT HELD'})`;
}

function heading(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    '# Benchmarks',
    '',
    `Written by \`npm run bench\`. Ratios within one run; the last one on ${cpus().length} cores, ${memory} GiB, Node ${process.version}.`,
    '',
  ].join('\n');
}

function section(name: string, { name: title, rows }: BenchResult): string {
  return [
    `<!-- ${name} -->`,
    `## ${title}`,
    '',
    '| what | measured | against | ratio | to hold | held |',
    '|---|---|---|---|---|---|',
    ...rows.map(
      (row) =>
        `| ${row.what} | ${row.value} | ${row.against} | ${row.ratio.toFixed(2)} × | ${row.hold} | ${row.held ? 'yes' : '**no**'} |`,
    ),
    '',
    `<!-- /${name} -->`,
    '',
  ].join('\n');
}

/** Replaces the section of one benchmark, or adds it, so that one can be measured again by itself. */
function withSection(page: string, name: string, text: string): string {
  const start = page.indexOf(`<!-- ${name} -->`);
  if (start === -1) return `${page.trimEnd()}\n\n${text}`;
  const endMark = `<!-- /${name} -->\n`;
  return page.slice(0, start) + text + page.slice(page.indexOf(endMark, start) + endMark.length);
}
