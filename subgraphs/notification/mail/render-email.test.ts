import { describe, expect, it } from 'vitest';
import { mailKinds } from '../mail-layout/email.ts';
import type { Facts } from '../message/facts.ts';
import { notificationKinds } from '../message/kind.ts';
import { notificationRules } from '../notification/notification-rules.ts';
import { composeLetter, words } from './render-email.ts';

const facts: Facts = {
  reference: 'BK-2026-7Q4M-K2XD-9',
  type: 'COMPLAINT',
  importance: 'HIGH',
  outcome: 'SOLVED',
  entity: { ar: 'وزارة الصحة', en: 'Ministry of Health' },
  acknowledgeBy: '2026-11-18T07:20:00.000Z',
  dueAt: '2026-11-25T12:30:00.000Z',
  reviews: 0,
  score: null,
  solved: null,
};
const layla = { name: 'ليلى حداد', about: 'انقطاع المياه' };
const origin = 'https://bekhedmetkom.example';

describe('a mail', () => {
  it('has words in both languages for every kind that the table sends by mail', () => {
    const mailed = Object.values(notificationRules)
      .flat()
      .filter((line) => line.via.includes('mail'))
      .map((line) => line.kind);
    const followed = mailKinds.filter((kind) => kind.startsWith('followed-'));
    expect([...new Set([...mailed, ...followed])].sort()).toEqual([...mailKinds].sort());
    for (const language of ['ar', 'en'] as const) {
      expect(Object.keys(words[language].kinds).sort()).toEqual([...mailKinds].sort());
      for (const kind of mailKinds) expect(words[language].kinds[kind].button).not.toBe('');
    }
    expect(notificationKinds).toEqual(expect.arrayContaining([...mailKinds]));
  });

  for (const language of ['ar', 'en'] as const) {
    it.each([...mailKinds])(`%s in ${language} links to the tracking page, in both parts`, (kind) => {
      const letter = composeLetter(kind, facts, layla, language, origin);
      const link = `${origin}/${language}/track?reference=BK-2026-7Q4M-K2XD-9`;
      expect(letter.html).toContain(`href="${link}"`);
      expect(letter.text).toContain(link);
      expect(letter.subject).toContain('BK-2026-7Q4M-K2XD-9');
      expect(`${letter.subject}${letter.html}${letter.text}`).not.toMatch(/\{\w|undefined|null/);
      expect(`${letter.subject}${letter.html}`).not.toMatch(/[\u2066-\u2069]/);
      // In plain text nothing else keeps a phone number from being read backwards in Arabic.
      expect(letter.text).toContain('\u2066+962 6 500 8080\u2069');
      expect(letter.text).toContain('\u2066BK-2026-7Q4M-K2XD-9\u2069');
    });
  }

  it('is set right to left in Arabic, with the reference kept left to right', () => {
    const { html } = composeLetter('case-received', facts, layla, 'ar', origin);
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('<body dir="rtl"');
    expect(html.match(/<bdi dir="ltr"[^>]*>BK-2026-7Q4M-K2XD-9<\/bdi>/g)).toHaveLength(2);
  });

  it('shows what people wrote as text, whatever it is', () => {
    const attack = {
      name: `<img src=x onerror="alert(1)">`,
      about: `"><script>alert('x')</script> $& {name}`,
    };
    const { html, text } = composeLetter('case-answered', facts, attack, 'en', origin);
    expect(html).not.toMatch(/<(img|script)/);
    expect(html).toContain('&lt;script&gt;');
    expect(text).toContain(attack.about);
  });

  it('says neither name nor subject when it is told none', () => {
    const { html, text } = composeLetter('case-received', facts, { name: null, about: null }, 'en', origin);
    expect(text).toContain('Hello,');
    expect(`${html}${text}`).not.toContain('About');
  });

  it('loads nothing from anywhere', () => {
    const { html } = composeLetter('case-received', facts, layla, 'ar', origin);
    expect(html).not.toMatch(/src=|@import|url\(/);
  });

  it.each(['ar', 'en'] as const)(
    'carries five stars that rate with one tap, in both parts, in %s',
    (language) => {
      const { html, text } = composeLetter(
        'case-answered',
        facts,
        { ...layla, ratingToken: 'abc.def-_' },
        language,
        origin,
      );
      for (const score of [1, 2, 3, 4, 5]) {
        const link = `${origin}/${language}/rate/abc.def-_?score=${score}`;
        expect(html).toContain(`href="${link}"`);
        expect(text).toContain(link);
      }
      expect(composeLetter('case-answered', facts, layla, language, origin).html).not.toContain('/rate/');
    },
  );

  it.each(['ar', 'en'] as const)(
    'opens the case without the follow-up code, in both parts, in %s',
    (language) => {
      const withLink = (kind: (typeof mailKinds)[number]) =>
        composeLetter(kind, facts, { ...layla, linkToken: 'L_abc_-' }, language, origin);
      const { html, text } = withLink('question-asked');
      const link = `${origin}/${language}/track/BK-2026-7Q4M-K2XD-9/open/L_abc_-`;
      expect(html).toContain(`href="${link}"`);
      expect(text).toContain(link);
      expect(text).toContain(words[language].frame.linkNote);
      // What the button needs no more is not asked for.
      expect(withLink('case-received').text).not.toContain(words[language].kinds['case-received'].next);
    },
  );

  it('shows what the applicant is asked, as text', () => {
    const question = 'في أي شارع؟\n<b>Which meter?</b>';
    const { html, text } = composeLetter('question-asked', facts, { ...layla, question }, 'ar', origin);
    expect(text).toContain(question);
    expect(html).toContain('&lt;b&gt;Which meter?&lt;/b&gt;');
    expect(html).not.toContain('<b>');
  });

  it('says both dates of an interim reply, and until when a question may be answered', () => {
    const known = {
      ...facts,
      originalDueAt: '2026-11-22T12:30:00.000Z',
      replyBy: '2026-11-30T12:30:00.000Z',
    };
    const interim = composeLetter('interim-given', known, layla, 'en', origin).text;
    expect(interim).toContain('Sunday, November 22');
    expect(interim).toContain('Wednesday, November 25');
    expect(composeLetter('question-asked', known, layla, 'en', origin).text).toContain('Monday, November 30');
  });
});
