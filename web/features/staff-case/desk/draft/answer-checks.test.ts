import { describe, expect, it } from 'vitest';
import { outcomesOf } from '../read/outcomes.ts';
import { checkAnswer } from './answer-checks.ts';

describe('the checks beside an answer', () => {
  it('finds nothing in an empty text, blanks included', () => {
    expect(checkAnswer(' \n ')).toEqual(['empty']);
  });

  it('sees what was done and when', () => {
    const text = 'استبدل فريقنا الوصلة المتضررة يوم الاثنين 23 تشرين الثاني، وعاد الضخ إلى شارع المدارس.';
    expect(checkAnswer(text)).toEqual(['says-what-and-when']);
    expect(checkAnswer('Our team replaced the joint on Monday and the water is back.')).toContain(
      'says-what-and-when',
    );
  });

  it('misses a deed without a day', () => {
    expect(checkAnswer('سوف ننظر في الأمر ونوافيكم بما يستجد من معلومات لاحقًا')).toContain(
      'says-nothing-done',
    );
  });

  it('recognises a set phrase, however it is spelled', () => {
    expect(checkAnswer('شكرًا لتواصلكم معنا. تمّ اللازم.')).toContain('canned-only');
    expect(checkAnswer('Thank you for contacting us.')).toContain('canned-only');
  });

  it('lets a set phrase stand beside real words', () => {
    const text = 'شكرًا لتواصلكم معنا. أصلح الفريق العدّاد يوم الأحد وألغيت الفاتورة المضاعفة.';
    expect(checkAnswer(text)).not.toContain('canned-only');
  });
});

describe('the outcomes of a case', () => {
  it('lets a suggestion end accepted, partly or not', () => {
    expect(outcomesOf('SUGGESTION')).toEqual(['ACCEPTED', 'PARTLY_ACCEPTED', 'NOT_ACCEPTED']);
  });

  it('does not let an inquiry be "solved"', () => {
    expect(outcomesOf('INQUIRY')).not.toContain('SOLVED');
  });
});
