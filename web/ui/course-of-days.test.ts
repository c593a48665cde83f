import { describe, expect, it } from 'vitest';
import { type CourseDay, fractionOfDay, layPieces, shorten } from './course-of-days.ts';

const day = (date: string, kind: CourseDay['kind'], name: string | null = null): CourseDay => ({
  date,
  kind,
  fraction: 0,
  due: false,
  today: false,
  name,
});

const picture = (pieces: ReturnType<typeof layPieces>) =>
  pieces.map((piece) => ('stone' in piece ? piece.stone.date.slice(8) : '·')).join(' ');

describe('a course of stones', () => {
  const days = [
    day('2026-11-18', 'DONE'),
    day('2026-11-19', 'PAUSED'),
    day('2026-11-20', 'WEEKEND'),
    day('2026-11-21', 'WEEKEND'),
    day('2026-11-22', 'HOLIDAY', 'عيد'),
    day('2026-11-23', 'AHEAD'),
  ];

  it('has one joint for all days off in a row, with the names of the holidays', () => {
    const pieces = layPieces(days);
    expect(picture(pieces)).toBe('18 19 · 23');
    expect(pieces[2]).toEqual({ joint: { date: '2026-11-20', holidays: ['عيد'], weekend: true } });
  });

  it('neither begins nor ends with a joint', () => {
    expect(picture(layPieces([day('2026-11-20', 'WEEKEND'), ...days, day('2026-11-27', 'WEEKEND')]))).toBe(
      '18 19 · 23',
    );
  });

  it('keeps its last stones when it is too long', () => {
    const { pieces, left } = shorten(layPieces(days), 1);
    expect([picture(pieces), left]).toEqual(['23', 2]);
  });

  it('fills today by the part that is gone', () => {
    expect(fractionOfDay({ ...day('2026-11-23', 'TODAY'), fraction: 0.456 })).toBe(46);
    expect(fractionOfDay({ ...day('2026-11-23', 'TODAY'), fraction: 1.2 })).toBe(100);
  });
});
