import { describe, expect, it } from 'vitest';
import { eventually } from '../../../test/harness/eventually.ts';
import { findBrokenLink } from '../audit/audit.store.ts';
import { assign, file, one, track } from '../testing/documents.ts';
import { begun, offered, step } from '../testing/handover.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { eventsOf, keyOf, recordOf } from '../testing/travel.ts';
import { layla, mainFocalPoint, nobody, omar, operationRoom, subFocalPoint } from '../testing/viewers.ts';

const withdraw = `mutation ($input: WithdrawCaseInput!) { withdrawCase(input: $input) {
  case { state followers } userErrors { code message } } }`;
type Filed = Awaited<ReturnType<typeof file>>;

async function withdrawn(complaint: Complaint, { reference, id }: Pick<Filed, 'reference' | 'id'>) {
  const { version } = await recordOf(complaint, id);
  const { data } = await complaint.ask(layla, withdraw, { input: { reference, expectedVersion: version } });
  return data.withdrawCase;
}
const merge = (complaint: Complaint, kase: Filed, into: Filed) =>
  step(complaint, mainFocalPoint, 'mergeCase', kase, { intoReference: into.reference });

describe('withdrawing a case that others follow', () => {
  it('is possible, and the work goes on as the eldest follower’s, under the deadlines that were promised', async () => {
    const complaint = await openComplaint();
    const parent = await file(complaint, layla);
    const elder = await file(complaint, omar, { text: 'The same clinic, the same hours.' });
    const younger = await file(complaint, nobody);
    await merge(complaint, younger, parent);
    await merge(complaint, elder, parent);
    await assign(complaint, parent);
    const before = await recordOf(complaint, parent.id);
    expect(await withdrawn(complaint, parent)).toEqual({
      case: { state: 'WITHDRAWN', followers: 0 },
      userErrors: [],
    });
    const heir = await recordOf(complaint, elder.id);
    expect(heir).toMatchObject({
      state: 'ASSIGNED',
      parentId: null,
      followers: 1,
      reference: elder.reference,
      applicantSubject: 'p-omar',
      subject: elder.subject,
      closedAt: null,
    });
    for (const field of ['dueAt', 'originalDueAt', 'holderPost', 'importance', 'acknowledgedAt'] as const) {
      expect(heir[field]).toEqual(before[field]);
    }
    expect(heir.nextDeadlineAt).toEqual(before.dueAt);
    expect(await recordOf(complaint, younger.id)).toMatchObject({ state: 'DUPLICATE', parentId: heir.id });
    const events = await eventsOf(complaint, elder.id);
    expect(events.at(-1)).toMatchObject({ type: 'case.continue', version: heir.version });
    for (const id of [parent.id, elder.id]) {
      expect(await findBrokenLink(complaint.database, keyOf(id))).toBeNull();
    }
  });

  it('shows nothing of who withdrew to the follower, and nothing of the follower to who withdrew', async () => {
    const complaint = await openComplaint();
    const contact = { name: 'Layla Marker', email: 'layla.marker@example.jo' };
    const parent = await begun(complaint, layla, { contact, text: 'A text of Layla’s alone.' });
    const asked = await step(complaint, subFocalPoint, 'askApplicant', parent, {
      question: 'On which day did you, Layla, come?',
    });
    expect(asked.codes).toEqual([]);
    const elder = await file(complaint, nobody, { text: 'A text of the follower.' });
    await merge(complaint, elder, parent);
    await withdrawn(complaint, parent);
    const own = await complaint.ask(nobody, track, { reference: elder.reference, secret: elder.secret });
    expect(own.data.trackCase).toMatchObject({ state: 'IN_PROGRESS', text: 'A text of the follower.' });
    const story = `query ($id: ID!) { case(id: $id) { timeline { edges { node { action text } } } applicant { name email } } }`;
    const seen = await complaint.ask(mainFocalPoint, story, { id: elder.id });
    expect(seen.data.case.applicant).toEqual({ name: null, email: null });
    const all = JSON.stringify([own, seen.data.case.timeline.edges.filter(isTold)]);
    expect(all).not.toMatch(/Layla|layla.marker/);
    const former = await complaint.ask(layla, one, { id: parent.id });
    expect(former.data.case).toMatchObject({ state: 'WITHDRAWN', actions: [] });
    expect(JSON.stringify(former)).not.toMatch(/follower/);
  });

  it('keeps a contribution that is waited for, and a transfer that is offered', async () => {
    const complaint = await openComplaint();
    const parent = await offered(complaint, layla);
    const elder = await file(complaint, omar);
    await merge(complaint, elder, parent);
    await withdrawn(complaint, parent);
    expect(await recordOf(complaint, elder.id)).toMatchObject({
      state: 'TRANSFER_PENDING',
      transferTo: 'MIYAHUNA',
      previousState: 'IN_PROGRESS',
      timesOutAt: expect.any(Date),
    });
    expect(await recordOf(complaint, parent.id)).toMatchObject({ state: 'WITHDRAWN', transferTo: null });
    const open = await complaint.database.query('select case_id from transfer where decision is null');
    expect(open).toEqual([{ case_id: keyOf(elder.id) }]);
  });

  it('lets the other followers’ streams go on with the case that they follow now', async () => {
    const complaint = await openComplaint();
    const parent = await file(complaint, layla);
    const elder = await file(complaint, omar);
    const younger = await file(complaint, nobody);
    await merge(complaint, younger, parent);
    await merge(complaint, elder, parent);
    const { seen } = await complaint.watch(
      nobody,
      `subscription ($r: String!, $s: String) { caseChanged(reference: $r, secret: $s) { case { parent { state } } } }`,
      { r: younger.reference, s: younger.secret },
    );
    const states = () => seen.map(({ data }) => data.caseChanged.case.parent.state);
    // Once a step of the case that it follows is told, the stream is open.
    let { version } = parent;
    await eventually(async () => {
      const kase = { id: parent.id, version };
      const proposal = { code: 'ABUSIVE', text: 'An insult.' };
      const { case: proposed } = await step(complaint, mainFocalPoint, 'proposeRejection', kase, proposal);
      const { case: declined } = await step(complaint, operationRoom, 'declineRejection', proposed, {
        reason: 'It is none.',
      });
      version = declined.version;
      expect(seen.length).toBeGreaterThan(0);
    });
    await withdrawn(complaint, parent);
    const told = seen.length;
    await eventually(() => expect(seen.length).toBeGreaterThan(told));
    await assign(complaint, { ...elder, version: (await recordOf(complaint, elder.id)).version });
    await eventually(() => expect(states().at(-1)).toBe('ASSIGNED'));
  });

  it('that nobody follows ends it as ever', async () => {
    const complaint = await openComplaint();
    const parent = await file(complaint, layla);
    expect(await withdrawn(complaint, parent)).toMatchObject({
      case: { state: 'WITHDRAWN' },
      userErrors: [],
    });
  });
});

function isTold({ node }: { node: { action: string } }): boolean {
  return node.action !== 'CONTINUE';
}
