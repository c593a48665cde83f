import { describe, expect, it } from 'vitest';
import { answered, approve } from '../testing/documents.ts';
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

describe('a rubric that is tried', () => {
  const dryRun = `query ($criteria: [CriterionInput!]!) { rubricDryRun(criteria: $criteria) {
    answers comparable share wouldBeShare higher lower criteria { key answers } } }`;

  it('counts scored answers again and publishes nothing', async () => {
    const complaint = await openComplaint();
    const { id, version } = await answered(complaint);
    const scores = keys.map((key, i) => ({ criterion: key, points: i === 0 ? 5 : 0 }));
    await complaint.ask(reviewer, approve, { input: { caseId: id, expectedVersion: version, scores } });
    const { data } = await complaint.ask(administrator, rubric);
    type Asked = { key: string; names: object; weight: number; max: number };
    const criteria = (data.rubric.criteria as Asked[]).map(({ key, names, weight, max }, i) => ({
      ...{ key, names, max },
      weight: i === 0 ? weight * 2 : weight,
    }));
    const tried = await complaint.ask(administrator, dryRun, { criteria });
    expect(tried.data.rubricDryRun).toEqual({
      ...{ answers: 1, comparable: 1, share: 15 / 50, wouldBeShare: 30 / 65, higher: 1, lower: 0 },
      criteria: keys.map((key) => ({ key, answers: 1 })),
    });
    const input = { expectedVersion: 1, checkOnly: true, criteria, samplePercent: 10 };
    const checked = await complaint.ask(administrator, publish, { input });
    expect(checked.data.publishRubric).toMatchObject({ rubric: { version: 1 }, userErrors: [] });
    const stale = await complaint.ask(administrator, publish, { input: { ...input, expectedVersion: 2 } });
    expect(stale.data.publishRubric.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  });

  it('leaves out answers of restricted cases', async () => {
    const complaint = await openComplaint();
    const { id, version } = await answered(complaint);
    const scores = keys.map((key) => ({ criterion: key, points: 5 }));
    await complaint.ask(reviewer, approve, { input: { caseId: id, expectedVersion: version, scores } });
    await complaint.database.query('update cases set restricted = true');
    const tried = await complaint.ask(administrator, dryRun, { criteria: [criterion] });
    expect(tried.data.rubricDryRun).toMatchObject({ answers: 0, comparable: 0, share: null });
  });

  it('is for administrators, and no rubric that nobody could score by', async () => {
    const complaint = await openComplaint();
    const code = async (...[viewer, criteria]: [typeof layla, object[]]) =>
      (await complaint.ask(viewer, dryRun, { criteria })).errors?.[0]?.extensions.code;
    expect(await code(layla, [criterion])).toBe('NOT_FOUND');
    expect(await code(mainFocalPoint, [criterion])).toBe('FORBIDDEN');
    expect(await code(administrator, [])).toBe('BAD_USER_INPUT');
  });
});
