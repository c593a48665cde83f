import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import {
  addJobs,
  defineTask,
  dropDeadJobs,
  listDeadJobs,
  retryDeadJobs,
  runJobs,
} from '@bekhedmetkom/platform/jobs';
import { openLogger, openMetrics } from '@bekhedmetkom/platform/telemetry';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { openTestDatabase } from '../../test/harness/database.ts';
import { eventually } from '../../test/harness/eventually.ts';
import { write } from '../../test/harness/write-job.ts';
import type { Handler } from './define-task.ts';
import { maintainJobs } from './maintain-jobs.ts';

const hour = 3_600_000;

class Words1700000000001 {
  async up(runner: { query(text: string): Promise<unknown> }) {
    await runner.query('create table word (word text not null)');
  }
  async down() {}
}

async function openJobs() {
  const test = await openTestDatabase('worker', [Words1700000000001]);
  onTestFinished(() => test[Symbol.asyncDispose]());
  const { database, url } = test;
  return {
    database,
    url,
    words: async () =>
      (await database.query<{ word: string }>('select word from word order by word')).map(({ word }) => word),
    jobs: () =>
      database.query<{ attempts: number; key: string | null; locked_by: string | null }>(
        "select attempts, key, locked_by from worker_jobs.jobs where task_identifier = 'write' order by id",
      ),
    /** `poll`: one that never comes leaves it to the announcement of a job to wake the worker. */
    work(handler: Handler, { atOnce = 2, poll = 50 } = {}) {
      const metrics = openMetrics('test');
      const groups = [{ handlers: [handler], atOnce }];
      const logger = openLogger('test', 'silent');
      const running = runJobs({ subgraph: 'worker', url, database, groups, logger, metrics, poll });
      onTestFinished(() => running.close());
      return { metrics, close: running.close };
    },
    writing: write.handledBy(async ({ word }) => {
      await database.query('insert into word values ($1)', [word]);
    }),
    hurry: () =>
      database.query(
        "select worker_jobs.reschedule_jobs(array(select id from worker_jobs.jobs where task_identifier = 'write'), run_at := now())",
      ),
  };
}

describe('a job', () => {
  it('exists when the transaction that added it commits, and is announced', async () => {
    const { database, work, writing, words } = await openJobs();
    work(writing, { poll: hour });
    const undone = database.transaction(async (tx) => {
      await addJobs(tx, write, [{ payload: { word: 'undone' } }]);
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    await database.transaction((tx) => addJobs(tx, write, [{ payload: { word: 'done' } }]));
    await eventually(async () => expect(await words()).toEqual(['done']));
  });

  it('replaces the one that waits under the same key, and waits until its time', async () => {
    const { database, work, writing, words, jobs } = await openJobs();
    const later = new Date(Date.now() + hour);
    await addJobs(database, write, [{ payload: { word: 'first' }, key: 'k' }]);
    await addJobs(database, write, [{ payload: { word: 'second' }, key: 'k' }]);
    await addJobs(database, write, [{ payload: { word: 'later' }, key: 'l', runAt: later }]);
    work(writing);
    await eventually(async () => expect(await words()).toEqual(['second']));
    await eventually(async () => expect(await jobs()).toMatchObject([{ key: 'l', attempts: 0 }]));
  });

  it('is done once, whatever the number of processes', async () => {
    const { database, work, writing, words } = await openJobs();
    const all = Array.from({ length: 200 }, (_, index) => `w${String(index).padStart(3, '0')}`);
    work(writing);
    work(writing);
    for (const word of all) await addJobs(database, write, [{ payload: { word } }]);
    await eventually(async () => expect(await words()).toEqual(all));
  });

  it('that fails is tried again, then dead: counted, listed, done again when asked for, or dropped', async () => {
    const { database, work, words, hurry } = await openJobs();
    let broken = true;
    const { metrics } = work(
      write.handledBy(async ({ word }) => {
        if (broken) throw new Error(`cannot write ${word}`);
        await database.query('insert into word values ($1)', [word]);
      }),
    );
    await addJobs(database, write, [{ payload: { word: 'a' } }, { payload: { word: 'b' } }]);
    const deadOnes = await eventually(async () => {
      await hurry();
      const found = await listDeadJobs(database, 'worker');
      expect(found).toHaveLength(2);
      return found;
    });
    expect(deadOnes).toMatchObject([
      { task: 'write', attempts: 2, reason: 'cannot write a' },
      { task: 'write', attempts: 2, reason: 'cannot write b' },
    ]);
    expect(await metrics.registry.getSingleMetricAsString('jobs_dead')).toContain(
      '{task="write",program="test"} 2',
    );
    expect(await metrics.registry.getSingleMetricAsString('jobs_total')).toMatch(
      /result="dead",program="test"\} 2/,
    );
    broken = false;
    const [a, b] = deadOnes.map(({ id }) => id);
    expect(await retryDeadJobs(database, 'worker', { ids: [a ?? ''] })).toBe(1);
    await eventually(async () => expect(await words()).toEqual(['a']));
    expect(await dropDeadJobs(database, 'worker', { task: 'write', ids: [b ?? ''] })).toBe(1);
    expect(await listDeadJobs(database, 'worker')).toEqual([]);
  });

  it('with a payload of another shape fails, and is counted while it waits', async () => {
    const { database, work, writing, jobs } = await openJobs();
    const other = defineTask({
      subgraph: 'worker',
      name: 'write',
      payload: z.object({ letter: z.string() }),
    });
    const { metrics } = work(writing);
    await addJobs(database, other, [{ payload: { letter: 'x' } }]);
    await eventually(async () => expect(await jobs()).toMatchObject([{ attempts: 1, locked_by: null }]));
    expect(await metrics.registry.getSingleMetricAsString('jobs_waiting')).toContain(
      '{task="write",program="test"} 1',
    );
  });

  it('waits five minutes at most after a failure, however often it failed', async () => {
    const { database } = await openJobs();
    await addJobs(database, write, [{ payload: { word: 'w' } }]);
    const wait = `select extract(epoch from run_at - now())::float8 as wait from worker_jobs.jobs where task_identifier = 'write'`;
    await database.query(
      `select worker_jobs.reschedule_jobs(array(select id from worker_jobs.jobs), run_at := now() + interval '6 hours', attempts := 1)`,
    );
    await maintainJobs(database, 'worker', []);
    const [{ wait: seconds } = { wait: 0 }] = await database.query<{ wait: number }>(wait);
    expect(seconds).toBeGreaterThan(200);
    expect(seconds).toBeLessThanOrEqual(300);
  });
});

describe('a process', () => {
  it('that closes lets the job under way end', async () => {
    const { database, work, words, jobs } = await openJobs();
    const begun = Promise.withResolvers<AbortSignal>();
    const { close } = work(
      write.handledBy(async ({ word }, { signal }) => {
        begun.resolve(signal);
        await once(signal, 'abort');
        await database.query('insert into word values ($1)', [word]);
      }),
    );
    await addJobs(database, write, [{ payload: { word: 'ended' } }]);
    await begun.promise;
    await close();
    expect(await words()).toEqual(['ended']);
    expect(await jobs()).toEqual([]);
  });

  it('that does not come to an end puts its job back', async () => {
    const { database, work, writing, words, hurry } = await openJobs();
    const begun = Promise.withResolvers<void>();
    const never = write.handledBy(async () => {
      begun.resolve();
      await new Promise(() => {});
    });
    const { close } = work(never);
    await addJobs(database, write, [{ payload: { word: 'put back' } }]);
    await begun.promise;
    await close();
    await hurry();
    work(writing);
    await eventually(async () => expect(await words()).toEqual(['put back']));
  });

  it('that is killed loses no job: it is done by another, and by nobody while it lives', async () => {
    const { database, url, work, writing, words, jobs } = await openJobs();
    const script = join(import.meta.dirname, '../../test/harness/hanging-worker.ts');
    const child = spawn(process.execPath, ['--import', '@bekhedmetkom/platform/runtime', script, url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    await addJobs(database, write, [{ payload: { word: 'saved' } }]);
    await once(child.stdout, 'data');
    await eventually(async () => {
      const locks = await database.query("select from pg_locks where locktype = 'advisory'");
      expect(locks.length).toBeGreaterThan(0);
    });
    await maintainJobs(database, 'worker', [], 0);
    expect(await jobs()).toMatchObject([{ locked_by: expect.stringContaining('pool-') }]);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await eventually(async () => {
      await maintainJobs(database, 'worker', [], 0);
      expect(await jobs()).toMatchObject([{ locked_by: null, attempts: 1 }]);
    });
    work(writing);
    await eventually(async () => expect(await words()).toEqual(['saved']));
  });

  it('does a job again whose end could not be written down, and goes on', async () => {
    const { database, work, writing, words, jobs } = await openJobs();
    await database.query(`
      create sequence refused; -- Counts also what is undone.
      create function refuse() returns trigger language plpgsql as
        $$ begin if old.task_id = (select id from worker_jobs._private_tasks where identifier = 'write') then
          perform nextval('refused'); raise exception 'refused';
        end if; return old; end $$;
      create trigger refusal before delete on worker_jobs._private_jobs for each row execute function refuse()`);
    work(writing);
    await addJobs(database, write, [{ payload: { word: 'again' } }]);
    await eventually(async () =>
      expect(await database.query('select is_called from refused')).toEqual([{ is_called: true }]),
    );
    expect(await words()).toEqual(['again']);
    await database.query('drop trigger refusal on worker_jobs._private_jobs');
    await eventually(async () => {
      await maintainJobs(database, 'worker', [], 0);
      expect(await words()).toEqual(['again', 'again']);
    });
    await addJobs(database, write, [{ payload: { word: 'new' } }]);
    await eventually(async () => expect(await words()).toEqual(['again', 'again', 'new']));
    await eventually(async () => expect(await jobs()).toEqual([]));
  });

  it('goes on when its connections were cut', async () => {
    const { database, work, writing, words } = await openJobs();
    work(writing);
    await addJobs(database, write, [{ payload: { word: 'before' } }]);
    await eventually(async () => expect(await words()).toEqual(['before']));
    await database.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'worker jobs'",
    );
    await addJobs(database, write, [{ payload: { word: 'later' } }]);
    await eventually(async () => expect(await words()).toEqual(['before', 'later']));
  });
});

describe('a recurring task', () => {
  const turn = defineTask({ subgraph: 'worker', name: 'turn', payload: z.object({}), every: 20 });

  it('runs again and again, one run at a time, also with two processes', async () => {
    const { work } = await openJobs();
    let runs = 0;
    let now = 0;
    let most = 0;
    const turning = turn.handledBy(async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
      runs += 1;
    });
    work(turning);
    work(turning);
    await eventually(() => expect(runs).toBeGreaterThan(10));
    expect(most).toBe(1);
  });

  it('goes on after a failure, and leaves nothing dead', async () => {
    const { database, work } = await openJobs();
    let runs = 0;
    work(
      turn.handledBy(async () => {
        runs += 1;
        if (runs === 2) throw new Error('once');
      }),
    );
    await eventually(() => expect(runs).toBeGreaterThan(4));
    expect(await listDeadJobs(database, 'worker')).toEqual([]);
  });

  it('has one planned run, whatever the number of starts', async () => {
    const { database, work } = await openJobs();
    const rare = defineTask({ subgraph: 'worker', name: 'rare', payload: z.object({}), every: hour });
    let runs = 0;
    const handler = rare.handledBy(async () => {
      runs += 1;
    });
    await work(handler).close();
    work(handler);
    await eventually(async () =>
      expect(
        await database.query(
          "select from worker_jobs.jobs where task_identifier = 'rare' and run_at > now()",
        ),
      ).toHaveLength(1),
    );
    expect(runs).toBeLessThanOrEqual(2);
  });
});

it('cannot be reached by the role of another subgraph', async () => {
  const { database } = await openJobs();
  const other = await openTestDatabase('library', []);
  onTestFinished(() => other[Symbol.asyncDispose]());
  const [{ reach } = { reach: true }] = await database.query<{ reach: boolean }>(
    "select has_schema_privilege('library', 'worker_jobs', 'usage') as reach",
  );
  expect(reach).toBe(false);
});
