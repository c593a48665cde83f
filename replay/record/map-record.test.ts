import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadMap } from './load-map.ts';
import { columnsOf } from './map.ts';
import { mapRecord } from './map-record.ts';

const baltimore = await loadMap('baltimore311');
const newYork = await loadMap('nyc311');

const leak = {
  SRRecordID: '18-00275429',
  SRType: 'WW-Water Leak (Exterior)',
  MethodReceived: 'Phone',
  CreatedDate: '04/16/2018 05:30:13 AM',
  SRStatus: 'Closed',
  StatusDate: '04/18/2018 06:25:34 AM',
  DueDate: '04/23/2018 05:30:13 AM',
  CloseDate: '04/20/2018 06:25:33 AM',
  Agency: 'Water Wastewater',
  LastActivityDate: '',
  Neighborhood: 'Hollins Market',
  PoliceDistrict: 'Northern',
};
const map = (change: Partial<typeof leak> = {}) => mapRecord(baltimore, { ...leak, ...change });
const record = (change: Partial<typeof leak> = {}) => {
  const mapped = map(change);
  if ('refused' in mapped) throw new Error(mapped.refused);
  return mapped.record;
};

describe('a record of Baltimore', () => {
  it('becomes a case in our words', () => {
    expect(record()).toEqual({
      source: 'baltimore311',
      sourceId: '18-00275429',
      type: 'COMPLAINT',
      subject: 'WW-Water Leak (Exterior)',
      text: 'WW-Water Leak (Exterior)\nNeighborhood: Hollins Market\nResponsible: Water Wastewater',
      entity: 'YWC',
      category: 'LEAK',
      governorate: 'IRBID',
      district: 'Hollins Market',
      channel: 'CONTACT_CENTRE',
      importance: 'MEDIUM',
      pillar: 'INFRASTRUCTURE',
      submittedAt: new Date('2018-04-16T02:30:13Z'),
      acknowledgedAt: new Date('2018-04-18T03:25:34Z'),
      startedAt: new Date('2018-04-18T03:25:34Z'),
      dueAt: new Date('2018-04-23T02:30:13Z'),
      answeredAt: new Date('2018-04-20T03:25:33Z'),
      outcome: 'SOLVED',
      answer: 'Water Wastewater closed the request with the status “Closed”.',
      cancelledAt: null,
      anonymous: false,
      point: null,
      language: 'en',
    });
  });

  it('is acknowledged at the first trace of work, and no later than it was answered', () => {
    expect(record({ StatusDate: '04/20/2018 06:25:34 AM' }).acknowledgedAt).toEqual(record().answeredAt);
    expect(record({ StatusDate: '04/15/2018 06:25:34 AM' }).acknowledgedAt).toEqual(record().answeredAt);
  });

  it('that nobody touched is not acknowledged', () => {
    const fresh = record({ SRStatus: 'New', CloseDate: '' });
    expect([fresh.acknowledgedAt, fresh.startedAt, fresh.answeredAt, fresh.answer]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('in progress is acknowledged, not answered', () => {
    const open = record({ SRStatus: 'Open', CloseDate: '' });
    expect([open.acknowledgedAt?.toISOString(), open.startedAt, open.outcome]).toEqual([
      '2018-04-18T03:25:34.000Z',
      null,
      null,
    ]);
  });

  it.each([
    [{ SRRecordID: ' ' }, 'SRRecordID is empty'],
    [{ CreatedDate: '' }, 'CreatedDate is empty'],
    [{ CreatedDate: 'yesterday' }, 'CreatedDate is no date: "yesterday"'],
    [{ SRType: '' }, 'nothing says what it is about'],
  ])('%j is refused: %s', (change, reason) => {
    expect(map(change)).toEqual({ refused: reason });
  });
});

describe('a cell that cannot be true', () => {
  const dropped = (change: Partial<typeof leak>) => {
    const mapped = map(change);
    return 'refused' in mapped ? mapped.refused : mapped.dropped;
  };

  it('is left out and told, and its row is kept', () => {
    expect(dropped({})).toEqual([]);
    expect(dropped({ DueDate: 'soon', LastActivityDate: '04/18/0018 06:25:34 AM' })).toEqual([
      { column: 'DueDate', reason: 'is no date: "soon"' },
      { column: 'LastActivityDate', reason: 'is no date: "04/18/0018 06:25:34 AM"' },
    ]);
    expect(record({ DueDate: 'soon' }).dueAt).toBeNull();
    const early = { CloseDate: '04/15/2018 06:25:33 AM' };
    expect(dropped(early)).toEqual([
      {
        column: 'CloseDate',
        reason: '(04/15/2018 06:25:33 AM) is before CreatedDate (04/16/2018 05:30:13 AM)',
      },
    ]);
    expect(record(early).answeredAt).toBeNull();
  });

  it('is no emoji at the cut of a subject', () => {
    const { subject } = record({ SRType: `${'a'.repeat(149)}👩🏽‍💻 and more` });
    expect(subject).toBe(`${'a'.repeat(149)}👩🏽‍💻`);
    expect(record({ SRType: `${'a'.repeat(150)}👩🏽‍💻` }).subject.isWellFormed()).toBe(true);
  });
});

describe('a record of New York', () => {
  it('has its garbled quotation marks repaired and its control characters removed', () => {
    const mapped = mapRecord(newYork, {
      'Unique Key': '1',
      'Created Date': '06/26/2018 10:58:54 AM',
      'Closed Date': '06/26/2018 12:50:01 PM',
      Agency: 'DOT',
      'Complaint Type': 'Street\u0000 Condition',
      Descriptor: 'Pothole',
      'Resolution Description': 'See the Department\u00e2\u0080\u0099s\u0007 website.',
    });
    expect(mapped).toMatchObject({
      record: {
        subject: 'Street Condition: Pothole',
        answer: 'See the Department’s website.',
        category: 'POTHOLE',
        entity: 'MOLA',
      },
    });
  });
});

describe('the shipped maps', () => {
  it.each([
    ['baltimore311', baltimore],
    ['nyc311', newYork],
  ])('%s names what it needs of the file', (_, each) => {
    expect(columnsOf(each)).toContain(each.submitted);
    expect(columnsOf(each)).not.toContain('governorate');
  });

  it('name only entities and categories that the directory has', () => {
    const known = readFileSync(
      new URL('../../subgraphs/directory/seed/jordan-directory.json', import.meta.url),
      'utf8',
    );
    for (const { rules } of [baltimore, newYork]) {
      for (const { set } of rules) {
        for (const code of [set.entity, set.category, set.governorate]) {
          if (code !== undefined) expect(known).toContain(`"code": "${code}"`);
        }
      }
    }
  });
});
