import { readdir, readFile } from 'node:fs/promises';
import { startEmbedded } from '../journeys/embedded-stack.ts';
import type { BenchResult } from './bench.ts';

const secondsAllowed = 15;
const gibibytesAllowed = 1;

/** The second start of `npm start` until every address answers, and what it then holds in memory, Postgres included. */
export async function run(): Promise<BenchResult> {
  const stack = await startEmbedded();
  try {
    await stack.restart();
    const started = performance.now();
    await stack.restart();
    const seconds = (performance.now() - started) / 1000;
    const gibibytes = (await memoryBelow(stack.pid())) / 2 ** 30;
    return {
      name: 'Start-up of the embedded form',
      rows: [
        {
          what: 'stop and second start, to ready',
          value: `${seconds.toFixed(1)} s`,
          against: `${secondsAllowed} s`,
          ratio: seconds / secondsAllowed,
          hold: '≤ 1 ×',
          held: seconds <= secondsAllowed,
        },
        {
          what: 'memory of all processes, shared pages counted once',
          value: `${gibibytes.toFixed(2)} GiB`,
          against: `${gibibytesAllowed} GiB`,
          ratio: gibibytes / gibibytesAllowed,
          hold: '≤ 1 ×',
          held: gibibytes <= gibibytesAllowed,
        },
      ],
    };
  } finally {
    await stack.close();
  }
}

/** Proportional set size, in bytes, of a process and all that descend from it. */
async function memoryBelow(root: number): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = new Map<number, number>();
  for (const pid of pids) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    parents.set(pid, Number(stat.split(') ')[1]?.split(' ')[1]));
  }
  const descends = (pid: number): boolean => pid === root || (pid > 1 && descends(parents.get(pid) ?? 0));
  let kibibytes = 0;
  for (const pid of pids.filter(descends)) {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    kibibytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return kibibytes * 1024;
}
