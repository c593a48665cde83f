import { describe, expect, it } from 'vitest';
import { notificationKinds, whoIsTold } from '../notification/notification.ts';
import type { Facts } from '../notification/words.ts';
import { composeLetter, words } from './compose-letter.ts';
import { mailKinds } from './letter.ts';

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
    const mailed = Object.values(whoIsTold)
      .flat()
      .filter((line) => line.via.includes('mail'))
      .map((line) => line.kind);
    expect([...new Set(mailed)].sort()).toEqual([...mailKinds].sort());
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
      expect(`${letter.subject}${letter.html}${letter.text}`).not.toMatch(
        /\{\w|undefined|null|[\u2066-\u2069]/,
      );
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
});
