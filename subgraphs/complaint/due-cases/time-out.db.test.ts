import { describe, expect, it } from 'vitest';
import { resolved } from '../testing/documents.ts';
import { begun, timeOut } from '../testing/escalating.ts';
import { copyCase } from '../testing/many-cases.ts';
import { openComplaint } from '../testing/open-complaint.ts';
import { eventsOf, keyOf, recordOf, travel } from '../testing/travel.ts';
import { layla, mainFocalPoint, nobody, operationRoom, subFocalPoint } from '../testing/viewers.ts';

describe('what waited too long', () => {
  it('as a transfer that nobody decided is for the operation room to decide, once', async () => {
    const complaint = await openComplaint();
    const { id, version } = await begun(complaint);
    const { data } = await complaint.ask(
      mainFocalPoint,
      'mutation ($input: TransferCaseInput!) { transferCase(input: $input) { case { state } userErrors { code message } } }',
      {
        input: {
          caseId: id,
          expectedVersion: version,
          toEntityCode: 'MIYAHUNA',
          reason: 'It is about water.',
        },
      },
    );
    expect(data.transferCase).toMatchObject({ userErrors: [], case: { state: 'TRANSFER_PENDING' } });
    expect(await timeOut(complaint)).toBe(0);
    await travel(complaint, id, 7);
    expect(await timeOut(complaint)).toBe(1);
    expect(await timeOut(complaint)).toBe(0);
    expect(await recordOf(complaint, id)).toMatchObject({
      state: 'TRANSFER_PENDING',
      transferAtRoom: true,
      timesOutAt: null,
    });
    const referred = (await eventsOf(complaint, id)).filter(({ type }) => type === 'case.refer_transfer');
    expect(referred).toHaveLength(1);
    expect(referred[0]?.payload).toMatchObject({ by: 'SYSTEM', told: expect.arrayContaining(['OR-1']) });
    const seen = await complaint.ask(operationRoom, 'query ($id: ID!) { case(id: $id) { actions } }', { id });
    expect(seen.data.case.actions).toContain('ACCEPT_TRANSFER');
  });

  it('is ended once, for many at a time, by two at once', async () => {
    const complaint = await openComplaint();
    const { id } = await resolved(complaint, layla);
    await travel(complaint, id, 28);
    await copyCase(complaint, id, 40);
    const [a, b] = await Promise.all([timeOut(complaint), timeOut(complaint)]);
    expect(a + b).toBe(41);
    const [row] = await complaint.database.query<{ closed: number; told: number }>(
      `select (select count(*)::int from cases where state = 'CLOSED') as closed,
         (select count(*)::int from timeline where action = 'CLOSE') as told`,
    );
    expect(row).toEqual({ closed: 41, told: 41 });
  });

  it('ends for a case of another system only where it began to wait here', async () => {
    const complaint = await openComplaint();
    const old = await resolved(complaint, nobody);
    await complaint.database.query('update cases set imported = true, times_out_at = null');
    const asked = await begun(complaint);
    await complaint.database.query('update cases set imported = true');
    await complaint.ask(
      subFocalPoint,
      'mutation ($input: AskApplicantInput!) { askApplicant(input: $input) { case { state } } }',
      { input: { caseId: asked.id, expectedVersion: asked.version, question: 'Which of the two was it?' } },
    );
    for (const { id } of [old, asked]) await travel(complaint, id, 28);
    expect(await timeOut(complaint)).toBe(1);
    expect(await recordOf(complaint, old.id)).toMatchObject({ state: 'RESOLVED', timesOutAt: null });
    expect(await recordOf(complaint, asked.id)).toMatchObject({ state: 'IN_PROGRESS' });
  });

  it('is nothing in a state that does not time out', async () => {
    const complaint = await openComplaint();
    const { id, version } = await begun(complaint);
    await complaint.database.query('update cases set times_out_at = clock_timestamp()');
    await timeOut(complaint);
    expect(await recordOf(complaint, id)).toMatchObject({ timesOutAt: null, state: 'IN_PROGRESS', version });
  });

  it('and cannot be ended is put off, and blocks nobody', async () => {
    const complaint = await openComplaint();
    const { id } = await resolved(complaint, layla);
    await travel(complaint, id, 28);
    await copyCase(complaint, id, 9);
    await complaint.database.query('update cycle set calendar_version = 99 where case_id = $1', [keyOf(id)]);
    const faults: unknown[] = [];
    expect(await timeOut(complaint, { onFault: (error) => faults.push(error) })).toBe(9);
    expect(faults).toHaveLength(1);
    const { timesOutAt, state } = await recordOf(complaint, id);
    expect(state).toBe('RESOLVED');
    expect(timesOutAt?.getTime()).toBeGreaterThan(Date.now());
  });
});
