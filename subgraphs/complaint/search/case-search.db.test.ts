import { describe, expect, it } from 'vitest';
import { reindexBatch } from '../backfill/reindex.ts';
import { file } from '../testing/documents.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { nobody, operationRoom } from '../testing/viewers.ts';
import { searchVersion } from './case-search.ts';

async function found(complaint: Complaint, text: string): Promise<string[]> {
  const { data } = await complaint.ask(
    operationRoom,
    'query ($text: String) { cases(filter: { text: $text }) { edges { node { subject } } } }',
    { text },
  );
  return data.cases.edges.map(({ node }: { node: { subject: string } }) => node.subject);
}

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

  it('finds no other word: not what for water, not a teacher for a school', async () => {
    const complaint = await openComplaint();
    await file(complaint, nobody, { subject: 'ما سبب تأخر المعاملة', text: 'ما هو السبب؟ المدرس غائب.' });
    await file(complaint, nobody, { subject: 'انقطاع المياه', text: 'لا يصلنا الماء منذ أسبوع.' });
    expect(await found(complaint, 'ماء')).toEqual(['انقطاع المياه']);
    expect(await found(complaint, 'مياه')).toEqual(['انقطاع المياه']);
    expect(await found(complaint, 'مدرسة')).toEqual([]);
    expect(await found(complaint, 'ما')).toEqual([]);
    expect(await found(complaint, '\u0000ماء\u200b')).toEqual(['انقطاع المياه']);
  });

  it('finds cases by a part of their reference, and by the name or code of their entity', async () => {
    const complaint = await library();
    const { reference } = await file(complaint, nobody, { subject: 'By reference', entityCode: 'MIYAHUNA' });
    const [, year = '', body = '', more = ''] = reference.split('-');
    for (const text of [
      `${body}1`.slice(0, 4),
      `${body}-${more}`,
      `BK-${year}-${body}`,
      `${body}${more}`.toLowerCase(),
    ])
      expect(await found(complaint, text), text).toContain('By reference');
    expect(await found(complaint, year)).toEqual([]);
    for (const text of ['مياهنا', 'miyahuna', 'MIYAHUNA'])
      expect(await found(complaint, text), text).toEqual(['By reference']);
    expect(await found(complaint, 'وزاره الصحه')).toHaveLength(3);
  });

  it('finds closed cases too, unless only open ones are asked for', async () => {
    const complaint = await library();
    await complaint.database.query("update cases set next_deadline_at = 'infinity', state = 'CLOSED'");
    expect(await found(complaint, 'الأدوية')).toEqual([clinic]);
    const { data } = await complaint.ask(
      operationRoom,
      '{ cases(filter: { text: "الأدوية", open: true }) { totalCount } }',
    );
    expect(data.cases.totalCount).toBe(0);
  });

  it('makes the columns of older rules anew, in batches, until none is left', async () => {
    const complaint = await library();
    await complaint.database.query(
      "update submission_content set search_document = '', search_subject = '', search_version = 0",
    );
    expect(await found(complaint, 'الأدوية')).toEqual([]);
    expect(await reindexBatch(complaint.database)).toBe(3);
    expect(await reindexBatch(complaint.database)).toBe(0);
    expect(await found(complaint, 'الأدوية')).toEqual([clinic]);
    const versions = await complaint.database.query(
      'select distinct search_version as version from submission_content',
    );
    expect(versions).toEqual([{ version: searchVersion }]);
  });

  it('takes what people type as words, never as a query', async () => {
    const complaint = await library();
    for (const text of ["'); drop table cases; --", '((', 'a & | !', '%', '\\', '"unfinished']) {
      expect(Array.isArray(await found(complaint, text))).toBe(true);
    }
  });
});
