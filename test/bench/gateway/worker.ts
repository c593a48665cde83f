import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

/** A part of a benchmark in a process of its own, so that it is not measured with what is. */
export interface Worker {
  pid: number;
  /** Asks it to do one of its things. Throws what it throws. */
  call<T>(name: string, argument?: unknown): Promise<T>;
  /** Resident memory, bytes. */
  stop(): Promise<void>;
}

interface Answer {
  id: number;
  value?: unknown;
  error?: string;
}

/** Starts the worker of a file in this folder. */
export async function startWorker(file: string): Promise<Worker> {
  const child: ChildProcess = fork(join(import.meta.dirname, file), {
    execArgv: ['--import', '@bekhedmetkom/platform/runtime', '--expose-gc'],
    env: { ...process.env, NODE_ENV: 'production' },
    cwd: join(import.meta.dirname, '..', '..', '..'),
  });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let next = 0;
  child.on('message', ({ id, value, error }: Answer) => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) call?.resolve(value);
    else call?.reject(new Error(error));
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.once('exit', (code) => {
    for (const call of waiting.values()) call.reject(new Error(`${file} ended with ${code}`));
  });
  return {
    pid: child.pid ?? 0,
    call<T>(name: string, argument?: unknown): Promise<T> {
      const call = Promise.withResolvers<unknown>();
      const id = next++;
      waiting.set(id, call);
      child.send({ id, name, argument });
      return call.promise as Promise<T>;
    },
    async stop() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

type Work = Record<string, (argument: never) => unknown>;

/** In the worker: what it can be asked to do. It ends with its parent. */
export function work(things: Work): void {
  process.on('message', async ({ id, name, argument }: { id: number; name: string; argument: unknown }) => {
    try {
      const value = await things[name]?.(argument as never);
      process.send?.({ id, value } satisfies Answer);
    } catch (error) {
      process.send?.({ id, error: String(error) } satisfies Answer);
    }
  });
  process.on('disconnect', () => process.exit());
}

/** Milliseconds on the clock that all processes of the machine share. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
