import { describe, expect, it } from 'vitest';
import { openComplaint } from '../testing/open-complaint.ts';
import { administrator, layla, mainFocalPoint, nobody, reviewer, subFocalPoint } from '../testing/viewers.ts';

const keys = ['complete', 'correct', 'clear', 'respectful', 'next-step'];
const rubric = '{ rubric { version samplePercent criteria { key name names { ar en } weight max } } }';
const publish = `mutation ($input: PublishRubricInput!) { publishRubric(input: $input) {
  rubric { version samplePercent criteria { key } } userErrors { field code message } } }`;
const criterion = { key: 'only', names: { ar: 'وحيد', en: 'Only' }, weight: 2, max: 4 };

describe('the rubric', () => {
  it('is there from the beginning, in both languages, for staff', async () => {
    const complaint = await openComplaint();
    const { data } = await complaint.ask({ ...subFocalPoint, language: 'ar' }, rubric);
    expect(data.rubric).toMatchObject({ version: 1, criteria: keys.map((key) => ({ key })) });
    expect(data.rubric.criteria[2]).toMatchObject({ name: 'واضحة بلغة مفهومة', weight: 2, max: 5 });
    for (const viewer of [nobody, layla]) {
      expect((await complaint.ask(viewer, rubric)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      const input = { expectedVersion: 1, criteria: [criterion], samplePercent: 10 };
      expect((await complaint.ask(viewer, publish, { input })).errors?.[0]?.extensions.code).toBe(
        'NOT_FOUND',
      );
    }
  });

  it('is published by an administrator, version upon version; of two at once one wins', async () => {
    const complaint = await openComplaint();
    const input = { expectedVersion: 1, criteria: [criterion], samplePercent: 25 };
    const forbidden = await complaint.ask(mainFocalPoint, publish, { input });
    expect(forbidden.data.publishRubric).toMatchObject({
      rubric: { version: 1 },
      userErrors: [{ code: 'FORBIDDEN' }],
    });
    const both = await Promise.all([1, 2].map(() => complaint.ask(administrator, publish, { input })));
    const errors = both.flatMap(({ data }) => data.publishRubric.userErrors);
    expect(errors).toMatchObject([{ code: 'CONFLICT', field: ['expectedVersion'] }]);
    const { data } = await complaint.ask(reviewer, rubric);
    expect(data.rubric).toMatchObject({ version: 2, samplePercent: 25, criteria: [{ name: 'Only' }] });
  });

  it('is refused when nobody could score by it', async () => {
    const complaint = await openComplaint();
    const refusal = async (more: object) => {
      const input = { expectedVersion: 1, criteria: [criterion], samplePercent: 10, ...more };
      return (await complaint.ask(administrator, publish, { input })).data.publishRubric.userErrors[0];
    };
    expect(await refusal({ criteria: [] })).toMatchObject({ code: 'REQUIRED', field: ['criteria'] });
    expect(await refusal({ criteria: [criterion, criterion] })).toMatchObject({ code: 'CRITERION_TWICE' });
    expect(await refusal({ criteria: [{ ...criterion, key: 'Ä' }] })).toMatchObject({
      code: 'CRITERION_KEY',
    });
    expect(await refusal({ criteria: [{ ...criterion, names: { ar: ' ', en: 'x' } }] })).toMatchObject({
      code: 'REQUIRED',
      field: ['criteria', '0', 'names', 'ar'],
    });
    expect(await refusal({ samplePercent: 101 })).toMatchObject({
      code: 'OUT_OF_RANGE',
      message: 'Write a whole number from 0 to 100.',
    });
  });
});
