import { describe, expect, it } from 'vitest';
import { eventKey, lookOf, movedBy } from './case-words.ts';
import type { TrackedCase } from './tracked-case.ts';

const at = '2026-11-19T12:30:00.000Z';
const kase: Pick<TrackedCase, 'state' | 'escalations' | 'timeline'> = {
  state: 'IN_PROGRESS',
  escalations: [{ level: 'L2', at, requestedByApplicant: false }],
  timeline: { totalCount: 0, edges: [] },
};
const entry = { id: '1', at, post: null, text: null, state: 'IN_PROGRESS', by: 'SYSTEM' } as const;

describe('an entry of the timeline', () => {
  it('names who was told', () => {
    expect(eventKey({ ...entry, action: 'ESCALATE' }, kase)).toBe('ESCALATE_L2');
    const earlier = { ...entry, at: '2026-11-10T08:00:00.000Z', action: 'ESCALATE' } as const;
    expect(eventKey(earlier, kase)).toBe('ESCALATE');
  });

  it('names each of several levels that were reached in one moment', () => {
    const entries = (['1', '2'] as const).map((id) => ({ ...entry, id, action: 'ESCALATE' as const }));
    const late = {
      escalations: [
        { level: 'L1' as const, at, requestedByApplicant: false },
        { level: 'L2' as const, at, requestedByApplicant: false },
      ],
      timeline: { totalCount: entries.length, edges: entries.map((node) => ({ node })) },
    };
    expect(entries.map((one) => eventKey(one, late))).toEqual(['ESCALATE_L1', 'ESCALATE_L2']);
    const [first] = entries;
    const oneStep = {
      ...late,
      timeline: { totalCount: 1, edges: [{ node: { ...entry, action: 'ESCALATE' as const } }] },
    };
    expect(first && eventKey(first, oneStep)).toBe('ESCALATE_L2');
  });

  it('tells what somebody did from what a term did', () => {
    expect(eventKey({ ...entry, action: 'REPLY' }, kase)).toBe('REPLY_BY_TIME');
    expect(eventKey({ ...entry, action: 'REPLY', by: 'APPLICANT' }, kase)).toBe('REPLY');
    expect(eventKey({ ...entry, action: 'CLOSE' }, kase)).toBe('CLOSE_BY_TIME');
    expect(eventKey({ ...entry, action: 'REOPEN', by: 'STAFF' }, kase)).toBe('REOPEN_BY_ROOM');
    expect(eventKey({ ...entry, action: null }, kase)).toBe('IMPORTED');
    const followed = { ...entry, action: 'SUBMIT', state: 'DUPLICATE' } as const;
    expect(eventKey(followed, kase)).toBe('FOLLOW');
  });

  it('is where things stand when it is the newest of an open case', () => {
    expect(lookOf({ ...entry, action: 'START' }, true, { ...kase }).tone).toBe('here');
    expect(lookOf({ ...entry, action: 'START' }, true, { ...kase, state: 'CLOSED' }).tone).toBe('plain');
  });
});

describe('a later date', () => {
  it('is explained by the promise first', () => {
    expect(movedBy([{ reason: 'PAUSE' }, { reason: 'PROMISE' }])).toBe('promise');
    expect(movedBy([{ reason: 'PAUSE' }, { reason: 'CREDIT' }])).toBe('credit');
    expect(movedBy([{ reason: 'PAUSE' }])).toBe('pause');
  });
});
