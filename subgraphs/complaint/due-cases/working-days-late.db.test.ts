import { describe, expect, it } from 'vitest';
import { begun, climb } from '../testing/escalating.ts';
import { openComplaint } from '../testing/open-complaint.ts';
import { eventsOf, keyOf, travel } from '../testing/travel.ts';
import { mainFocalPoint } from '../testing/viewers.ts';

const page = 'query ($id: ID!) { case(id: $id) { sla { dueAt remainingWorkingDays } } }';

describe('an escalation’s event', () => {
  it.each([14, 21, 35, 63])(
    'says as many working days late as the page of the case: %i days on',
    async (days) => {
      const complaint = await openComplaint();
      const { id } = await begun(complaint);
      await travel(complaint, id, days);
      await complaint.database.query(
        `update cycle set due_at = clock_timestamp() - $2::int * interval '1 day' where case_id = $1`,
        [keyOf(id), days - 8],
      );
      await complaint.database.query('update cases set escalates_at = clock_timestamp()');
      const late = async () => {
        const { data } = await complaint.ask(mainFocalPoint, page, { id });
        return -data.case.sla.remainingWorkingDays;
      };
      const before = await late();
      expect(await climb(complaint)).toBe(1);
      const after = await late();
      const { payload } = (await eventsOf(complaint, id)).at(-1) ?? {};
      // The working day may close in between.
      expect([before, after]).toContain(payload?.workingDaysLate);
      // Two days in seven are no working days, in each of these whole weeks and the rest of one.
      expect(payload?.workingDaysLate).toBeGreaterThan(0);
      expect(payload?.workingDaysLate).toBeLessThan(days - 8);
    },
  );

  it('says none before the deadline', async () => {
    const complaint = await openComplaint();
    const { id } = await begun(complaint);
    for (const { payload } of await eventsOf(complaint, id)) expect(payload.workingDaysLate ?? 0).toBe(0);
    expect((await eventsOf(complaint, id)).at(-1)?.payload.workingDaysLate).toBe(0);
  });
});
