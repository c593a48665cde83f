import { describe, expect, it } from 'vitest';
import { readAmmanTime } from './amman-time.ts';

const read = (text: string) => readAmmanTime(text)?.toISOString() ?? null;

describe('a date of a 311 file', () => {
  it.each([
    ['01/15/2024 12:00:00 AM', '2024-01-14T21:00:00.000Z'],
    ['01/15/2024 12:00:00 PM', '2024-01-15T09:00:00.000Z'],
    ['06/26/2018 10:58:54 AM', '2018-06-26T07:58:54.000Z'],
    ['12/02/2018 10:31:43 PM', '2018-12-02T20:31:43.000Z'],
    ['02/29/2016 01:02:03 AM', '2016-02-28T23:02:03.000Z'],
  ])('%s is the time in Amman: %s', (text, instant) => {
    expect(read(text)).toBe(instant);
  });

  it.each(['', '06/31/2018 10:00:00 AM', '02/29/2018 10:00:00 AM', '13/01/2018 10:00:00 AM', '06/26/2018'])(
    'refuses "%s"',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  it.each([
    '06/26/2018 00:10:00 AM',
    '06/26/2018 13:10:00 PM',
    '06/26/2018 10:60:00 AM',
    '2018-06-26T10:00:00',
  ])('refuses the time of "%s"', (text) => {
    expect(read(text)).toBeNull();
  });

  it('keeps the order of times around the hours that summer time skipped and repeated', () => {
    const nights = ['03/30/2018', '10/26/2018'];
    for (const night of nights) {
      const instants = Array.from({ length: 180 }, (_, minute) => {
        const hours = Math.floor(minute / 60);
        const text = `${night} ${String(hours || 12).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00 AM`;
        return readAmmanTime(text)?.getTime() ?? Number.NaN;
      });
      expect(instants).toEqual(instants.toSorted((a, b) => a - b));
    }
  });
});
