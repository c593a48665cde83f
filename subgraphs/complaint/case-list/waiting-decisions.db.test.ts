import type { Viewer } from '@bekhedmetkom/platform/auth';
import { describe, expect, it } from 'vitest';
import { assign, file } from '../testing/documents.ts';
import { begun, offered, secondInRoom, step } from '../testing/handover.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { heldPost, vacantPost } from '../testing/posts.ts';
import {
  layla,
  mainFocalPoint,
  operationRoom,
  person,
  subFocalPoint,
  waterFocalPoint,
} from '../testing/viewers.ts';

const secretary = person('p-sg', { role: 'SECRETARY_GENERAL', scope: 'MOH' });
const coordinator = person('p-co', { role: 'PROGRAMME_COORDINATOR', scope: 'SMOKING' });
const people: Record<string, Viewer> = {
  mainFocalPoint,
  subFocalPoint,
  secretary,
  waterFocalPoint,
  operationRoom,
  secondInRoom,
  coordinator,
};
const secretaryPost = heldPost('MOH-SG', 'SECRETARY_GENERAL', 'MOH', { subject: 'p-sg' });
const mainPost = (subject: string | null, superior: string | null = 'MOH-SG') =>
  heldPost('MOH-MFP', 'MAIN_FOCAL_POINT', 'MOH', { subject, superior });
const words = { code: 'ABUSIVE', text: 'The words of the request are an insult.' };

const waiting = `query ($filter: CaseFilter) {
  cases(filter: $filter) { totalCount edges { node { id } } } }`;

// `gone` has left the post; the issuer still has to say so.
/** By person: whether the list `filter` holds the case, and whether the case offers one of `decisions`. */
async function deciders(
  complaint: Complaint,
  id: string,
  filter: object,
  decisions: string[],
  gone: Viewer | null = null,
) {
  const listed: string[] = [];
  const offered: string[] = [];
  for (const [name, viewer] of Object.entries(people)) {
    if (viewer === gone) continue;
    const { data } = await complaint.ask(viewer, waiting, { filter });
    const { case: kase } = (
      await complaint.ask(viewer, 'query ($id: ID!) { case(id: $id) { actions } }', { id })
    ).data ?? { case: null };
    expect(data.cases.totalCount).toBe(data.cases.edges.length);
    if (data.cases.edges.some(({ node }: { node: { id: string } }) => node.id === id)) listed.push(name);
    if (kase && decisions.some((action) => kase.actions.includes(action))) offered.push(name);
  }
  return { listed, offered };
}
const interim = ['INTERIM_REPLY'];
const rejection = ['REJECT'];
const transfers = ['ACCEPT_TRANSFER'];

async function proposeInterim(complaint: Complaint, viewer: Viewer): Promise<string> {
  const kase = await begun(complaint, layla);
  const latest = 'query ($id: ID!) { case(id: $id) { latestInterimDueOn } }';
  const { data } = await complaint.ask(viewer, latest, { id: kase.id });
  const proposal = { text: 'We wait for the laboratory.', dueOn: data.case.latestInterimDueOn };
  expect((await step(complaint, viewer, 'proposeInterimReply', kase, proposal)).codes).toEqual([]);
  return kase.id;
}

describe('“waiting for your decision” holds a case for exactly those whom it offers the decision', () => {
  it('an interim reply of a sub focal point', async () => {
    const complaint = await openComplaint();
    await complaint.announce(secretaryPost, mainPost('p-mfp'));
    const id = await proposeInterim(complaint, subFocalPoint);
    const { listed, offered: may } = await deciders(complaint, id, { awaitsMyDecision: true }, interim);
    expect(listed).toEqual(['mainFocalPoint']);
    expect(may).toEqual(listed);
  });

  it('an interim reply of the main focal point', async () => {
    const complaint = await openComplaint();
    await complaint.announce(secretaryPost, mainPost('p-mfp'));
    const id = await proposeInterim(complaint, mainFocalPoint);
    const { listed, offered: may } = await deciders(complaint, id, { awaitsMyDecision: true }, interim);
    expect(listed).toEqual(['secretary']);
    expect(may).toEqual(listed);
  });

  it('an interim reply while the main focal point’s post is vacant: the next holder upward', async () => {
    const complaint = await openComplaint();
    await complaint.announce(secretaryPost, mainPost('p-mfp'));
    const id = await proposeInterim(complaint, subFocalPoint);
    await complaint.announce(mainPost(null));
    const { listed, offered: may } = await deciders(
      complaint,
      id,
      { awaitsMyDecision: true },
      interim,
      mainFocalPoint,
    );
    expect(listed).toEqual(['secretary']);
    expect(may).toEqual(listed);
  });

  it('an interim reply where nobody is left above: the operation room', async () => {
    const complaint = await openComplaint();
    const id = await proposeInterim(complaint, subFocalPoint);
    await complaint.announce(vacantPost('MOH-MFP', 'MAIN_FOCAL_POINT', 'MOH'));
    const { listed, offered: may } = await deciders(
      complaint,
      id,
      { awaitsMyDecision: true },
      interim,
      mainFocalPoint,
    );
    expect(listed).toEqual(['operationRoom', 'secondInRoom']);
    expect(may).toEqual(listed);
  });

  it('a rejection that one of the operation room proposed', async () => {
    const complaint = await openComplaint();
    const kase = await file(complaint, layla);
    await step(complaint, operationRoom, 'proposeRejection', kase, words);
    const { listed, offered: may } = await deciders(
      complaint,
      kase.id,
      { awaitsMyDecision: true },
      rejection,
    );
    expect(listed).toEqual(['secondInRoom']);
    expect(may).toEqual(listed);
  });

  it('a rejection in a programme: its coordinator too', async () => {
    const complaint = await openComplaint();
    const kase = await file(complaint, layla, { categoryCode: 'SMOKING' });
    const assigned = await assign(complaint, kase, { categoryCode: 'SMOKING' });
    await step(complaint, mainFocalPoint, 'proposeRejection', assigned, words);
    const { listed, offered: may } = await deciders(
      complaint,
      kase.id,
      { awaitsMyDecision: true },
      rejection,
    );
    expect(listed).toEqual(['operationRoom', 'secondInRoom', 'coordinator']);
    expect(may).toEqual(listed);
  });

  it('a transfer: who is asked', async () => {
    const complaint = await openComplaint();
    const { id } = await offered(complaint);
    const { listed, offered: may } = await deciders(complaint, id, { incoming: true }, transfers);
    expect(listed).toEqual(['waterFocalPoint']);
    expect(may).toEqual(listed);
  });

  it('a transfer to an entity without anybody who could decide: the operation room', async () => {
    const complaint = await openComplaint();
    const { id } = await offered(complaint);
    await complaint.announce(vacantPost('MIYAHUNA-MFP', 'MAIN_FOCAL_POINT', 'MIYAHUNA'));
    const { listed, offered: may } = await deciders(
      complaint,
      id,
      { incoming: true },
      transfers,
      waterFocalPoint,
    );
    expect(listed).toEqual(['operationRoom', 'secondInRoom']);
    expect(may).toEqual(listed);
  });
});
