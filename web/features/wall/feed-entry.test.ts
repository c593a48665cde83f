import { describe, expect, it } from 'vitest';
import { asSubmitted, lookOf, toEntry } from './feed-entry.ts';

const kase = {
  id: 'case-1',
  subject: 'تجديد جواز سفر متأخر',
  type: 'COMPLAINT' as const,
  state: 'RESOLVED' as const,
  importance: null,
  entity: null,
  governorate: null,
  answer: { outcome: 'SOLVED' as const },
};

describe('a line of the feed', () => {
  it('is the same whether the case was read in a list or heard of as it came in', () => {
    const at = '2026-11-23T11:42:08+03:00';
    expect(asSubmitted(kase, at).key).toBe(toEntry({ at, action: 'SUBMIT', version: 1, kase }).key);
  });

  it('lets a new case speak for itself', () => {
    expect(lookOf({ kase, action: 'SUBMIT' })).toEqual({ icon: 'complaint', tone: 'plain', did: null });
  });

  it('tells solved from merely answered', () => {
    expect(lookOf({ kase, action: 'APPROVE_ANSWER' })).toMatchObject({ tone: 'ontime', did: 'solved' });
    const explained = { ...kase, answer: { outcome: 'EXPLAINED' as const } };
    expect(lookOf({ kase: explained, action: 'APPROVE_ANSWER' }).did).toBe('did.APPROVE_ANSWER');
  });

  it('has a word for what it does not know yet', () => {
    expect(lookOf({ kase, action: 'SCORE_ANSWER' }).did).toBe('did.OTHER');
  });

  it.each(['ACCEPT_TRANSFER', 'ASK_APPLICANT', 'REPLY', 'ASSIGN', 'RESCHEDULE'] as const)(
    'tells %s by a word of its own',
    (action) => expect(lookOf({ kase, action }).did).toBe(`did.${action}`),
  );

  it('marks as overdue nothing but an escalation', () => {
    expect(lookOf({ kase, action: 'ESCALATE' }).tone).toBe('overdue');
    expect(lookOf({ kase, action: 'REOPEN' }).tone).toBe('soon');
  });
});
