import { describe, expect, it } from 'vitest';
import { file } from '../testing/documents.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { nobody, operationRoom } from '../testing/viewers.ts';
import { foldText } from './case-search.ts';

async function found(complaint: Complaint, text: string): Promise<string[]> {
  const { data } = await complaint.ask(
    operationRoom,
    'query ($text: String) { cases(filter: { text: $text }) { edges { node { subject } } } }',
    { text },
  );
  return data.cases.edges.map(({ node }: { node: { subject: string } }) => node.subject);
}

describe('folding', () => {
  it.each([
    ['أحمد إبراهيم آمال', 'احمد ابراهيم امال'],
    ['المدرسه في القريه', 'المدرسة في القرية'],
    ['مياهنا', 'مياهنا'],
    ['مستشفى', 'مستشفي'],
    ['مُعَلِّمـــة', 'معلمة'],
    ['مسؤول شؤون', 'مسوول شوون'],
    ['٢٠٢٦', '2026'],
    ['Café  RÉSUMÉ', 'cafe resume'],
  ])('writes %s as %s', (written, folded) => expect(foldText(written)).toBe(folded));
});

describe('search', () => {
  const clinic = 'انقطاع الأدوية في مستشفى البشير';
  const school = 'نقص المعلّمين في المدرسة الثانوية';
  const road = 'Broken street lights near the market';

  async function library() {
    const complaint = await openComplaint();
    await file(complaint, nobody, { subject: clinic, text: 'راجعتُ الصيدليّة مرتين ولم أجد الدواء رقم ١٢٣.' });
    await file(complaint, nobody, { subject: school, text: 'لا يوجد معلم للرياضيات منذ شهرين.' });
    await file(complaint, nobody, {
      subject: road,
      text: 'The lamps have been failing repeatedly since May.',
    });
    return complaint;
  }

  it('finds Arabic however it is spelled: ة or ه, أ or ا, ى or ي, with marks or without', async () => {
    const complaint = await library();
    for (const text of [
      'مستشفي البشير',
      'الادوية',
      'الادويه',
      'الصيدلية',
      'صيدليه',
      'انقطاع',
      'دواء',
      '123',
      '١٢٣',
    ]) {
      expect(await found(complaint, text), text).toEqual([clinic]);
    }
    for (const text of ['المدرسه', 'مدرسة', 'معلمين', 'المُعلّمين', 'رياضيات']) {
      expect(await found(complaint, text), text).toEqual([school]);
    }
  });

  it('finds English by its stems and in spite of a slip', async () => {
    const complaint = await library();
    for (const text of ['light', 'LIGHTS', 'failed', 'lamp repeated', 'stret lights', 'markt']) {
      expect(await found(complaint, text), text).toEqual([road]);
    }
    expect(await found(complaint, 'submarine')).toEqual([]);
    expect(await found(complaint, '؟!')).toEqual([]);
  });

  it('finds a case by its reference', async () => {
    const complaint = await library();
    const { reference } = await file(complaint, nobody, { subject: 'Another one' });
    expect(await found(complaint, reference.toLowerCase())).toEqual(['Another one']);
  });

  it('takes what people type as words, never as a query', async () => {
    const complaint = await library();
    for (const text of ["'); drop table cases; --", '((', 'a & | !', '%', '\\', '"unfinished']) {
      expect(Array.isArray(await found(complaint, text))).toBe(true);
    }
  });
});
