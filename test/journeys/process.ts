import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { waitLimitMs } from '../harness/wait-limit.ts';

export const root = join(import.meta.dirname, '..', '..');

/** One program of a house, as a process that can be killed and started again. */
export interface Running {
  start(): Promise<void>;
  /** SIGTERM, and waits; SIGKILL after ten seconds. */
  stop(): Promise<void>;
  /** SIGKILL, as a crash. */
  kill(): Promise<void>;
  /** What it has printed since it was last started: the last two million characters. */
  output(): string;
  /** 0 while it does not run. */
  pid(): number;
}

const maxOutput = 2_000_000;

/** Describes a program of ours; it is up when `readyUrl` answers 2xx. */
export function program(options: {
  name: string;
  file: string;
  environment: Record<string, string>;
  readyUrl: string;
  /** The folder it runs in, and whether it needs our loader. */
  cwd?: string;
  plain?: boolean;
}): Running {
  let child: ChildProcess | null = null;
  let output = '';
  const end = (signal: NodeJS.Signals) => {
    const ending = child;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return Promise.resolve();
    return new Promise<void>((resolve) => {
      const impatient = setTimeout(() => ending.kill('SIGKILL'), 10_000);
      ending.once('exit', () => {
        clearTimeout(impatient);
        resolve();
      });
      ending.kill(signal);
    });
  };

  return {
    async start() {
      output = '';
      const loader = options.plain ? [] : ['--import', '@bekhedmetkom/platform/runtime'];
      child = spawn(process.execPath, [...loader, options.file], {
        cwd: options.cwd ?? root,
        env: { PATH: process.env.PATH, HOME: process.env.HOME, ...options.environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      for (const stream of [child.stdout, child.stderr]) {
        stream?.setEncoding('utf8').on('data', (text: string) => {
          output = (output + text).slice(-maxOutput);
        });
      }
      await answering(options.readyUrl, () => child?.exitCode ?? null).catch((problem: Error) => {
        throw new Error(`${options.name} did not come up: ${problem.message}\n${output.slice(-20_000)}`);
      });
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    output: () => output,
    pid: () => child?.pid ?? 0,
  };
}

async function answering(url: string, exitCode: () => number | null): Promise<void> {
  const deadline = Date.now() + waitLimitMs;
  while (Date.now() < deadline) {
    if (exitCode() !== null) throw new Error(`it ended with ${exitCode()}`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error(`${url} did not answer within ${waitLimitMs / 1000} s`);
}
