import { describe, expect, it } from 'vitest';
import { file } from '../testing/documents.ts';
import { secondInRoom } from '../testing/handover.ts';
import { openComplaint } from '../testing/open-complaint.ts';
import { keyOf } from '../testing/travel.ts';
import { agent, layla, mainFocalPoint, operationRoom, person, subFocalPoint } from '../testing/viewers.ts';

const applicant = 'query ($id: ID!) { case(id: $id) { applicantKind applicant { name phone email } } }';
const ask = `mutation ($input: RequestIdentityInput!) { done: requestReporterIdentity(input: $input) {
  request { id byViewer decision } userErrors { code message } } }`;
const decide = `mutation ($input: DecideIdentityInput!) { done: decideReporterIdentity(input: $input) {
  request { decision } userErrors { code } } }`;
const contact = { name: 'Marker Name', phone: '0791234567', email: 'marker@example.jo' };
const report = { type: 'REPORT', contact, applicantKind: 'EMPLOYEE' };
const reason = 'The prosecutor asked for it in letter 12/2026.';
const minister = person('p-minister', { role: 'MINISTER', scope: 'MOH' });
const secretary = person('p-sg', { role: 'SECRETARY_GENERAL', scope: 'MOH' });
const both = person('p-both', { role: 'OPERATION_ROOM', scope: null }, { role: 'MINISTER', scope: 'MOH' });

describe('who reported', () => {
  it.each([
    ['the main focal point', mainFocalPoint],
    ['a sub focal point', subFocalPoint],
    ['the secretary general', secretary],
    ['the minister', minister],
    ['somebody of the operation room with a post there', both],
    ['the operation room by itself', operationRoom],
    ['a contact-centre agent', agent],
  ])('is not read by %s', async (_, viewer) => {
    const complaint = await openComplaint();
    const { id } = await file(complaint, layla, report);
    const { data } = await complaint.ask(viewer, applicant, { id });
    expect(data.case).toEqual({ applicantKind: null, applicant: null });
  });

  it('is shown to a custodian outside who gave a reason, once another one approved, and audited', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint, layla, report);
    const { data } = await complaint.ask(operationRoom, ask, { input: { caseId: id, reason } });
    expect(data.done).toMatchObject({ request: { byViewer: true, decision: null }, userErrors: [] });
    const input = { requestId: data.done.request.id, approve: true };
    const own = await complaint.ask(operationRoom, decide, { input });
    expect(own.data.done.userErrors).toEqual([{ code: 'OWN_PROPOSAL' }]);
    expect((await complaint.ask(operationRoom, applicant, { id })).data.case.applicant).toBeNull();
    const inside = await complaint.ask(both, decide, { input });
    expect(inside.data.done.userErrors).toEqual([{ code: 'FORBIDDEN' }]);
    const approved = await complaint.ask(secondInRoom, decide, { input });
    expect(approved.data.done).toEqual({ request: { decision: 'APPROVED' }, userErrors: [] });
    const shown = await complaint.ask(operationRoom, applicant, { id });
    expect(shown.data.case.applicant).toMatchObject({ name: 'Marker Name', email: contact.email });
    expect((await complaint.ask(secondInRoom, applicant, { id })).data.case.applicant).toBeNull();
    const audited = await complaint.database.query<{ action: string }>(
      'select action from audit where case_id = $1 order by seq',
      [keyOf(id)],
    );
    expect(audited.map(({ action }) => action)).toEqual([
      'SUBMIT',
      'REQUEST_IDENTITY',
      'APPROVED_IDENTITY',
      'READ_APPLICANT',
    ]);
  });

  it('is asked for by nobody inside, and with a reason only', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint, layla, report);
    for (const viewer of [mainFocalPoint, minister, both]) {
      const { data } = await complaint.ask(viewer, ask, { input: { caseId: id, reason } });
      expect(data.done.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
    const empty = await complaint.ask(operationRoom, ask, { input: { caseId: id, reason: ' ' } });
    expect(empty.data.done.userErrors).toMatchObject([{ code: 'REQUIRED' }]);
  });

  it('stays the applicant’s own to read', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint, layla, report);
    const { data } = await complaint.ask(layla, applicant, { id });
    expect(data.case).toMatchObject({ applicantKind: 'EMPLOYEE', applicant: { name: 'Marker Name' } });
  });
});
