import type { z } from 'zod';

/** A kind of background work: its jobs are rows of graphile-worker in the schema `<subgraph>_jobs`. */
export interface Task<P> {
  subgraph: string;
  name: string;
  /** A job whose payload is not of this shape fails. */
  payload: z.ZodType<P>;
  /** A job that failed so many times is dead: listed by `npm run jobs`, tried again only when asked for. */
  attempts: number;
  /**
   * Milliseconds from the end of one run to the next, by the database's clock; null for tasks that run only when a
   * job was added. One run at a time, whatever the number of processes.
   */
  every: number | null;
  /** The task with the function that does its jobs. */
  handledBy(handle: (payload: P, job: JobFacts) => Promise<void>): Handler;
}

export interface JobFacts {
  id: string;
  /** From 1; this one included. */
  attempt: number;
  /** Aborted when the process closes: long work should stop at the next step that is whole. */
  signal: AbortSignal;
}

/** A task as a worker knows it. */
export interface Handler {
  task: Pick<Task<never>, 'subgraph' | 'name' | 'every'>;
  /** Rejects when the job failed; it is tried again later. */
  handle(payload: unknown, job: JobFacts): Promise<void>;
}

/** More attempts than a job can have in 100 days: it is never given up. */

export const unlimitedAttempts = 32_000;

/** Names a kind of background work. `attempts` is 25 unless given. */
export function defineTask<P>({
  attempts = 25,
  every = null,
  ...task
}: Pick<Task<P>, 'subgraph' | 'name' | 'payload'> & Partial<Pick<Task<P>, 'attempts' | 'every'>>): Task<P> {
  const { subgraph, name, payload: shape } = task;
  return {
    ...task,
    attempts,
    every,
    handledBy: (handle) => ({
      task: { subgraph, name, every },
      handle: async (payload, job) => handle(shape.parse(payload), job),
    }),
  };
}
