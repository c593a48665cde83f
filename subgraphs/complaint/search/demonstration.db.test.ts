import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { file } from '../testing/documents.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { keyOf } from '../testing/travel.ts';
import { nobody, operationRoom } from '../testing/viewers.ts';

interface Story {
  ar: [subject: string, text: string];
}
const stories: Story[] = JSON.parse(
  readFileSync(new URL('../../../start/demo/stories.json', import.meta.url), 'utf8'),
);

async function library(): Promise<Complaint> {
  const complaint = await openComplaint();
  for (const { ar } of stories)
    await file(complaint, nobody, { subject: ar[0], text: ar[1], language: 'AR' });
  return complaint;
}

async function found(complaint: Complaint, text: string): Promise<string[]> {
  const query =
    'query ($text: String) { cases(filter: { text: $text }, first: 100) { edges { node { subject } } } }';
  const { data } = await complaint.ask(operationRoom, query, { text });
  return data.cases.edges.map(({ node }: { node: { subject: string } }) => node.subject);
}

/** Beginnings of the subjects that each question must give, all of them and no other. */
const searches: [question: string, subjects: string[]][] = [
  ['ماء', ['انقطاع المياه', 'ضعف ضخ المياه', 'كسر خط مياه', 'فاتورة مياه', 'تسرب مياه', 'ماء في وقود']],
  ['المياه', ['انقطاع المياه', 'ضعف ضخ المياه', 'كسر خط مياه', 'فاتورة مياه', 'تسرب مياه', 'ماء في وقود']],
  ['مدرسه', ['نقص معلمي', 'حرق نفايات', 'إنارة شارع']],
  ['مدارس', ['نقص معلمي', 'حرق نفايات', 'إنارة شارع']],
  ['العدادات', ['بيع محروقات', 'قراءة تقديرية', 'فاتورة مياه']],
  ['النفايات', ['حرق نفايات', 'تراكم النفايات']],
  ['باص', ['خط الحافلة', 'سائق حافلة']],
  ['كهربا', ['انقطاع الكهرباء', 'قراءة تقديرية', 'تسرب مياه']],
  ['جوازات', ['سرعة إنجاز جواز', 'تجديد جواز']],
  ['راتب', ['رواتب متأخرة', 'مصنع لا يسجل']],
  ['طرود', ['طرد بريدي']],
  ['كلب', ['كلاب ضالة']],
  ['حفر الطرق', ['حفرة في طريق']],
  ['معادله الشهادات', ['تأخر معادلة']],
  ['مسجد', ['تعطل تدفئة المسجد']],
  ['انقطاع كهرباء', ['انقطاع الكهرباء']],
  ['ما', []],
  ['طيران', []],
];

/** What somebody is about to file, and the beginning of the subject that must be offered first. */
const drafts: [subject: string, text: string, first: string][] = [
  ['المياه مقطوعة في الحي منذ ايام', 'لم تصل مياه الشرب', 'انقطاع المياه'],
  ['إنارة الشارع مطفأة عند المدرسة', 'الشارع مظلم', 'إنارة شارع'],
  ['تراكم نفايات بشارع الجامعه', 'الحاويات ممتلئة', 'تراكم النفايات'],
  ['كلاب ضاله قرب الروضه', 'الأطفال خائفون', 'كلاب ضالة'],
  ['حفره عميقه في الطريق', 'سببت حادث', 'حفرة في طريق'],
  ['فيضان مناهل الصرف الصحي', 'رائحة', 'فيضان منهل'],
  ['عدم توفر أدوية السكري بالمركز الصحي', 'انسولين', 'عدم توفر دواء'],
];

describe('the cases of the demonstration', () => {
  it('are found by the words of their matter, all of them and no other', async () => {
    const complaint = await library();
    for (const [question, subjects] of searches) {
      const expected = subjects.map((start) => stories.find(({ ar }) => ar[0].startsWith(start))?.ar[0]);
      expect((await found(complaint, question)).toSorted(), question).toEqual(expected.toSorted());
    }
  });

  it('are ranked by likeness: the same matter comes first', async () => {
    const complaint = await library();
    const query = `query ($subject: String!, $text: String!) {
      similarCases(subject: $subject, text: $text, governorate: "AMMAN", type: COMPLAINT) { id likeness } }`;
    for (const [subject, text, first] of drafts) {
      const { data } = await complaint.ask(nobody, query, { subject, text });
      const ids: string[] = data.similarCases.map(({ id }: { id: string }) => keyOf(id));
      const [row] = await complaint.database.query<{ subject: string }>(
        'select subject from cases where id = $1',
        [ids[0] ?? null],
      );
      expect(row?.subject, subject).toMatch(new RegExp(`^${first}`));
      expect(ids.length).toBeLessThanOrEqual(3);
    }
  });
});
