import { describe, expect, it } from 'vitest';
import { boxOf, draftOf, emptyPeriod, isOver, missingDays, toInput } from './calendar-draft.ts';

const eid = {
  from: '2026-03-20',
  to: '2026-03-23',
  nameAr: 'عيد الفطر',
  nameEn: 'Eid al-Fitr',
  estimated: false,
};
const calendar = {
  workingDays: [1, 2, 3, 4, 7],
  hoursOpen: '08:30',
  hoursClose: '15:30',
  holidays: [eid],
  specialHours: [],
};

describe('a calendar in its editor', () => {
  it('begins as the one in force, counting from today', () => {
    const draft = draftOf(calendar, '2026-11-24');
    expect(draft).toMatchObject({ effectiveFrom: '2026-11-24', workingDays: [1, 2, 3, 4, 7] });
    expect(toInput(draft).holidays).toEqual([eid]);
  });

  it('takes a period without a last day as one day', () => {
    const draft = draftOf(calendar, '2026-11-24');
    const added = {
      ...emptyPeriod(draft.holidays, draft),
      from: '2026-12-01',
      nameAr: 'عطلة',
      nameEn: 'Holiday',
    };
    expect(added.row).toBe(1);
    expect(toInput({ ...draft, holidays: [...draft.holidays, added] }).holidays[1]).toEqual({
      from: '2026-12-01',
      to: '2026-12-01',
      nameAr: 'عطلة',
      nameEn: 'Holiday',
      estimated: false,
    });
  });

  it('asks for days that are empty before anything is sent', () => {
    const draft = draftOf(calendar, '2026-11-24');
    const holidays = [...draft.holidays, emptyPeriod(draft.holidays, draft)];
    expect(missingDays({ ...draft, holidays })).toEqual(['holidays-1-from']);
  });

  it('knows what is over', () => {
    expect(isOver(eid, '2026-03-23')).toBe(false);
    expect(isOver(eid, '2026-03-24')).toBe(true);
    expect(isOver({ to: '' }, '2026-03-24')).toBe(false);
  });

  it('leads each error to its box', () => {
    expect(
      [
        ['calendar', 'holidays', '3', 'nameEn'],
        ['calendar', 'hoursClose'],
        ['calendar', 'effectiveFrom'],
        ['calendar', 'holidays'],
        ['expectedVersion'],
        null,
      ].map(boxOf),
    ).toEqual(['holidays-3-nameEn', 'calendar-hoursClose', 'calendar-effectiveFrom', null, null, null]);
  });
});
