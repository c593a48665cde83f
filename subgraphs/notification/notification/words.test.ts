import { describe, expect, it } from 'vitest';
import { notificationKinds } from './notification.ts';
import { type Facts, messages, say } from './words.ts';

const facts: Facts = {
  reference: 'BK-2026-7Q4M-K2XD-9',
  type: 'COMPLAINT',
  importance: 'HIGH',
  outcome: 'SOLVED',
  entity: { ar: 'وزارة الصحة', en: 'Ministry of Health' },
  acknowledgeBy: '2026-11-18T07:20:00.000Z',
  dueAt: '2026-11-25T12:30:00.000Z',
  reviews: 2,
  score: 4,
  solved: 'PARTLY',
};
const arabicLetters = /[\u0600-\u06ff]/;

describe('the words of notifications', () => {
  for (const language of ['ar', 'en'] as const) {
    it.each([...notificationKinds])(`says %s in ${language}, with nothing left unfilled`, (kind) => {
      for (const variant of [
        facts,
        { ...facts, entity: null, dueAt: null, outcome: null, importance: null },
      ]) {
        const { title, body } = say(kind, variant, language);
        expect(title).toContain('BK-2026-7Q4M-K2XD-9');
        expect(`${title}${body}`).not.toMatch(/[{}#]|undefined|null|Invalid/);
        expect(body.length).toBeGreaterThan(10);
        expect(arabicLetters.test(`${title}${body}`.replaceAll(facts.entity?.ar ?? '', ''))).toBe(
          language === 'ar',
        );
      }
    });
  }

  it('has the same kinds in both languages', () => {
    expect(Object.keys(messages.ar).sort()).toEqual(Object.keys(messages.en).sort());
    expect(Object.keys(messages.ar).sort()).toEqual([...notificationKinds].sort());
  });

  it('mentions the same facts in both languages', () => {
    const named = (text: string) =>
      [
        ...new Set(text.match(/\{(hasEntity|entity|hasDue|due|acknowledgeBy|reviews|score|reference)\b/g)),
      ].sort();
    for (const kind of notificationKinds) {
      expect(named(messages.ar[kind].body), kind).toEqual(named(messages.en[kind].body));
      expect(named(messages.ar[kind].title), kind).toEqual(named(messages.en[kind].title));
    }
  });

  it.each([
    [1, 'نجمة واحدة'],
    [2, 'نجمتان'],
    [3, '3 نجوم'],
    [5, '5 نجوم'],
  ])('counts %i star(s) as Arabic does', (score, expected) => {
    expect(say('case-rated', { ...facts, score }, 'ar').body).toContain(expected);
  });

  it.each([
    [0, 'لم يُراجَع'],
    [1, 'مرة واحدة'],
    [2, 'مرتين'],
    [5, '5 مرات'],
    [11, '11 مرة'],
  ])('counts %i review(s) as Arabic does', (reviews, expected) => {
    expect(say('answer-to-review', { ...facts, reviews }, 'ar').body).toContain(expected);
  });

  it('says days in Amman, with Latin numerals', () => {
    const late = { ...facts, dueAt: '2026-11-24T22:30:00.000Z' };
    expect(say('case-accepted', late, 'ar').body).toContain('الأربعاء، 25 تشرين الثاني');
    expect(say('case-accepted', late, 'en').body).toContain('Wednesday 25 November');
  });

  it('isolates the reference in Arabic text', () => {
    expect(say('case-received', facts, 'ar').title).toBe('وصلنا طلبكم \u2066BK-2026-7Q4M-K2XD-9\u2069');
  });
});
