import type { Viewer } from '@bekhedmetkom/platform/auth';
import { type Limits, secondsOf } from '@bekhedmetkom/platform/limits';
import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import pLimit, { type LimitFunction } from 'p-limit';
import { words } from '../wording/words.ts';
import { wrongGuesses } from './attempt-quota.ts';
import { callerKey } from './caller-key.ts';

const wrongTries = { points: 20, duration: 10 * 60 };
/** Operations with guesses of one caller that are executed together; more wait. */
const together = 10;

export interface Tries {
  /**
   * Runs an operation that holds guesses under these response keys. A right pair of reference and secret is always
   * answered. Beyond 20 wrong ones in 10 minutes, wrong ones are answered RATE_LIMITED with `retryAfter` in
   * seconds, so that nobody learns from them.
   */
  guess(
    viewer: Viewer,
    keys: ReadonlySet<string>,
    run: () => Promise<ExecutionResult>,
  ): Promise<ExecutionResult>;
  /** The same for the errors with which a subscription is refused. */
  refused(
    viewer: Viewer,
    errors: readonly GraphQLFormattedError[],
  ): Promise<readonly GraphQLFormattedError[]>;
}

/**
 * Opens the count of wrong tries at references and secrets. They are counted when the answer says that they were
 * wrong: a limit before that would keep out whoever knows the secret behind the same address. A secret has 100
 * random bits, so that being asked often does not make it guessable.
 */
export function openTrackingAttemptLimiter(limits: Limits): Tries {
  const tries = limits.counted('wrong-secrets', wrongTries);
  const queues = new Map<string, LimitFunction>();

  /** Counts wrong tries; gives the seconds to wait when they are too many, else null. */
  async function count(viewer: Viewer, wrong: number): Promise<number | null> {
    if (wrong === 0) return null;
    const { count, left } = await tries.add(callerKey(viewer), wrong);
    return count <= tries.points ? null : secondsOf(left);
  }

  async function limitConcurrency<T>(caller: string, run: () => Promise<T>): Promise<T> {
    const queue = queues.get(caller) ?? pLimit(together);
    queues.set(caller, queue);
    try {
      return await queue(run);
    } finally {
      if (queue.activeCount + queue.pendingCount === 0) queues.delete(caller);
    }
  }

  return {
    async guess(viewer, keys, run) {
      const result = await limitConcurrency(callerKey(viewer), run);
      const wrong = wrongGuesses(result.errors, keys);
      const retryAfter = await count(viewer, wrong.size);
      if (retryAfter === null) return result;
      const limited = { code: 'RATE_LIMITED', retryAfter };
      const message = words.tooManyTries(retryAfter)[viewer.language];
      const errors = result.errors?.map((error) =>
        wrong.has(String(error.path?.[0])) ? { message, path: error.path, extensions: limited } : error,
      ) as ExecutionResult['errors'];
      // Where all was wrong nothing was answered: over HTTP that is a 429.
      const nothing = Object.values(result.data ?? {}).every((value) => value === null);
      return { errors, ...(!nothing && { data: result.data }) } as ExecutionResult;
    },
    async refused(viewer, errors) {
      const isWrong = errors.some((error) => error.extensions?.code === 'NOT_FOUND');
      const retryAfter = await count(viewer, isWrong ? 1 : 0);
      if (retryAfter === null) return errors;
      const message = words.tooManyTries(retryAfter)[viewer.language];
      return [{ message, extensions: { code: 'RATE_LIMITED', retryAfter } }];
    },
  };
}
