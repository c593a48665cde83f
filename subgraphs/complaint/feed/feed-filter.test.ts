import type { CaseEvent } from '@bekhedmetkom/schema/events/complaint';
import { describe, expect, it } from 'vitest';
import { toFacts } from '../case/case.record.ts';
import type { CaseFilter } from '../case-list/case-filter.ts';
import { openCase, readSubmission } from '../submission/submission.ts';
import { amman } from '../testing/seeded-calendar.ts';
import { smallDirectory } from '../testing/small-directory.ts';
import { checkFeedFilter, passesFilter } from './feed-filter.ts';

const submitted = new Date(amman('2026-04-05T09:00'));
const read = readSubmission(
  {
    idempotencyKey: 'a-key-of-this-test',
    type: 'COMPLAINT',
    subject: 'Waiting',
    text: 'Waiting.',
    entityCode: 'MOH',
    channel: 'WEB',
    anonymous: false,
    language: 'ar',
  },
  smallDirectory,
  submitted,
);
if ('refusals' in read) throw new Error('the fixture is wrong');
const filing = { id: 'x', reference: 'x', applicantSubject: null, filedBy: null };
const facts = toFacts(openCase(read.submission, filing, smallDirectory, submitted));
const scope = { directory: () => smallDirectory, posts: ['MOH-MFP'] };

function passes(filter: CaseFilter, at = '2026-04-05T10:00', more: Partial<CaseEvent['case']> = {}): boolean {
  const payload: CaseEvent = {
    action: 'SUBMIT',
    from: null,
    by: 'APPLICANT',
    told: [],
    case: { ...facts, ...more },
  };
  return passesFilter({ payload, at: new Date(amman(at)).toISOString() }, filter, scope);
}

describe('an event passes a filter', () => {
  it('by what the clock said when it was announced: seven working hours to acknowledge', () => {
    expect(passes({ sla: ['ON_TIME'], overdue: false }, '2026-04-05T10:00')).toBe(true);
    expect(passes({ sla: ['DUE_SOON'] }, '2026-04-05T15:00')).toBe(true);
    expect(passes({ sla: ['OVERDUE'], overdue: true }, '2026-04-06T09:01')).toBe(true);
    expect(passes({ overdue: true }, '2026-04-06T09:00')).toBe(false);
    expect(passes({ sla: ['PAUSED'] }, '2026-04-07T12:00', { state: 'AWAITING_APPLICANT' })).toBe(true);
    expect(passes({ sla: ['STOPPED'], open: false }, '2026-04-07T12:00', { state: 'CLOSED' })).toBe(true);
  });

  it('by its facts, all of the filter at once', () => {
    expect(passes({ entity: ['MOH'], sector: ['HEALTH'], type: ['COMPLAINT'], mine: true })).toBe(true);
    expect(passes({ entity: ['MOH'], sector: ['WATER'] })).toBe(false);
    expect(passes({ pillar: ['TIME'] })).toBe(false);
    expect(passes({ category: [''] })).toBe(true);
    expect(passes({ entity: [''] }, undefined, { entity: null })).toBe(true);
    expect(passes({ mine: true }, undefined, { holderPost: null })).toBe(false);
    expect(passes({ submitted: { from: '2026-04-05', to: '2026-04-06' } })).toBe(true);
    expect(passes({ submitted: { from: '2026-04-04', to: '2026-04-05' } })).toBe(false);
    expect(passes({})).toBe(true);
  });

  it('also when an earlier release wrote it, which knew of no ladder, parts or appeals', () => {
    const { escalations, ...cycle } = facts.cycle;
    const { partEntities, appealedAt, restricted, ...earlier } = facts;
    const before = { ...earlier, cycle } as unknown as typeof facts;
    const payload: CaseEvent = { action: 'SUBMIT', from: null, by: 'APPLICANT', told: [], case: before };
    const event = { payload, at: submitted.toISOString() };
    expect(passesFilter(event, { entity: ['MOH'] }, scope)).toBe(true);
    expect(passesFilter(event, { escalation: ['L1'] }, scope)).toBe(false);
    expect(passesFilter(event, { appealed: true }, scope)).toBe(false);
  });

  it('never by words, as it carries none', () => {
    expect(() => checkFeedFilter({ text: 'water' })).toThrow('by text');
    expect(() => checkFeedFilter({ text: ' ' })).not.toThrow();
  });
});
