import { hash } from 'node:crypto';
import type { SubmissionFields } from './submission.ts';

/** Fields that name the attempt or its presentation, and not what was filed. */
const notOfTheBody = new Set(['idempotencyKey', 'language', 'channel']);

/**
 * Hash of what was filed, by which a repeated submission is recognised: of the fields as they were sent, so that it
 * can be compared even when they would not pass any more (an entity that ended at midnight). The language of the
 * reply and the channel are no part of it; absent, null and empty are the same, as are different Unicode forms and
 * white space.
 */
export function bodyHashOf(fields: SubmissionFields): Buffer {
  const body = Object.entries(fields)
    .filter(([name]) => !notOfTheBody.has(name))
    .map(([name, value]) => [name, canonical(value)] as const)
    .filter(([, value]) => value !== null)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return hash('sha256', JSON.stringify(body), 'buffer');
}

function canonical(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFKC').replace(/\s+/g, ' ').trim() || null;
  if (Array.isArray(value)) return value.length > 0 ? value.map(canonical).toSorted() : null;
  if (typeof value !== 'object' || value === null) return value ?? null;
  const inner = Object.entries(value)
    .map(([name, one]) => [name, canonical(one)] as const)
    .filter(([, one]) => one !== null)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return inner.length > 0 ? inner : null;
}
