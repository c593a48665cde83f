import { createHmac, randomBytes } from 'node:crypto';
import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Database } from '@bekhedmetkom/platform/database';
import { Fault } from '@bekhedmetkom/platform/errors';
import { toSymbols } from '@bekhedmetkom/text/crockford';
import { parseReference } from '@bekhedmetkom/text/reference';
import { LRUCache } from 'lru-cache';
import type { DatabaseClock } from '../clock/database-clock.ts';
import type { FollowUpSecrets } from '../reference/follow-up-secret.ts';
import { notFound } from '../refusal/not-found.ts';
import { toUserError } from '../refusal/refusal.ts';
import { type CaseLinks, isCaseLink } from './case-link.ts';
import { countFailedAttempt, forgetFailedAttempts } from './failed-attempts.ts';

/** Who shows a secret. */
type Caller = Pick<Viewer, 'language' | 'client' | 'subject'>;

/**
 * Gives the id of the case that a reference opens with its follow-up secret or with what the link of a mail carries
 * (`case-link.ts`): a right pair always does. Throws a Fault:
 * BAD_USER_INPUT for what is no reference, NOT_FOUND for a wrong pair, RATE_LIMITED with `retryAfter` in seconds when
 * the same caller was wrong about this reference five times before.
 */
export type ProveSecret = (reference: string, secret: string, caller: Caller) => Promise<string>;

const find = `
select c.id, f.secret_hash as hash, f.sealed_contact as contact from cases c join submission_content f on f.case_id = c.id where c.reference = $1`;
const remembered = 10_000;

interface Dependencies {
  database: Database;
  secrets: FollowUpSecrets;
  links: CaseLinks;
  clock: DatabaseClock;
}

interface Found {
  id: string;
  hash: Buffer | null;
  contact: Buffer | null;
}

export function makeProveSecret({ database, secrets, links, clock }: Dependencies): ProveSecret {
  // Who watches a case asks again and again: a pair that was right stays right, and needs no second hashing.
  const proven = new LRUCache<string, string>({ max: remembered });
  const memoryKey = randomBytes(32);
  const nothing = secrets.hash(secrets.generate());
  const isLinkOf = async (found: Found | undefined, secret: string) =>
    found?.contact != null &&
    links.matches(secret, { caseId: found.id, sealedContact: found.contact }, await clock.now());

  return async (typed, secret, { language, client, subject }) => {
    const caller = subject ?? client ?? '';
    const reference = readReference(typed, language);
    const pair = createHmac('sha256', memoryKey)
      .update(`${reference} ${toSymbols(secret.slice(0, 100))}`)
      .digest('base64');
    const known = proven.get(pair);
    if (known) return known;

    const [found] = await database.prepared<Found>('find-secret', find, [reference]);
    const isLink = isCaseLink(secret);
    // A link ends: it is not remembered as right.
    if (isLink && found && (await isLinkOf(found, secret))) return found.id;
    // Hashed in any case: the time taken must not tell whether the reference exists. One at a time, as it is done on
    // this thread and takes some 50 µs: whoever tries wrong ones holds up nobody for longer.
    const right = secrets.matches(secret, found?.hash ?? nothing);
    if (isLink || !right || !found?.hash) {
      const seconds = await countFailedAttempt(database, reference, caller);
      throw seconds === null ? notFound(language) : tooMany(seconds, language);
    }
    await forgetFailedAttempts(database, reference, caller);
    proven.set(pair, found.id);
    return found.id;
  };
}

/** A reference in its canonical form; throws a Fault BAD_USER_INPUT that says what is wrong with it. */
export function readReference(typed: string, language: 'ar' | 'en'): string {
  const parsed = parseReference(typed);
  if (parsed.problem === null) return parsed.reference;
  const { message } = toUserError({ refused: parsed.problem }, language);
  throw new Fault('BAD_USER_INPUT', message, {
    extensions: { field: ['reference'], problem: parsed.problem },
  });
}

function tooMany(seconds: number, language: 'ar' | 'en'): Fault {
  const { message } = toUserError({ refused: 'TOO_MANY_TRIES', facts: { seconds } }, language);
  return new Fault('RATE_LIMITED', message, { extensions: { retryAfter: seconds } });
}
