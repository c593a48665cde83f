import type { Viewer } from '@bekhedmetkom/platform/auth';
import { describe, expect, it } from 'vitest';
import { file } from '../testing/documents.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { travel } from '../testing/travel.ts';
import { layla, mainFocalPoint, nobody, operationRoom } from '../testing/viewers.ts';

const groups = `query ($filter: CaseFilter, $first: Int, $skip: Int) { caseGroups(filter: $filter, first: $first, skip: $skip) {
  entity { code } count cases(first: 1) { totalCount edges { node { id } } } } }`;

async function grouped(complaint: Complaint, variables: object, viewer: Viewer = operationRoom) {
  const { data, errors } = await complaint.ask(viewer, groups, variables);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.caseGroups.map(
    (group: { entity: { code: string } | null; count: number; cases: { edges: object[] } }) => [
      group.entity?.code ?? null,
      group.count,
      group.cases.edges.length,
    ],
  );
}

describe('cases by entity', () => {
  it('count all of an entity, the most first, whatever part of them is shown', async () => {
    const complaint = await openComplaint();
    for (let i = 0; i < 3; i++) await file(complaint, layla, { entityCode: 'MIYAHUNA' });
    for (let i = 0; i < 2; i++) await file(complaint, layla);
    await file(complaint, layla, { entityCode: null });
    expect(await grouped(complaint, {})).toEqual([
      ['MIYAHUNA', 3, 1],
      ['MOH', 2, 1],
      [null, 1, 1],
    ]);
    expect(await grouped(complaint, { first: 1, skip: 1 })).toEqual([['MOH', 2, 1]]);
    expect(await grouped(complaint, { filter: { entity: ['MOH', ''] } })).toEqual([
      ['MOH', 2, 1],
      [null, 1, 1],
    ]);
    expect(await grouped(complaint, {}, mainFocalPoint)).toEqual([['MOH', 2, 1]]);
    for (const viewer of [layla, nobody]) expect(await grouped(complaint, {}, viewer)).toEqual([]);
  });

  it('hold the cases that the filter finds: one ministry’s late ones', async () => {
    const complaint = await openComplaint();
    const late = await file(complaint, layla);
    await file(complaint, layla);
    await file(complaint, layla, { entityCode: 'MIYAHUNA' });
    await travel(complaint, late.id, 7);
    const { data } = await complaint.ask(operationRoom, groups, { filter: { open: true, overdue: true } });
    expect(data.caseGroups).toEqual([
      { entity: { code: 'MOH' }, count: 1, cases: { totalCount: 1, edges: [{ node: { id: late.id } }] } },
    ]);
  });

  it.each([{ first: 0 }, { first: 201 }, { skip: -1 }])('refuse %o', async (variables) => {
    const complaint = await openComplaint();
    const { errors } = await complaint.ask(operationRoom, groups, variables);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
