import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkVariables,
  fill,
  foldPhrase,
  isOnlyCanned,
  isStockPhrase,
  variables,
  variablesIn,
} from './canned-answer.ts';

const body = 'بخصوص طلبكم {{reference}} «{{subject}}»: تعمل {{entity}} عليه حتى {{dueDate}}.';
const filling = {
  reference: 'BK-2026-7Q4M-K2XD-9',
  subject: 'انتظار طويل',
  entity: 'وزارة الصحة',
  dueDate: '24 تشرين الثاني 2026',
};

describe('a canned answer', () => {
  it('holds no variable that does not exist, and no braces that close none', () => {
    expect(checkVariables(body, ['body', 'ar'])).toBeNull();
    expect(checkVariables('Dear {{applicantName}},', ['body', 'en'])).toMatchObject({
      refused: 'UNKNOWN_VARIABLE',
      field: ['body', 'en'],
      facts: { name: 'applicantName' },
    });
    expect(checkVariables('{{Reference}}', [])).toMatchObject({ facts: { name: 'Reference' } });
    expect(checkVariables('{{reference', [])).toMatchObject({ facts: { name: '{{' } });
    expect(checkVariables('{{ reference }}', [])).toBeNull();
    expect(variablesIn(body)).toEqual(['reference', 'subject', 'entity', 'dueDate']);
  });

  it('is filled, and names what is missing', () => {
    expect(fill(body, filling)).toEqual({
      text: 'بخصوص طلبكم BK-2026-7Q4M-K2XD-9 «انتظار طويل»: تعمل وزارة الصحة عليه حتى 24 تشرين الثاني 2026.',
      missing: [],
    });
    expect(fill('{{governorate}}, {{ today }}', { today: 'now' })).toEqual({
      text: '{{governorate}}, now',
      missing: ['governorate'],
    });
  });

  it('never takes what an applicant wrote for a variable', () => {
    expect(fill('{{subject}} {{entity}}', { subject: '{{entity}}', entity: 'MOH' }).text).toBe(
      '{entity} MOH',
    );
    expect(fill('{{subject}}', { subject: 'costs $1 $& $$' }).text).toBe('costs $1 $& $$');
  });

  it('always fills what has a value: nothing is left of it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...variables), fc.string({ minLength: 1 }), (name, value) => {
        const { text, missing } = fill(`a {{${name}}} b`, { [name]: value });
        expect(missing).toEqual([]);
        expect(variablesIn(text)).toEqual([]);
      }),
    );
  });
});

describe('an answer', () => {
  it('that is a canned one, filled or not, is told whatever its marks, spaces and spelling', () => {
    for (const answer of [
      body,
      fill(body, filling).text,
      'بخصوص طلبكم BK-2026-7Q4M-K2XD-9 (إنتظار طويل) تعمل وزاره الصحه عليه حتى ٢٤ تشرين الثاني ٢٠٢٦',
      'بِخصوص طلبكم: تعمل عليه حتى',
      fill(body, { ...filling, dueDate: '1 كانون الأول 2026' }).text,
    ]) {
      expect(isOnlyCanned(answer, body, filling), answer).toBe(true);
    }
  });

  it('that says more than a canned one is no canned one', () => {
    const more = `${fill(body, filling).text} زار الفريق المركز أمس وأضاف طبيبًا ثانيًا.`;
    expect(isOnlyCanned(more, body, filling)).toBe(false);
    expect(isOnlyCanned('We mended the pump on Monday.', 'We {{subject}} on Monday.', filling)).toBe(false);
    expect(isOnlyCanned('anything', '{{subject}}', filling)).toBe(false);
    expect(isOnlyCanned('…', '!', filling)).toBe(false);
  });

  it('that is only a stock phrase is told whatever its marks, spaces and case', () => {
    for (const phrase of ['تَمَّ الحَلّ ', 'تم، الحل!', 'Thank you…', 'DONE.', 'شكرًا لتواصلكم.', 'N/A']) {
      expect(isStockPhrase(phrase), phrase).toBe(true);
    }
    for (const answer of ['تم الحل بتعيين طبيب', 'Resolved by the clinic on Monday.', '', '…']) {
      expect(isStockPhrase(answer), answer).toBe(false);
    }
  });

  it('is folded alike however often', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldPhrase(foldPhrase(text))).toBe(foldPhrase(text));
      }),
    );
  });
});
