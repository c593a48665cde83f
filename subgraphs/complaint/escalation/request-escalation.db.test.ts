import { describe, expect, it } from 'vitest';
import { file, postId, rate, resolved, track } from '../testing/documents.ts';
import { begun, climb } from '../testing/escalating.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { heldPost, vacantPost } from '../testing/posts.ts';
import { eventsOf, keyOf, recordOf, travel } from '../testing/travel.ts';
import { layla, mainFocalPoint, nobody, omar, operationRoom } from '../testing/viewers.ts';
import { levelAbove } from './request-escalation.ts';

const request = `mutation ($input: ApplicantActionInput!) { requestEscalation(input: $input) {
  case { version actions sla { escalation } escalations { level requestedByApplicant posts { id } } } userErrors { code message } } }`;

async function overdue(complaint: Complaint) {
  const kase = await begun(complaint);
  await travel(complaint, kase.id, 14);
  await complaint.database.query(
    `update cycle set due_at = clock_timestamp() - interval '1 minute' where case_id = $1`,
    [keyOf(kase.id)],
  );
  return kase;
}

const outlook = `query ($reference: String!, $secret: String!) { case: trackCase(reference: $reference, secret: $secret) {
  rateableUntil nextEscalation { level at substituted posts { id } vacant { id } } sla { allowedWorkingDays allowedWorkingMinutes } } }`;

describe('what an applicant is told of the time ahead', () => {
  it('names who is told next of the delay, and moves on when somebody was told', async () => {
    const complaint = await openComplaint();
    const { id, reference, secret, version } = await overdue(complaint);
    const ask = async () => (await complaint.ask(nobody, outlook, { reference, secret })).data.case;
    const before = await ask();
    expect(before.nextEscalation.level).toBe('L2');
    expect(Date.parse(before.nextEscalation.at)).toBeGreaterThan(Date.now());
    expect(before.sla).toEqual({
      allowedWorkingDays: (await recordOf(complaint, id)).slaDays,
      allowedWorkingMinutes: (await recordOf(complaint, id)).slaMinutes,
    });
    expect(before.rateableUntil).toBeNull();
    await complaint.announce(
      vacantPost('MOH-SG', 'SECRETARY_GENERAL', 'MOH', 'MOH-MIN'),
      heldPost('MOH-MIN', 'MINISTER', 'MOH', { subject: 'p-minister' }),
    );
    expect((await ask()).nextEscalation).toMatchObject({
      ...{ level: 'L2', substituted: true },
      posts: [{ id: postId('MOH-MIN') }],
      vacant: [{ id: postId('MOH-SG') }],
    });
    await complaint.database.query('update cases set escalates_at = clock_timestamp()');
    await climb(complaint);
    await complaint.ask(layla, request, { input: { reference, expectedVersion: version + 1 } });
    expect((await ask()).nextEscalation.level).toBe('L3');
  });

  it('says until when an answer may be rated, and nothing of it once it was', async () => {
    const complaint = await openComplaint();
    const { reference, secret } = await resolved(complaint);
    const ask = async () => (await complaint.ask(nobody, outlook, { reference, secret })).data.case;
    const { rateableUntil, nextEscalation } = await ask();
    expect(Date.parse(rateableUntil)).toBeGreaterThan(Date.now());
    expect(nextEscalation).toBeNull();
    const { version } = (await complaint.ask(nobody, track, { reference, secret })).data.trackCase;
    const input = { reference, secret, expectedVersion: version, score: 5, solved: 'YES' };
    await complaint.ask(nobody, rate, { input });
    expect((await ask()).rateableUntil).toBeNull();
  });
});

describe('an applicant who asks for escalation', () => {
  it('takes an overdue case one level up, at least to L1, and no deadline with it', async () => {
    const complaint = await openComplaint();
    const { id, reference, secret, version } = await overdue(complaint);
    const before = await recordOf(complaint, id);
    const { data } = await complaint.ask(nobody, request, {
      input: { reference, secret, expectedVersion: version },
    });
    expect(data.requestEscalation).toMatchObject({
      userErrors: [],
      case: {
        sla: { escalation: 'L1' },
        escalations: [
          {
            level: 'L1',
            requestedByApplicant: true,
            posts: [{ id: postId('MOH-MFP') }, { id: postId('OR-1') }],
          },
        ],
      },
    });
    expect(data.requestEscalation.case.actions).not.toContain('REQUEST_ESCALATION');
    expect((await eventsOf(complaint, id)).at(-1)).toMatchObject({
      type: 'case.request_escalation',
      payload: { by: 'APPLICANT', told: ['MOH-MFP', 'OR-1'] },
    });
    const after = await recordOf(complaint, id);
    expect(after).toMatchObject({ dueAt: before.dueAt, holderPost: before.holderPost, state: before.state });
  });

  it('goes above what the clock has reached, which then is not reached again', async () => {
    const complaint = await openComplaint();
    const { id, reference, version } = await overdue(complaint);
    await complaint.database.query('update cases set escalates_at = clock_timestamp()');
    await climb(complaint);
    await complaint.ask(layla, request, { input: { reference, expectedVersion: version + 1 } });
    expect((await recordOf(complaint, id)).escalations.map(({ level }) => level)).toEqual(['L0', 'L1', 'L2']);
    await travel(complaint, id, 56);
    await climb(complaint);
    const rows = await complaint.database.query('select level, trigger from escalation order by level');
    expect(rows).toEqual([
      { level: 'L0', trigger: 'CLOCK' },
      { level: 'L1', trigger: 'CLOCK' },
      { level: 'L2', trigger: 'APPLICANT' },
      { level: 'L3', trigger: 'CLOCK' },
      { level: 'L4', trigger: 'CLOCK' },
    ]);
  });

  it('may do so once a round', async () => {
    const complaint = await openComplaint();
    const { reference, version } = await overdue(complaint);
    await complaint.ask(layla, request, { input: { reference, expectedVersion: version } });
    const again = await complaint.ask(layla, request, {
      input: { reference, expectedVersion: version + 1 },
    });
    expect(again.data.requestEscalation.userErrors).toMatchObject([{ code: 'ONCE_A_CYCLE' }]);
  });

  it('is told when the top is reached already', async () => {
    const complaint = await openComplaint();
    const { id, reference, version } = await overdue(complaint);
    await travel(complaint, id, 70);
    await complaint.database.query('update cases set escalates_at = clock_timestamp()');
    await climb(complaint);
    const { data } = await complaint.ask(layla, request, {
      input: { reference, expectedVersion: version + 1 },
    });
    expect(data.requestEscalation.userErrors).toMatchObject([{ code: 'ESCALATION_AT_TOP' }]);
    expect(await recordOf(complaint, id)).toMatchObject({ escalationAskedAt: null });
  });

  it('has an overdue case, of their own, as it is now', async () => {
    const complaint = await openComplaint();
    const fresh = await file(complaint, layla);
    const early = await complaint.ask(layla, request, {
      input: { reference: fresh.reference, expectedVersion: 1 },
    });
    expect(early.data.requestEscalation.userErrors).toMatchObject([{ code: 'NOT_OVERDUE' }]);
    const { reference, version } = await overdue(complaint);
    const input = { reference, expectedVersion: version };
    expect((await complaint.ask(omar, request, { input })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    for (const viewer of [mainFocalPoint, operationRoom]) {
      const { data } = await complaint.ask(viewer, request, { input });
      expect(data.requestEscalation.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
    const stale = await complaint.ask(layla, request, { input: { ...input, expectedVersion: 1 } });
    expect(stale.data.requestEscalation.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  });

  it.each([
    [null, 'L1'],
    ['L0', 'L1'],
    ['L1', 'L2'],
    ['L3', 'L4'],
    ['L4', null],
  ] as const)('from %s reaches %s', (escalation, next) => {
    expect(levelAbove({ escalation, type: 'COMPLAINT' })).toBe(next);
  });

  it('of a compliment ends at L1', () => {
    expect(levelAbove({ escalation: null, type: 'COMPLIMENT' })).toBe('L1');
    expect(levelAbove({ escalation: 'L1', type: 'COMPLIMENT' })).toBeNull();
  });
});
