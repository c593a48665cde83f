import { describe, expect, it } from 'vitest';
import { postId } from '../testing/documents.ts';
import { announceRoads, begun, step, takeOver } from '../testing/handover.ts';
import { openComplaint } from '../testing/open-complaint.ts';
import { heldPost, vacantPost } from '../testing/posts.ts';
import { recordOf } from '../testing/travel.ts';
import { layla, mainFocalPoint, operationRoom, person, subFocalPoint } from '../testing/viewers.ts';

const secretary = person('p-sg', { role: 'SECRETARY_GENERAL', scope: 'MOH' });
const reason = 'This pipe is Miyahuna’s.';
const transfer = { toEntityCode: 'MIYAHUNA', reason };
const question = { entityCode: 'MIYAHUNA', question: 'Was the water cut that day?' };
const held = (key: string, subject: string | null) =>
  heldPost(key, 'MAIN_FOCAL_POINT', 'MOH', { subject, superior: 'MOH-SG' });
const secretaryPost = heldPost('MOH-SG', 'SECRETARY_GENERAL', 'MOH', { subject: 'p-sg' });
const nextYear = new Date(Date.now() + 4 * 86_400_000).toISOString().slice(0, 10);

describe('while the post of a main focal point is vacant', () => {
  it('the next holder upward transfers and asks others for contributions, and is told', async () => {
    const complaint = await openComplaint();
    const kase = await begun(complaint);
    await complaint.announce(secretaryPost, held('MOH-MFP', 'p-mfp'));
    expect((await step(complaint, secretary, 'requestContribution', kase, question)).codes).toEqual([
      'FORBIDDEN',
    ]);
    await complaint.announce(held('MOH-MFP', null));
    const { case: asked, codes } = await step(complaint, secretary, 'requestContribution', kase, question);
    expect(codes).toEqual([]);
    const moved = await step(complaint, secretary, 'transferCase', asked, transfer);
    expect(moved.codes).toEqual([]);
    expect(complaint.directory.workingPostsOf('MOH')).toEqual(['MOH-MFP']);
    const known = await complaint.announce();
    expect(known.workingPostsOf('MOH')).toEqual(['MOH-SG']);
  });

  it('the operation room does, where nobody is left above', async () => {
    const complaint = await openComplaint();
    const kase = await begun(complaint);
    await complaint.announce(vacantPost('MOH-MFP', 'MAIN_FOCAL_POINT', 'MOH'));
    const moved = await step(complaint, operationRoom, 'transferCase', kase, transfer);
    expect(moved.codes).toEqual([]);
    await complaint.announce(vacantPost('MIYAHUNA-MFP', 'MAIN_FOCAL_POINT', 'MIYAHUNA'));
    const taken = await step(complaint, operationRoom, 'acceptTransfer', moved.case, takeOver);
    expect(taken.codes).toEqual([]);
    expect(await recordOf(complaint, kase.id)).toMatchObject({ entity: 'MIYAHUNA' });
  });

  it('nobody else does', async () => {
    const complaint = await openComplaint();
    const kase = await begun(complaint);
    await complaint.announce(vacantPost('MOH-MFP', 'MAIN_FOCAL_POINT', 'MOH'));
    await announceRoads(complaint);
    expect((await step(complaint, subFocalPoint, 'transferCase', kase, transfer)).codes).toEqual([
      'FORBIDDEN',
    ]);
    expect((await step(complaint, secretary, 'transferCase', kase, transfer)).codes).toEqual(['FORBIDDEN']);
  });
});

describe('an interim reply', () => {
  it('of the main focal point is approved by the next post upward, never by its author', async () => {
    const complaint = await openComplaint();
    const kase = await begun(complaint, layla);
    await complaint.announce(secretaryPost, held('MOH-MFP', 'p-mfp'));
    const { data } = await complaint.ask(
      mainFocalPoint,
      'query ($id: ID!) { case(id: $id) { latestInterimDueOn } }',
      { id: kase.id },
    );
    const dueOn = data.case.latestInterimDueOn ?? nextYear;
    const proposal = { text: 'We wait for the laboratory.', dueOn };
    const { case: proposed, codes } = await step(
      complaint,
      mainFocalPoint,
      'proposeInterimReply',
      kase,
      proposal,
    );
    expect(codes).toEqual([]);
    expect(proposed.actions).not.toContain('INTERIM_REPLY');
    const decide = async (viewer: typeof layla) => {
      const { data: told } = await complaint.ask(
        viewer,
        'mutation ($input: CaseActionInput!) { approveInterimReply(input: $input) { userErrors { code } } }',
        { input: { caseId: kase.id, expectedVersion: proposed.version } },
      );
      return told.approveInterimReply.userErrors.map(({ code }: { code: string }) => code);
    };
    expect(await decide(mainFocalPoint)).toEqual(['OWN_PROPOSAL']);
    expect(await decide(secretary)).toEqual([]);
  });

  it('of a sub focal point is the main focal point’s to approve, not the superior’s', async () => {
    const complaint = await openComplaint();
    const kase = await begun(complaint, layla);
    await complaint.announce(secretaryPost, held('MOH-MFP', 'p-mfp'));
    const latest = 'query ($id: ID!) { case(id: $id) { latestInterimDueOn } }';
    const { data } = await complaint.ask(subFocalPoint, latest, { id: kase.id });
    const proposal = { text: 'We wait for the laboratory.', dueOn: data.case.latestInterimDueOn };
    const { case: proposed } = await step(complaint, subFocalPoint, 'proposeInterimReply', kase, proposal);
    const refused = await complaint.ask(
      secretary,
      'mutation ($input: CaseActionInput!) { approveInterimReply(input: $input) { userErrors { code } } }',
      { input: { caseId: kase.id, expectedVersion: proposed.version } },
    );
    expect(refused.data.approveInterimReply.userErrors).toEqual([{ code: 'MAIN_DECIDES' }]);
    expect(proposed.holder).toEqual({ id: postId('MOH-SFP-1') });
  });
});
