import type { Viewer } from '@bekhedmetkom/platform/auth';
import { describe, expect, it } from 'vitest';
import { list } from '../testing/documents.ts';
import { begun, climb, levelsOf, setDue } from '../testing/escalating.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { heldPost } from '../testing/posts.ts';
import { mainFocalPoint, operationRoom, person, subFocalPoint } from '../testing/viewers.ts';

const secretary = person('p-sg', { role: 'SECRETARY_GENERAL', scope: 'MOH' });
const minister = person('p-minister', { role: 'MINISTER', scope: 'MOH' });
const posts = [
  heldPost('MOH-MIN', 'MINISTER', 'MOH', { subject: 'p-minister' }),
  heldPost('MOH-SG', 'SECRETARY_GENERAL', 'MOH', { subject: 'p-sg', superior: 'MOH-MIN' }),
  heldPost('MOH-MFP', 'MAIN_FOCAL_POINT', 'MOH', { subject: 'p-mfp', superior: 'MOH-SG' }),
];

async function listed(complaint: Complaint, viewer: Viewer, escalatedToMe: boolean): Promise<string[]> {
  const { data, errors } = await complaint.ask(viewer, list, { filter: { open: true, escalatedToMe } });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.cases.edges.map(({ node }: { node: { id: string } }) => node.id);
}

describe('the list of what was escalated to somebody', () => {
  it('holds a case for whom it was escalated to, and not for those above or below', async () => {
    const complaint = await openComplaint();
    const directory = await complaint.announce(...posts);
    const { id } = await begun(complaint);
    expect(await listed(complaint, secretary, true)).toEqual([]);
    await setDue(complaint, id, '-5 days');
    await climb(complaint, { directory });
    const levels = await levelsOf(complaint, id);
    expect(levels).toContain('L2');
    expect(levels).not.toContain('L3');
    for (const viewer of [secretary, mainFocalPoint, operationRoom]) {
      expect(await listed(complaint, viewer, true)).toEqual([id]);
      expect(await listed(complaint, viewer, false)).toEqual([]);
    }
    // The sub focal point was reminded; the minister was told of nothing yet.
    for (const viewer of [subFocalPoint, minister]) {
      expect(await listed(complaint, viewer, true)).toEqual([]);
      expect(await listed(complaint, viewer, false)).toEqual([id]);
    }
  });
});
