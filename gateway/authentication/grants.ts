import { type Grant, serviceViewer } from '@bekhedmetkom/platform/auth';
import type { Logger } from '@bekhedmetkom/platform/telemetry';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Subgraph } from '../upstream/subgraph.ts';

/** Milliseconds for which the directory's word holds. */
const freshFor = 2_000;
/** How long the last word is still taken while the directory cannot be asked. */
const staleFor = 5 * 60_000;
const maxBatch = 100;
/**
 * Milliseconds that are waited for the directory; when something was known before, not longer than `shortly`. What
 * is asked afterwards may wait for the directory as well, and all of it is due within two seconds.
 */
const timeoutMs = 1_000;
const shortly = 250;

const answer = z.record(
  z.string(),
  z.object({ grants: z.array(z.object({ role: z.string(), scope: z.string().nullable() })) }),
);

interface Known {
  grants: Grant[];
  at: number;
}

export interface Grants {
  /**
   * What a subject may do, as the directory says, at most three seconds old, in a fixed order. While the
   * directory is down: what it said last, for five minutes; of somebody unknown: nothing, so that a citizen
   * can still submit.
   */
  of(subject: string): Promise<Grant[]>;
}

/** Opens the asking of the directory for grants: subjects asked for in the same moment go in one query. */
export function openGrants(directory: Subgraph, logger: Logger): Grants {
  const known = new LRUCache<string, Known>({ max: 100_000 });
  const asked = new Map<string, Promise<Grant[]>>();
  const waiting: { subject: string; settle: (grants: Grant[] | undefined) => void }[] = [];

  async function askDirectory(subjects: string[]): Promise<Map<string, Grant[]>> {
    const fields = subjects.map(
      (_, index) => `a${index}: authorisation(subject: $s${index}) { grants { role scope } }`,
    );
    const parameters = subjects.map((_, index) => `$s${index}: String!`);
    const variables = Object.fromEntries(subjects.map((subject, index) => [`s${index}`, subject]));
    const query = `query Grants(${parameters.join(', ')}) { ${fields.join(' ')} }`;
    const caller = { viewer: serviceViewer('gateway'), requestId: 'grants' };
    const { data, errors } = await directory.ask('query', { query, variables }, caller, timeoutMs);
    if (!data) throw new Error('the directory gives no grants', { cause: errors });
    const parsed = answer.parse(data);
    return new Map(subjects.map((subject, index) => [subject, sorted(parsed[`a${index}`]?.grants ?? [])]));
  }

  async function askAll(): Promise<void> {
    const batch = waiting.splice(0, maxBatch);
    if (waiting.length > 0) queueMicrotask(askAll);
    try {
      const found = await askDirectory(batch.map((each) => each.subject));
      for (const { subject, settle } of batch) settle(found.get(subject) ?? []);
    } catch (err) {
      logger.warn({ err, subjects: batch.length }, 'the directory could not be asked for grants');
      for (const { settle } of batch) settle(undefined);
    }
  }

  function ask(subject: string): Promise<Grant[]> {
    return new Promise((resolve) => {
      if (waiting.length === 0) setImmediate(askAll);
      waiting.push({
        subject,
        settle(grants) {
          const last = known.get(subject);
          const now = Date.now();
          // Equal grants stay the same array, so that comparing them with a session's costs nothing.
          const same = last && grants && JSON.stringify(last.grants) === JSON.stringify(grants);
          const current = same ? last.grants : grants;
          if (current) known.set(subject, { grants: current, at: now });
          asked.delete(subject);
          resolve(current ?? (last && now - last.at < staleFor ? last.grants : []));
        },
      });
    });
  }

  return {
    of(subject) {
      const last = known.get(subject);
      if (last && Date.now() - last.at < freshFor) return Promise.resolve(last.grants);
      let asking = asked.get(subject);
      if (!asking) {
        asking = ask(subject);
        asked.set(subject, asking);
      }
      if (!last || Date.now() - last.at > staleFor) return asking;
      return Promise.race([asking, after(shortly, last.grants)]);
    },
  };
}

function after<T>(milliseconds: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, value));
}

function sorted(grants: Grant[]): Grant[] {
  return grants.toSorted((a, b) => `${a.role} ${a.scope ?? ''}`.localeCompare(`${b.role} ${b.scope ?? ''}`));
}
