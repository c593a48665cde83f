import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, migrate, openDatabase } from '@bekhedmetkom/platform/database';
import { startPostgres } from '../../start/postgres/postgres.ts';
import { migrations } from '../../subgraphs/complaint/database/migrations.ts';
import { dueCases, firstPlace } from '../../subgraphs/complaint/due-cases/due.store.ts';
import { processDueRows } from '../../subgraphs/complaint/due-cases/process-due-rows.ts';
import { smallDirectory } from '../../subgraphs/complaint/testing/small-directory.ts';
import type { BenchResult } from './bench.ts';
import { generateOpenCases } from './complaint/generate-open-cases.ts';
import { median } from './gateway/worker.ts';

const few = 10_000;
const many = Number(process.env.BENCH_OPEN ?? 1_000_000);
const dueAtOnce = 1_000;
const rounds = 5;
const looks = 500;

/**
 * A thousand cases that fall due at once, escalated with timeline, audit and event, among a million open ones
 * (BENCH_OPEN for another number) against the same among ten thousand; and a look while nothing is due. What is
 * due costs, not what is open. The same program, taken in turns, medians of five.
 */
export async function run(): Promise<BenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-escalation-'));
  const postgres = await startPostgres({ folder, port: 0, durable: false });
  const opened: Database[] = [];
  try {
    const fill = async (name: string, cases: number): Promise<Database> => {
      const url = new URL(postgres.url);
      Object.assign(url, { username: 'complaint', password: 'bench', pathname: `/${name}` });
      await migrate({ adminUrl: postgres.url, url: url.href, schema: 'complaint', migrations });
      await generateOpenCases(url.href, cases);
      console.log(`   ${cases.toLocaleString('en')} open cases`);
      const database = await openDatabase({ url: url.href, schema: 'complaint', poolSize: 8 });
      opened.push(database);
      return database;
    };
    const small = await fill('few', few);
    const large = await fill('many', many);
    const times = { small: [] as number[], large: [] as number[] };
    // One round first, for the compilers and the caches.
    for (let round = -1; round < rounds; round++) {
      const [a, b] = [await escalateThousand(small), await escalateThousand(large)];
      if (round < 0) continue;
      times.small.push(a);
      times.large.push(b);
    }
    const look = await lookAround(small, large);
    const what = `${dueAtOnce.toLocaleString('en')} due cases escalated, median of ${rounds}`;
    return {
      name: 'Escalation',
      rows: [
        toRow(what, median(times.large), median(times.small), 0),
        toRow(`a look while nothing is due, median of ${looks}`, look.large, look.small, 2),
      ],
    };
  } finally {
    for (const database of opened) await database.close();
    await postgres.close();
    await rm(postgres.folder, { recursive: true, force: true });
  }
}

function toRow(what: string, large: number, small: number, digits: number) {
  const ratio = large / small;
  return {
    what,
    value: `${large.toFixed(digits)} ms among ${many.toLocaleString('en')} open`,
    against: `${small.toFixed(digits)} ms among ${few.toLocaleString('en')} open`,
    ratio,
    hold: '≤ 1.5 ×',
    held: ratio <= 1.5,
  };
}

/** Lets a thousand cases that have not climbed yet, anywhere among the others, fall due; milliseconds to escalate them. */
async function escalateThousand(database: Database): Promise<number> {
  await database.transaction(
    (tx) =>
      tx.query(
        `with chosen as (
           select id from cases where escalation is null order by md5(id::text) limit ${dueAtOnce}
         ), late as (
           update cycle set due_at = clock_timestamp() - interval '1 minute'
           where case_id in (select id from chosen)
         )
         update cases set escalates_at = clock_timestamp() - interval '1 minute'
         where id in (select id from chosen)`,
      ),
    { timeout: 120_000 },
  );
  const begun = performance.now();
  const done = await processDueRows(database, () => smallDirectory, {
    due: 'ESCALATION',
    batch: 200,
    parallel: 4,
    onFault: (error) => {
      throw error;
    },
  });
  if (done !== dueAtOnce) throw new Error(`${done} of ${dueAtOnce} cases were escalated`);
  return performance.now() - begun;
}

/** Milliseconds of a look that finds nothing, in turns; after a hundred for the plans and the caches. */
async function lookAround(small: Database, large: Database): Promise<{ small: number; large: number }> {
  const times = { small: [] as number[], large: [] as number[] };
  const look = async (database: Database): Promise<number> => {
    const begun = performance.now();
    const found = await dueCases(database, 'ESCALATION', firstPlace, 200);
    if (found.length > 0) throw new Error('something was due');
    return performance.now() - begun;
  };
  for (let i = -100; i < looks; i++) {
    const [a, b] = [await look(small), await look(large)];
    if (i < 0) continue;
    times.small.push(a);
    times.large.push(b);
  }
  return { small: median(times.small), large: median(times.large) };
}
