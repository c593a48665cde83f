import { describe, expect, it } from 'vitest';
import { messages, say } from '../message/content/words.ts';
import type { Facts } from '../message/facts.ts';
import { notificationKinds } from '../message/kind.ts';

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
  originalDueAt: '2026-11-22T12:30:00.000Z',
  submittedAt: '2026-11-17T07:20:00.000Z',
  replyBy: '2026-11-30T12:30:00.000Z',
  rejection: 'SUB_JUDICE',
  level: 'L2',
  workingDaysLate: 3,
  target: { ar: 'وزارة العمل', en: 'Ministry of Labour' },
  promisedOn: '2026-11-29',
  quality: { score: 8, max: 10 },
};
const arabicLetters = /[\u0600-\u06ff]/;

/** As facts were kept before a case could have more to tell. */
function keptBefore({ reference, type, importance, outcome, entity, acknowledgeBy }: Facts): Facts {
  const rest = { dueAt: null, reviews: 0, score: null, solved: null };
  return { reference, type, importance, outcome, entity, acknowledgeBy, ...rest };
}

describe('the words of notifications', () => {
  for (const language of ['ar', 'en'] as const) {
    it.each([...notificationKinds])(`says %s in ${language}, with nothing left unfilled`, (kind) => {
      for (const variant of [
        facts,
        { ...facts, entity: null, dueAt: null, outcome: null, importance: null },
        keptBefore(facts),
      ]) {
        const { title, body } = say(kind, variant, language);
        expect(title).toContain('BK-2026-7Q4M-K2XD-9');
        expect(`${title}${body}`).not.toMatch(/[{}#]|undefined|null|Invalid/);
        expect(body.length).toBeGreaterThan(10);
        expect(arabicLetters.test(`${title}${body}`)).toBe(language === 'ar');
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
        ...new Set(
          text.match(
            /\{(hasEntity|entity|hasDue|due|originalDue|acknowledgeBy|replyBy|reviews|score|late|level|rejection|target|quality|submitted|promisedOn|reference)\b/g,
          ),
        ),
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
    expect(say('case-accepted', late, 'en').body).toContain('Wednesday, November 25');
  });

  it.each(['ar', 'en'] as const)('say nothing of one type about another (%s)', (language) => {
    const own = {
      ar: [
        ['COMPLAINT', /المشكلة|حُلّ/],
        ['INQUIRY', /أُجيب عن سؤالكم|سؤاله/],
        ['REPORT', /المخالفة/],
        ['SUGGESTION', /اقتراحكم/],
        ['COMPLIMENT', /ثناؤكم|ثنائكم/],
      ],
      en: [
        ['COMPLAINT', /\bproblem\b|\bsolved\b/i],
        ['INQUIRY', /\byour question is|the question is\b/i],
        ['REPORT', /\bviolation\b/i],
        ['SUGGESTION', /\byour suggestion\b/i],
        ['COMPLIMENT', /\byour thanks\b/i],
      ],
    } as const;
    const types = own[language].map(([type]) => type);
    const outcomes = ['SOLVED', 'PARTLY_SOLVED', 'EXPLAINED', 'ACCEPTED', 'PARTLY_ACCEPTED', 'NOT_ACCEPTED'];
    // What staff publish is named by the outcome that they chose.
    for (const kind of notificationKinds.filter((one) => one !== 'answer-published')) {
      for (const type of types) {
        for (const outcome of outcomes) {
          for (const solved of ['YES', 'PARTLY', 'NO']) {
            const { title, body } = say(kind, { ...facts, type, outcome, solved }, language);
            const others = own[language].filter(([one, words]) => one !== type && words.test(title + body));
            expect(others, `${kind} of a ${type} with ${outcome}: ${body}`).toEqual([]);
          }
        }
      }
    }
  });

  it('isolates the reference in Arabic text', () => {
    expect(say('case-received', facts, 'ar').title).toBe('وصلنا طلبكم \u2066BK-2026-7Q4M-K2XD-9\u2069');
  });

  it.each([
    [1, 'يوم عمل واحدًا', '1 working day late'],
    [2, 'يومي عمل', '2 working days late'],
    [5, '5 أيام عمل', '5 working days late'],
    [12, '12 يوم عمل', '12 working days late'],
  ])('says how late an escalated case is: %i working day(s)', (workingDaysLate, arabic, english) => {
    const late = { ...facts, workingDaysLate };
    expect(say('case-escalated', late, 'ar').body).toContain(arabic);
    expect(say('case-escalated', late, 'en').body).toContain(english);
    expect(say('case-escalated', late, 'en').title).toContain('Escalated to the secretary general');
  });

  it('says of a case without a due date since when nobody has acknowledged it', () => {
    expect(say('case-escalated', { ...facts, dueAt: null }, 'en').body).toContain(
      'since Tuesday, November 17',
    );
  });
});
