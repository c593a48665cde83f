/**
 * Cleans broken files for so many seconds, in a process of its own: `node fuzz-cleaners.ts <seed> <seconds> <folder>`.
 * Tells on stdout, a line of JSON each: every file before it is cleaned, and in the end the most memory that one took.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultLimits } from '../attachment.ts';
import { checkHead } from '../check-head.ts';
import { cleanFile } from '../clean/clean-file.ts';
import { headBytes } from '../file-kind.ts';
import { makeCorpus } from './corpus/corpus.ts';
import { mutate, randomFrom } from './mutate.ts';

const [seed = 0, seconds = 60] = process.argv.slice(2, 4).map(Number);
const folder = process.argv[4] ?? '.';
const corpus = await makeCorpus();
const end = performance.now() + seconds * 1_000;
const outcomes: Record<string, number> = {};

let count = 0;
let most = 0;
for (; performance.now() < end || count < corpus.length; count++) {
  const random = randomFrom(seed + count);
  const file = corpus[count % corpus.length];
  const other = corpus[random(corpus.length)];
  if (!file || !other) break;
  const content = mutate(file.content, random, other.content);
  process.stdout.write(`${JSON.stringify({ file: file.name, seed: seed + count })}\n`);
  const place = join(folder, 'work');
  await mkdir(place);
  const path = join(place, 'file');
  await writeFile(path, content);
  checkHead(content.subarray(0, headBytes), content.length, defaultLimits);
  const [before, highest] = [process.memoryUsage.rss() / 1_024, process.resourceUsage().maxRSS];
  const outcome = await cleanFile(path, content.length, defaultLimits);
  // A file that took more than any before it has raised the highest mark.
  const reached = process.resourceUsage().maxRSS;
  if (reached > highest) most = Math.max(most, reached - before);
  const name = 'refused' in outcome ? outcome.refused : outcome.mediaType;
  outcomes[name] = (outcomes[name] ?? 0) + 1;
  if ((await readdir(place)).length > 4) throw new Error('cleaning left files behind');
  await rm(place, { recursive: true });
}
const megabytes = Math.round(most / 1_024);
process.stdout.write(`${JSON.stringify({ count, megabytes, outcomes })}\n`);
