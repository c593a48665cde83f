import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';

describe('fold', () => {
  it.each([
    ['hamza above, below, madda and wasla', 'أحمد إربد آية ٱلله', 'احمد اربد ايه الله'],
    ['hamza on waw and yaa', 'مؤسسة الدوائر', 'موسسه الدواير'],
    ['a lone hamza', 'الكهرباء', 'الكهربا'],
    ['taa marbuta and haa', 'وزارة الصحة', 'وزاره الصحه'],
    ['alef maqsura and yaa', 'مستشفى', 'مستشفي'],
    ['vowel signs', 'وِزَارَةُ الصِّحَّةِ', 'وزاره الصحه'],
    ['tatweel', 'وزارة الصحـــة', 'وزاره الصحه'],
    ['Arabic and Persian digits', 'خط ١٢٣ و ۴۵۶', 'خط 123 و 456'],
    ['Persian yeh and kaf', 'کلیة', 'كليه'],
    ['presentation forms', 'ﻻ ﷲ', 'لا الله'],
    ['direction marks and punctuation', '\u200fبلدية\u200e (إربد) – الكبرى', 'بلديه اربد الكبري'],
    ['Latin case and accents', "Ma'an – Café", 'maan cafe'],
  ])('meets: %s', (_, written, folded) => {
    expect(fold(written)).toBe(folded);
  });

  it('changes nothing the second time', () => {
    const once = fold('مُستشفى الأميرة هيا – Princess Haya ٢٤');
    expect(fold(once)).toBe(once);
  });

  it('leaves nothing of a text without letters or digits', () => {
    expect(fold(' ـــ ّ ٪ %_ ')).toBe('');
  });
});
