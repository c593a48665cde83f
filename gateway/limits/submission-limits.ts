import { setTimeout as sleep } from 'node:timers/promises';
import { holds, type Viewer } from '@bekhedmetkom/platform/auth';
import { Fault } from '@bekhedmetkom/platform/errors';
import { type Limits, type Pace, secondsOf } from '@bekhedmetkom/platform/limits';
import { type GraphQLSchema, getArgumentValues, Kind } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Operation } from '../operation/prepare.ts';
import { words } from '../wording/words.ts';
import { callerKey } from './caller-key.ts';

export interface SubmissionPace {
  /** Of everybody behind one address who is not signed in. */
  address: Pace & {
    /** The longest that one waits for a turn, milliseconds; whoever would wait longer is refused. */
    timeoutMs: number;
  };
  /** Of one person who is signed in: so many in so many seconds. */
  person: { points: number; duration: number };
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
 * a crowd does not reach and a flood does, and what comes faster waits for its turn first. A person who is signed in
 * has a narrow limit of her own, and no part in that of the address. Both count in all gateways together.
 */
export function openSubmissionLimits(limits: Limits, pace: SubmissionPace): SubmissionLimits {
  const persons = limits.counted('submissions-of-person', pace.person);
  const addresses = limits.paced('submissions-of-address', pace.address);
  const seen = new LRUCache<string, true>({ max: 100_000, ttl: remembered });

  /** Milliseconds after which it may be tried again; 0 when it may go on. */
  async function takeTurn(viewer: Viewer, caller: string, many: number): Promise<number> {
    if (viewer.subject !== null) {
      const { count, left } = await persons.add(caller, many);
      return count > persons.points ? left : 0;
    }
    const wait = await addresses.take(caller, many);
    if (wait === 0 || wait > pace.address.timeoutMs) return wait;
    await sleep(wait);
    return addresses.take(caller, many);
  }

  return {
    async submit(viewer, keys) {
      if (filesForOthers.some((role) => holds(viewer, role))) return;
      const caller = callerKey(viewer);
      const fresh = [...keys].map((key) => `${caller} ${key}`).filter((each) => !seen.has(each));
      if (fresh.length === 0) return;
      for (const each of fresh) seen.set(each, true);
      const wait = await takeTurn(viewer, caller, fresh.length);
      if (wait === 0) return;
      for (const each of fresh) seen.delete(each);
      const retryAfter = secondsOf(wait);
      throw new Fault('RATE_LIMITED', words.tooManySubmissions(retryAfter), { extensions: { retryAfter } });
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
