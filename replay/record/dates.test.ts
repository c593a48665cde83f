import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateReader, isDateShape, isTimeZone } from './dates.ts';

const american = dateReader(['MM/DD/YYYY hh:mm:ss A', 'ISO'], 'Asia/Amman');
const read = (text: string) => american(text)?.at.toISOString() ?? null;
const by = (shape: string, text: string, zone = 'Asia/Amman') =>
  dateReader([shape], zone)(text)?.at.toISOString() ?? null;

describe('a date of a file', () => {
  it.each([
    ['01/15/2024 12:00:00 AM', '2024-01-14T21:00:00.000Z'],
    ['01/15/2024 12:00:00 PM', '2024-01-15T09:00:00.000Z'],
    ['06/26/2018 10:58:54 AM', '2018-06-26T07:58:54.000Z'],
    ['12/02/2018 10:31:43 PM', '2018-12-02T20:31:43.000Z'],
    ['02/29/2016 01:02:03 AM', '2016-02-28T23:02:03.000Z'],
    ['2018-06-26T10:00:00', '2018-06-26T07:00:00.000Z'],
    ['2018-06-26 10:00', '2018-06-26T07:00:00.000Z'],
    ['2018-06-26T10:00:00.123Z', '2018-06-26T10:00:00.123Z'],
    ['2018-06-26T10:00:00+05:30', '2018-06-26T04:30:00.000Z'],
    ['2018-06-26T10:00:00-0400', '2018-06-26T14:00:00.000Z'],
    ['2018-04-16', '2018-04-15T21:00:00.000Z'],
    ['\u200f٢٠١٨-٠٤-١٦', '2018-04-15T21:00:00.000Z'],
  ])('%s is the time on the clocks of Amman: %s', (text, instant) => expect(read(text)).toBe(instant));

  it.each([
    '',
    'yesterday',
    '06/31/2018 10:00:00 AM',
    '02/29/2018 10:00:00 AM',
    '13/01/2018 10:00:00 AM',
    '06/26/2018',
    '06/26/2018 00:10:00 AM',
    '06/26/2018 13:10:00 PM',
    '06/26/2018 10:60:00 AM',
    '06/26/0018 10:10:00 AM',
    '0018-06-26',
    '2018-06-26T24:00:00',
    '2018-06-26T10:00:60',
  ])('"%s" is none', (text) => expect(read(text)).toBeNull());

  it.each([
    ['DD/MM/YYYY HH:mm', '05/02/2024 23:30', '2024-02-05T20:30:00.000Z'],
    ['D.M.YYYY', '5.2.2024', '2024-02-04T21:00:00.000Z'],
    ['YYYY/MM/DD HH:mm:ss', '2024/02/05 00:00:00', '2024-02-04T21:00:00.000Z'],
    ['M/D/YYYY h:mm A', '2/5/2024 9:05 p.m.', '2024-02-05T18:05:00.000Z'],
    ['YYYY-MM-DD HH:mm:ssZ', '2024-02-05 10:00:00+02:00', '2024-02-05T08:00:00.000Z'],
    ['DD-MM-YYYY hh:mm A', '05-02-2024 09:05 م', '2024-02-05T18:05:00.000Z'],
  ])('in the shape %s: %s', (shape, text, instant) => expect(by(shape, text)).toBe(instant));

  it('is what the clocks of another zone showed, in summer and in winter', () => {
    expect(by('ISO', '2023-07-01 12:00', 'America/New_York')).toBe('2023-07-01T16:00:00.000Z');
    expect(by('ISO', '2023-12-01 12:00', 'America/New_York')).toBe('2023-12-01T17:00:00.000Z');
    expect(by('ISO', '2017-12-31 23:30', 'America/Los_Angeles')).toBe('2018-01-01T07:30:00.000Z');
    expect(by('ISO', '2017-12-31 23:30')).toBe('2017-12-31T21:30:00.000Z');
    // An hour that came twice is its first; of one that was skipped, the hour after it.
    expect(by('ISO', '2023-11-05 01:30', 'America/New_York')).toBe('2023-11-05T05:30:00.000Z');
    expect(by('ISO', '2023-03-12 02:30', 'America/New_York')).toBe('2023-03-12T07:30:00.000Z');
  });

  it('knows how much of its day is left', () => {
    const day = 86_400_000;
    expect(dateReader(['ISO'], 'Asia/Amman')('2024-02-05')?.restOfDay).toBe(day);
    expect(dateReader(['ISO'], 'Asia/Amman')('2024-02-05T23:00:00')?.restOfDay).toBe(day / 24);
  });

  it('keeps the order of times around the hours that summer time skipped and repeated', () => {
    for (const night of ['2018-03-30', '2018-10-26']) {
      const instants = Array.from({ length: 180 }, (_, minute) => {
        const text = `${night} 0${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
        return american(text)?.at.getTime() ?? Number.NaN;
      });
      expect(instants).toEqual(instants.toSorted((a, b) => a - b));
    }
  });

  it('keeps every millisecond of a second', () => {
    const read = dateReader(['ISO'], 'UTC');
    for (let millisecond = 0; millisecond < 60_000; millisecond += 7) {
      const iso = new Date(Date.UTC(1973, 3, 27, 18, 41, 0, millisecond)).toISOString();
      expect(read(iso)?.at.toISOString()).toBe(iso);
    }
  });

  it('is read back as it was written, in any zone', () => {
    const zones = fc.constantFrom(
      'Asia/Amman',
      'UTC',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Sydney',
    );
    const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(zones, days, (zone, date) => {
        const iso = date.toISOString();
        expect(dateReader(['ISO'], zone)(iso)?.at.toISOString()).toBe(iso);
      }),
    );
  });
});

it('a shape names a year, a month and a day; a zone is one of the time zone database', () => {
  expect(['ISO', 'DD/MM/YYYY', 'M/D/YYYY h:mm A'].map(isDateShape)).toEqual([true, true, true]);
  expect(['', 'MM/YYYY', 'day', 'DD/DD/YYYY'].map(isDateShape)).toEqual([false, false, false, false]);
  expect(['Asia/Amman', 'UTC', 'Mars/Base', ''].map(isTimeZone)).toEqual([true, true, false, false]);
});
