import { describe, expect, it } from 'vitest';
import { answered, approve, assign, file, one, propose, start } from '../testing/documents.ts';
import { openComplaint } from '../testing/open-complaint.ts';
import { layla, nobody, omar, person, reviewer, subFocalPoint, waterFocalPoint } from '../testing/viewers.ts';

describe('who may', () => {
  it('tells an entity’s stranger nothing: neither the case nor that it exists', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint, layla);
    const never = Buffer.from('Case:019a0000-0000-7000-8000-000000000000').toString('base64url');
    for (const viewer of [waterFocalPoint, omar, nobody, person('p-x', { role: 'UNKNOWN', scope: null })]) {
      for (const document of [
        one,
        `query ($id: ID!) { _entities(representations: [{ __typename: "Case", id: $id }]) { ... on Case { id text } } }`,
      ]) {
        expect(await complaint.ask(viewer, document, { id })).toEqual(
          await complaint.ask(viewer, document, { id: never }),
        );
      }
      const input = { caseId: id, expectedVersion: 1 };
      const refused = await complaint.ask(viewer, start, { input });
      expect(refused.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
  });

  it('says FORBIDDEN to staff who see the case but may not act', async () => {
    const complaint = await openComplaint();
    const filed = await file(complaint);
    const { data } = await complaint.ask(reviewer, start, {
      input: { caseId: filed.id, expectedVersion: 1 },
    });
    expect(data.startCase.userErrors[0]).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('refuses to approve one’s own answer, even from another post', async () => {
    const complaint = await openComplaint();
    const { id, version } = await answered(complaint);
    const both = person(
      'p-sfp',
      { role: 'SUB_FOCAL_POINT', scope: 'MOH' },
      { role: 'QUALITY_REVIEWER', scope: null },
    );
    const { data } = await complaint.ask(both, approve, { input: { caseId: id, expectedVersion: version } });
    expect(data.approveAnswer.userErrors[0]).toMatchObject({ code: 'OWN_ANSWER' });
    expect(data.approveAnswer.case.actions).toEqual([]);
  });

  it('offers nothing else: names the state, the action and what is possible instead, in both languages', async () => {
    const complaint = await openComplaint();
    const filed = await file(complaint);
    await assign(complaint, filed);
    const input = { caseId: filed.id, expectedVersion: 2, outcome: 'SOLVED', text: 'We did something.' };
    const en = await complaint.ask(subFocalPoint, propose, { input });
    expect(en.data.proposeAnswer.userErrors[0]).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      message: 'The case is assigned, so "propose an answer" is not possible now. Possible for you: start.',
    });
    const ar = await complaint.ask({ ...subFocalPoint, language: 'ar' }, propose, { input });
    expect(ar.data.proposeAnswer.userErrors[0].message).toContain('البدء بالمعالجة');
  });
});
