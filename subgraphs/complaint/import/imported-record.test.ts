import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../case/case.record.ts';
import { amman } from '../testing/seeded-calendar.ts';
import { smallDirectory } from '../testing/small-directory.ts';
import { hasMovedOn, type ImportedCase, type ImportedRecord, readRecord } from './imported-record.ts';

const at = (local: string) => new Date(amman(local));
const now = at('2026-06-01T12:00');
const identity = {
  id: '019a0000-0000-7000-8000-000000000000',
  reference: 'BK-2026-0000-0000-0',
  filedBy: null,
};
const bare: ImportedRecord = {
  source: 'city311',
  sourceId: '1',
  type: 'COMPLAINT',
  subject: 'Pothole',
  text: 'A pothole.',
  entityCode: 'MOH',
  channel: 'CONTACT_CENTRE',
  language: 'en',
  submittedAt: at('2026-04-05T09:00'),
};
const read = (more: Partial<ImportedRecord>) =>
  readRecord({ ...bare, ...more }, identity, smallDirectory, now);

function take(more: Partial<ImportedRecord>): ImportedCase {
  const result = read(more);
  if ('refusals' in result) throw new Error(JSON.stringify(result.refusals));
  return result;
}

function refusals(more: Partial<ImportedRecord>): string[] {
  const result = read(more);
  return 'refusals' in result
    ? result.refusals.map(({ refused, field }) => `${refused} ${field?.join('.')}`)
    : [];
}

describe('the state of an imported case', () => {
  const acknowledgedAt = at('2026-04-05T10:00');
  const startedAt = at('2026-04-05T11:00');
  const publishedAt = at('2026-04-06T11:00');
  const closedAt = at('2026-04-07T11:00');
  const told: [Partial<ImportedRecord>, string][] = [
    [{}, 'SUBMITTED'],
    [{ acknowledgedAt }, 'ASSIGNED'],
    [{ acknowledgedAt, startedAt }, 'IN_PROGRESS'],
    [{ startedAt, publishedAt }, 'RESOLVED'],
    [{ publishedAt, closedAt }, 'CLOSED'],
    [{ closedAt }, 'CLOSED'],
    [{ withdrawnAt: closedAt }, 'WITHDRAWN'],
    [{ acknowledgedAt, startedAt, withdrawnAt: closedAt }, 'WITHDRAWN'],
    [{ publishedAt, rating: { score: 4, solved: 'YES', at: closedAt } }, 'CLOSED'],
  ];

  it.each(told)('follows from its times', (times, state) => expect(take(times).record.state).toBe(state));

  it('taken back is closed then, without an answer, and owes nothing', () => {
    const { record, steps } = take({ withdrawnAt: closedAt });
    expect(record).toMatchObject({ closedAt, publishedAt: null, outcome: null, nextDeadlineAt: null });
    expect(steps.map(({ action }) => action)).toEqual(['SUBMIT', 'WITHDRAW']);
  });

  it('keeps its place and whether somebody said who they are', () => {
    const point = { latitude: 31.9539, longitude: 35.9106 };
    const { record, point: kept } = take({ point, anonymous: true });
    expect([kept, record.governorate, record.anonymous]).toEqual([point, 'AMMAN', true]);
    expect(refusals({ point: { latitude: 48.85, longitude: 2.35 } })).toEqual(['OUTSIDE_COUNTRY point']);
  });

  it('counts as answered when it was closed, if nothing says otherwise', () => {
    expect(take({ closedAt }).record.publishedAt).toEqual(closedAt);
    expect(take({ closedAt }).record.workingMinutes).toBe(6.5 * 60 + 7 * 60 + 150);
  });

  it('has one step for each time, in order', () => {
    const steps = take({
      acknowledgedAt,
      startedAt,
      publishedAt,
      closedAt,
      answer: 'Filled.',
      outcome: 'SOLVED',
    }).steps;
    expect(steps.map(({ action }) => action)).toEqual([
      'SUBMIT',
      'CLASSIFY',
      'START',
      'APPROVE_ANSWER',
      'CLOSE',
    ]);
    expect(steps[3]).toMatchObject({ at: publishedAt, state: 'RESOLVED', text: 'Filled.' });
  });
});

describe('the due time of an imported case', () => {
  it('is the record’s own, whatever our policy says', () => {
    const dueAt = at('2026-04-05T09:00');
    const { record } = take({ dueAt, importance: 'LOW', pillar: 'TIME' });
    expect(record).toMatchObject({ dueAt, originalDueAt: dueAt, nextDeadlineAt: dueAt });
  });

  it('is reckoned by the policy when the record is classified but bears none', () => {
    const { record } = take({ importance: 'CRITICAL', pillar: 'TIME' });
    expect(record.dueAt).toEqual(at('2026-04-06T15:30'));
  });

  it('stays unknown when nothing tells it', () => {
    expect(take({}).record).toMatchObject({ dueAt: null, originalDueAt: null });
  });
});

describe('a bad record is refused with what is wrong', () => {
  const day = (n: number) => at(`2026-04-0${n}T09:00`);
  const bad: [Partial<ImportedRecord>, string[]][] = [
    [{ entityCode: 'NOPE' }, ['UNKNOWN_ENTITY entityCode']],
    [
      { categoryCode: 'NOPE', governorateCode: 'NOPE' },
      ['UNKNOWN_CATEGORY categoryCode', 'UNKNOWN_GOVERNORATE governorateCode'],
    ],
    [{ subject: '', text: '' }, ['REQUIRED subject', 'REQUIRED text']],
    [{ sourceId: '' }, ['REQUIRED sourceId']],
    [{ closedAt: day(1) }, ['TIME_ORDER closedAt']],
    [{ acknowledgedAt: day(8), startedAt: day(7) }, ['TIME_ORDER startedAt']],
    [{ submittedAt: at('2026-07-01T09:00') }, ['TIME_IN_FUTURE submittedAt']],
    [{ submittedAt: new Date('1890-01-01T00:00:00Z') }, ['TIME_OUT_OF_RANGE submittedAt']],
    [{ dueAt: new Date('9999-01-01T00:00:00Z') }, ['TIME_OUT_OF_RANGE dueAt']],
    [{ answer: 'Done it.', outcome: 'SOLVED' }, ['ANSWER_NEEDS_DATE publishedAt']],
    [{ answer: 'Done it.', publishedAt: day(7) }, ['REQUIRED outcome']],
    [{ outcome: 'ACCEPTED', publishedAt: day(7) }, ['OUTCOME_NOT_ALLOWED outcome']],
    [
      { publishedAt: day(7), rating: { score: 9, solved: 'YES', at: day(8) } },
      ['SCORE_OUT_OF_RANGE rating.score'],
    ],
    [{ publishedAt: day(7), rating: { score: 5, solved: 'YES', at: day(6) } }, ['TIME_ORDER rating.at']],
  ];

  it.each(bad)('%o', (more, wrong) => expect(refusals(more)).toEqual(wrong));

  it('but an entity that has ended since is none', () => {
    expect(refusals({ entityCode: 'OLDWATER', submittedAt: at('2018-04-05T09:00') })).toEqual([]);
  });
});

describe('a record that comes again', () => {
  it('has moved on when it tells of something new or later', () => {
    const acknowledgedAt = at('2026-04-05T10:00');
    const kept = take({ acknowledgedAt }).record;
    expect(hasMovedOn(kept, take({ acknowledgedAt }).record)).toBe(false);
    expect(hasMovedOn(kept, take({}).record)).toBe(false);
    expect(hasMovedOn(kept, take({ acknowledgedAt, startedAt: at('2026-04-06T10:00') }).record)).toBe(true);
    expect(hasMovedOn(kept, take({ acknowledgedAt: at('2026-04-05T11:00') }).record)).toBe(true);
  });

  it('takes nothing back that has gone its own way here', () => {
    const kept = take({}).record;
    const fresh = take({ publishedAt: at('2026-04-06T10:00') }).record;
    expect(hasMovedOn(kept, fresh)).toBe(true);
    const ways: Partial<CaseRecord>[] = [
      { state: 'IN_PROGRESS', cycle: 2 },
      { state: 'DUPLICATE', parentId: identity.id },
      { state: 'WITHDRAWN' },
      { state: 'REJECTED' },
      { state: 'TRANSFER_PENDING', transferTo: 'MIYAHUNA' },
      { state: 'ASSIGNED', acceptedTransfers: 1 },
      { state: 'IN_PROGRESS', pauses: [{ from: 0, to: 1, kind: 'APPLICANT' }] },
      { followers: 1 },
      { partEntities: ['MIYAHUNA'] },
    ];
    for (const way of ways) expect(hasMovedOn({ ...kept, ...way }, fresh), JSON.stringify(way)).toBe(false);
  });
});
