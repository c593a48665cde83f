import { randomBytes } from 'node:crypto';
import { makeReference } from '@bekhedmetkom/text/reference';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openTestDatabase } from '../../../test/harness/database.ts';
import { findBrokenLink } from '../audit/audit.store.ts';
import { entities } from '../database/entities.ts';
import { migrations } from '../database/migrations.ts';
import { uuidV7 } from '../reference/uuid-v7.ts';
import { smallDirectory } from '../testing/small-directory.ts';
import { makeCaseWriter } from './case-writer.ts';
import { openCase, readSubmission } from './submission.ts';
import type { NewCase } from './submit.statement.ts';

const now = new Date('2026-04-05T09:00:00Z');

function makeCase(more: Partial<NewCase> & { reference?: string } = {}): NewCase {
  const fields = {
    idempotencyKey: 'a-key-of-this-test',
    type: 'COMPLAINT',
    subject: 'A "quoted", {braced} \\ subject',
    text: "It's NULL, ünïcode, عربي and a\nline.",
    channel: 'WEB',
    anonymous: false,
    language: 'ar',
  } as const;
  const read = readSubmission(fields, smallDirectory, now);
  if ('refusals' in read) throw new Error('the fixture is wrong');
  const reference = more.reference ?? makeReference(2026, randomBytes(5));
  const filing = { id: uuidV7(now.getTime()), reference, applicantSubject: null, filedBy: null };
  return {
    record: openCase(read.submission, filing, smallDirectory, now),
    text: fields.text,
    point: null,
    sealedPoint: null,
    credit: null,
    sealedContact: null,
    secretHash: randomBytes(48),
    keyHash: randomBytes(32),
    bodyHash: randomBytes(32),
    by: 'APPLICANT',
    told: [],
    actor: null,
    ...more,
  };
}

async function openWriter() {
  const test = await openTestDatabase('complaint', migrations, { entities });
  onTestFinished(() => test[Symbol.asyncDispose]());
  let woken = 0;
  const write = makeCaseWriter(test.database, () => woken++);
  return { database: test.database, write, woken: () => woken };
}

describe('cases written at the same time', () => {
  it('are all written, each with everything that belongs to it', async () => {
    const { database, write } = await openWriter();
    const cases = Array.from({ length: 150 }, () => makeCase());
    const written = await Promise.all(cases.map(write));
    expect(written.every(Boolean)).toBe(true);
    const [counts] = await database.query(
      `select ${['cases', 'submission_content', 'cycle', 'timeline', 'audit', 'submission', 'outbox']
        .map((table) => `(select count(*)::int from ${table}) as ${table}`)
        .join(', ')}`,
    );
    expect(new Set(Object.values(counts as object))).toEqual(new Set([150]));
    const [kept] = await database.query('select body from submission_content limit 1');
    expect(kept).toEqual({ body: cases[0]?.text });
    expect(await findBrokenLink(database, cases[77]?.record.id ?? '')).toBeNull();
  });

  it('with one key are one case, in whatever company', async () => {
    const { database, write } = await openWriter();
    const keys = Array.from({ length: 5 }, () => randomBytes(32));
    const cases = Array.from({ length: 100 }, (_, i) => makeCase({ keyHash: keys[i % 5] as Buffer }));
    const written = await Promise.all(cases.map(write));
    expect(written.filter(Boolean)).toHaveLength(5);
    const [row] = await database.query('select count(*)::int as n from cases');
    expect(row).toEqual({ n: 5 });
  });

  it('do not fail for one among them that does', async () => {
    const { write } = await openWriter();
    const taken = makeCase();
    await write(taken);
    const cases = [
      ...Array.from({ length: 10 }, () => makeCase()),
      makeCase({ reference: taken.record.reference }),
    ];
    const results = await Promise.allSettled(cases.map(write));
    expect(results.map(({ status }) => status)).toEqual([...Array(10).fill('fulfilled'), 'rejected']);
  });

  it('wake the relay once for many', async () => {
    const { write, woken } = await openWriter();
    await Promise.all(Array.from({ length: 30 }, () => write(makeCase())));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(woken()).toBeGreaterThan(0);
    expect(woken()).toBeLessThan(10);
  });
});
