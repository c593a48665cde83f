import { describe, expect, it } from 'vitest';
import arabic from '../../../content/ar/wall.json' with { type: 'json' };
import english from '../../../content/en/wall.json' with { type: 'json' };
import type { CaseAction } from '../../../graphql/generated/graphql.ts';
import { onFeedNews, openFeed } from './feed.ts';
import { asSubmitted, lookOf, toEntry } from './feed-entry.ts';

const acts = `ACCEPT_TRANSFER ANSWER_PART APPEAL APPROVE_ANSWER ASK_APPLICANT ASSIGN CLASSIFY CLOSE CONTINUE
  DECLINE_APPEAL DECLINE_INTERIM DECLINE_REJECTION ESCALATE INTERIM_REPLY MERGE PROPOSE_ANSWER PROPOSE_INTERIM
  PROPOSE_REJECTION RATE REFER_TRANSFER REFUSE_TRANSFER REJECT REOPEN REPLY REQUEST_ESCALATION REQUEST_PART RESCHEDULE
  RETURN_ANSWER SCORE_ANSWER SEPARATE START SUBMIT TRANSFER WITHDRAW WITHDRAW_PART`;
const caseActions = Object.fromEntries(acts.split(/\s+/).map((one) => [one, one])) as Record<
  CaseAction,
  string
>;

const kase = {
  id: 'case-1',
  subject: 'تجديد جواز سفر متأخر',
  type: 'COMPLAINT' as const,
  state: 'RESOLVED' as const,
  importance: null,
  entity: null,
  assigned: null,
  governorate: null,
  answer: { outcome: 'SOLVED' as const },
  sla: { calendarVersion: 1 },
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

  it.each([
    ['ar', arabic.feed.did],
    ['en', english.feed.did],
  ])('tells every action by a word of its own, %s', (_, words) => {
    const { SUBMIT: _submit, RESCHEDULE: _calendar, ...did } = caseActions;
    const told = Object.keys(did).map((action) => (words as Record<string, string>)[action]);
    expect(told.every((one) => typeof one === 'string' && one.endsWith(': '))).toBe(true);
    expect(new Set(told).size).toBe(told.length);
  });

  it('names a calendar and counts the due dates that it moved on a single line', () => {
    const moved = (n: number, minute: number, calendarVersion = 2) =>
      toEntry({
        at: new Date(Date.UTC(2026, 10, 23, 8, minute)).toISOString(),
        action: 'RESCHEDULE',
        version: 4,
        kase: { ...kase, id: `case-${n}`, sla: { calendarVersion } },
      });
    const many = Array.from({ length: 300 }, (_, n) => moved(n, Math.floor(n / 60)));
    const feed = many.reduce(
      (next, entry) => onFeedNews(next, { type: 'event', entry }),
      openFeed([asSubmitted(kase, '2026-11-23T07:00:00Z')]),
    );
    const lines = ({ entries }: typeof feed) =>
      entries.map(({ action, calendarVersion, together }) => [action, calendarVersion, together]);
    expect(lines(feed)).toEqual([
      ['RESCHEDULE', 2, 300],
      ['SUBMIT', null, undefined],
    ]);
    // The next calendar is another line, also at once; a case of the former that comes late is not.
    const later = [moved(998, 6, 3), moved(999, 75)].reduce(
      (next, entry) => onFeedNews(next, { type: 'event', entry }),
      feed,
    );
    expect(lines(later)).toEqual([
      ['RESCHEDULE', 2, 301],
      ['RESCHEDULE', 3, 1],
      ['SUBMIT', null, undefined],
    ]);
  });

  it('is one for each case, with what happened last', () => {
    const step = (action: 'CLASSIFY' | 'START', version: number, minute: number) =>
      toEntry({ at: `2026-11-23T08:0${minute}:00Z`, action, version, kase });
    const feed = [step('CLASSIFY', 2, 1), step('START', 3, 2)].reduce(
      (next, entry) => onFeedNews(next, { type: 'event', entry }),
      openFeed([asSubmitted(kase, '2026-11-23T08:00:00Z')]),
    );
    expect(feed.entries.map(({ action }) => action)).toEqual(['START']);
    // What is read again, older than what is shown, changes nothing.
    const again = onFeedNews(feed, { type: 'event', entry: step('CLASSIFY', 9, 0) });
    expect(again.entries.map(({ action }) => action)).toEqual(['START']);
  });

  it('marks as overdue nothing but an escalation', () => {
    expect(lookOf({ kase, action: 'ESCALATE' }).tone).toBe('overdue');
    expect(lookOf({ kase, action: 'REOPEN' }).tone).toBe('soon');
  });
});
