import { serviceViewer } from '@bekhedmetkom/platform/auth';
import { fromGlobalId } from '@bekhedmetkom/platform/subgraph';
import { describe, expect, it } from 'vitest';
import { findBrokenLink } from '../audit/audit.store.ts';
import { file } from '../testing/documents.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import {
  administrator,
  agent,
  layla,
  mainFocalPoint,
  operationRoom,
  person,
  reviewer,
} from '../testing/viewers.ts';

const applicant = 'query ($id: ID!) { case(id: $id) { applicant { name phone email language } } }';
const contact = { name: 'Layla Haddad', phone: '0791234567', email: 'layla@example.jo' };
const known = { name: 'Layla Haddad', phone: '+962791234567', email: 'layla@example.jo', language: 'en' };
const shown = { ...known, language: 'EN' };

const readings = ({ database }: Complaint) =>
  database.query<{ actor: string; actor_kind: string }>(
    `select actor, actor_kind from audit where action = 'READ_APPLICANT' order by seq`,
  );

describe('the identity of an applicant', () => {
  it('is for the applicant, the entity’s focal points, the operation room and the agent who filed', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint, layla, { contact });
    for (const viewer of [layla, mainFocalPoint, operationRoom]) {
      expect((await complaint.ask(viewer, applicant, { id })).data.case.applicant).toEqual(shown);
    }
    const others = [
      reviewer,
      administrator,
      agent,
      person('p-sg', { role: 'SECRETARY_GENERAL', scope: 'MOH' }),
    ];
    for (const viewer of others) {
      expect((await complaint.ask(viewer, applicant, { id })).data.case.applicant).toBeNull();
    }
    const taken = await file(complaint, agent, { contact, channel: 'CONTACT_CENTRE' });
    expect((await complaint.ask(agent, applicant, { id: taken.id })).data.case.applicant).toEqual(shown);
  });

  it('is audited for everybody but the applicant, in one reading for a whole list', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint, layla, { contact });
    await file(complaint, layla, { contact });
    await complaint.ask(layla, applicant, { id });
    expect(await readings(complaint)).toEqual([]);
    await complaint.ask(operationRoom, '{ cases { edges { node { applicant { name } } } } }');
    expect(await readings(complaint)).toEqual([
      { actor: 'p-or', actor_kind: 'STAFF' },
      { actor: 'p-or', actor_kind: 'STAFF' },
    ]);
    expect(await findBrokenLink(complaint.database, fromGlobalId(id).key)).toBeNull();
  });

  it('is refused when the audit cannot be written', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint, layla, { contact });
    await complaint.database.query('alter table audit rename to audit_gone');
    const { data, errors } = await complaint.ask(operationRoom, applicant, { id });
    expect(data.case.applicant).toBeNull();
    expect(errors?.[0]).toMatchObject({
      path: ['case', 'applicant'],
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
    expect(JSON.stringify(errors)).not.toContain('Layla');
  });

  it('of an anonymous case is nobody’s but the mail’s that tells of the answer', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint, layla, { contact, anonymous: true });
    const staff = await complaint.ask(operationRoom, applicant, { id });
    expect(staff.data.case.applicant).toEqual({ name: null, phone: null, email: null, language: 'EN' });
    const mail = await complaint.ask(serviceViewer('notification'), applicant, { id });
    expect(mail.data.case.applicant).toMatchObject({ name: null, email: 'layla@example.jo' });
    expect((await readings(complaint)).at(-1)).toEqual({ actor: 'notification', actor_kind: 'SERVICE' });
    const other = await complaint.ask(serviceViewer('kpi'), applicant, { id });
    expect(other.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('the audit trail', () => {
  it('cannot be changed, and shows where it was all the same', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint, layla);
    await complaint.ask(operationRoom, applicant, { id });
    await complaint.ask(mainFocalPoint, applicant, { id });
    const { database } = complaint;
    const key = fromGlobalId(id).key;
    for (const change of [`update audit set actor = 'x'`, 'delete from audit', 'truncate audit']) {
      await expect(database.query(change)).rejects.toThrow('append-only');
    }
    expect(await findBrokenLink(database, key)).toBeNull();
    await database.query('alter table audit disable trigger audit_is_append_only');
    await database.query(`update audit set actor = 'somebody else' where seq = 2`);
    expect(await findBrokenLink(database, key)).toBe(2);
    await database.query('delete from audit where seq = 2');
    expect(await findBrokenLink(database, key)).toBe(3);
  });
});

describe('what a report says', () => {
  it('is withheld from those who only oversee, also from their search', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint, layla, {
      type: 'REPORT',
      subject: 'Bribery at the counter',
      text: 'Whistle.',
    });
    const ask =
      'query ($id: ID!) { case(id: $id) { subject text } cases(filter: { text: "bribery" }) { totalCount } }';
    const admin = await complaint.ask(administrator, ask, { id });
    expect(admin.data).toEqual({
      case: { subject: 'Confidential report', text: 'Confidential report' },
      cases: { totalCount: 0 },
    });
    const focal = await complaint.ask(mainFocalPoint, ask, { id });
    expect(focal.data).toEqual({
      case: { subject: 'Bribery at the counter', text: 'Whistle.' },
      cases: { totalCount: 1 },
    });
  });
});
