import { holds, type Viewer } from '@bekhedmetkom/platform/auth';
import { Fault } from '@bekhedmetkom/platform/errors';
import { type GraphQLSchema, getArgumentValues, Kind } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Operation } from '../operation/prepare.ts';
import { words } from '../wording/words.ts';
import { callerKey } from './caller-key.ts';
import { type Pace, PacedQueue, TooMany } from './paced-queue.ts';
import type { SharedMemory } from './redis.ts';
import { openWindowCounter } from './window-counter.ts';

export interface SubmissionPace {
  /** Of everybody behind one address who is not signed in. */
  address: Pace;
  /** Of one person who is signed in: so many in so many milliseconds. */
  person: { most: number; within: number };
}

export interface SubmissionLimits {
  /**
   * Waits until these submissions may go on, by their idempotency keys. The same submission sent again is not
   * counted again. Throws a Fault RATE_LIMITED with `retryAfter` in seconds; then nothing was submitted.
   */
  submit(viewer: Viewer, keys: ReadonlySet<string>): Promise<void>;
}

/** Those who file for others: calls, letters, other systems. Their own programs keep their pace. */
const filesForOthers = ['CONTACT_CENTRE', 'IMPORTER', 'PARTNER'];
/** How long a submission that is sent again is recognised, milliseconds. */
const remembered = 10 * 60_000;

/**
 * Opens the limits on submissions. Thousands of people share the address of a carrier's network: it gets a pace that
 * a crowd does not reach and a flood does, in each gateway by itself, and what comes faster waits for its turn
 * first. A person who is signed in has a narrow limit of her own in all gateways together, and no part in that of
 * the address.
 */
export function openSubmissionLimits(
  memory: SharedMemory | undefined,
  pace: SubmissionPace,
): SubmissionLimits {
  const persons = openWindowCounter('submissions', pace.person.within, memory);
  const addresses = new LRUCache<string, PacedQueue>({ max: 50_000 });
  const seen = new LRUCache<string, true>({ max: 100_000, ttl: remembered });

  function queueOf(caller: string): PacedQueue {
    const queue = addresses.get(caller) ?? new PacedQueue(pace.address);
    addresses.set(caller, queue);
    return queue;
  }

  async function admitSubmissions(viewer: Viewer, caller: string, many: number): Promise<void> {
    if (viewer.subject === null) {
      await queueOf(caller).take(many);
      return;
    }
    const { count, left } = await persons.add(caller, many);
    if (count > pace.person.most) throw new TooMany(left);
  }

  return {
    async submit(viewer, keys) {
      if (filesForOthers.some((role) => holds(viewer, role))) return;
      const caller = callerKey(viewer);
      const fresh = [...keys].map((key) => `${caller} ${key}`).filter((each) => !seen.has(each));
      if (fresh.length === 0) return;
      for (const each of fresh) seen.set(each, true);
      try {
        await admitSubmissions(viewer, caller, fresh.length);
      } catch (error) {
        for (const each of fresh) seen.delete(each);
        if (!(error instanceof TooMany)) throw error;
        const retryAfter = Math.max(1, Math.ceil(error.wait / 1_000));
        throw new Fault('RATE_LIMITED', words.tooManySubmissions(retryAfter), { extensions: { retryAfter } });
      }
    },
  };
}

/** The idempotency keys of the submissions that an operation holds. */
export function submissionsIn(
  schema: GraphQLSchema,
  { definition }: Operation,
  variables: Readonly<Record<string, unknown>>,
): ReadonlySet<string> {
  const keys = new Set<string>();
  const mutation = schema.getMutationType()?.getFields().submitCase;
  for (const field of definition.selectionSet.selections) {
    if (!mutation || field.kind !== Kind.FIELD || field.name.value !== mutation.name) continue;
    const { input } = getArgumentValues(mutation, field, variables) as {
      input?: { idempotencyKey?: unknown };
    };
    keys.add(String(input?.idempotencyKey));
  }
  return keys;
}
