import { describe, expect, it } from 'vitest';
import { indexCalendar } from '../sla/working-calendar.ts';
import { amman, seededCalendar } from '../testing/seeded-calendar.ts';
import { dueDayOfContribution } from './contribution.ts';

const calendar = indexCalendar(seededCalendar);
const at = (local: string) => new Date(amman(local));
// A Wednesday; the week ends on Thursday.
const now = at('2026-04-15T10:00');
const due = at('2026-04-21T15:30');
const asked = (dueOn: string | null, caseDue: Date | null = due) =>
  dueDayOfContribution(dueOn, caseDue, now, calendar);

describe('the day of a part', () => {
  it('is any working day ahead until the case itself is due', () => {
    for (const dueOn of ['2026-04-16', '2026-04-19', '2026-04-21']) expect(asked(dueOn)).toEqual({ dueOn });
  });

  it('is refused when it is past, today, not worked, or after the case is due', () => {
    expect(asked('2026-04-14')).toMatchObject({ refused: 'DATE_NOT_AHEAD' });
    expect(asked('2026-04-15')).toMatchObject({ refused: 'DATE_NOT_AHEAD' });
    expect(asked('2026-04-17')).toMatchObject({
      refused: 'PROMISE_NOT_WORKING',
      facts: { next: '2026-04-19' },
    });
    expect(asked('2026-04-22')).toMatchObject({ refused: 'AFTER_CASE_DUE', facts: { due: '2026-04-21' } });
    for (const far of ['2079-04-18', '2099-01-01', '9999-12-31']) {
      expect(asked(far)).toMatchObject({ refused: 'AFTER_CASE_DUE' });
      expect(asked(far, null)).toMatchObject({ refused: 'PROMISE_TOO_FAR', facts: { days: 366 } });
    }
  });

  it('is the working day before the case is due when nobody says', () => {
    expect(asked(null)).toEqual({ dueOn: '2026-04-20' });
    expect(asked(null, at('2026-04-19T15:30'))).toEqual({ dueOn: '2026-04-16' });
  });

  it('is at the earliest the next working day, also for a case that is late or has no due date', () => {
    for (const caseDue of [null, at('2026-04-12T15:30'), at('2026-04-15T15:30'), at('2026-04-16T15:30')]) {
      expect(asked(null, caseDue)).toEqual({ dueOn: '2026-04-16' });
      expect(asked('2026-04-16', caseDue)).toEqual({ dueOn: '2026-04-16' });
    }
  });
});
