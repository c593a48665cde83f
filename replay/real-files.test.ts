import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countDelays, type DelayCount } from './count.ts';
import { readRows } from './csv/read-rows.ts';
import { loadMap } from './record/load-map.ts';
import { mapRecord } from './record/map-record.ts';

const data = fileURLToPath(new URL('../../shared/data/', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'replay-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function countMapped(path: string, mapName: string) {
  const map = await loadMap(mapName);
  const count: DelayCount = {
    rows: 0,
    closedWithDue: 0,
    late: 0,
    dueWithoutClose: 0,
    closedWithoutDue: 0,
    untouched: 0,
  };
  const refused: string[] = [];
  const dropped: string[] = [];
  const entities = new Set<string>();
  for await (const row of readRows(path)) {
    count.rows += 1;
    const mapped = 'reason' in row ? { refused: row.reason } : mapRecord(map, row.fields);
    if ('refused' in mapped) {
      refused.push(`${row.line}: ${mapped.refused}`);
      continue;
    }
    dropped.push(...mapped.dropped.map(({ column, reason }) => `${row.line}: ${column} ${reason}`));
    const { dueAt, answeredAt, entity } = mapped.record;
    entities.add(entity);
    if (dueAt && answeredAt) count.closedWithDue += 1;
    if (dueAt && answeredAt && answeredAt > dueAt) count.late += 1;
    if (dueAt && !answeredAt) count.dueWithoutClose += 1;
    if (!dueAt && answeredAt) count.closedWithoutDue += 1;
  }
  return { count, refused, dropped, entities };
}

/** The real file when it is at hand; else a small one of the same columns, and the test says so. */
function fileOrSample(name: string, sample: string): { path: string; real: boolean } {
  const path = join(data, name);
  if (existsSync(path)) return { path, real: true };
  console.log(`${name} is not at hand (${data}): a small sample of its columns was read instead`);
  writeFileSync(join(folder, name), sample);
  return { path: join(folder, name), real: false };
}

const baltimoreSample = `SRRecordID,SRType,MethodReceived,CreatedDate,SRStatus,StatusDate,DueDate,CloseDate,Agency,LastActivityDate,Neighborhood,PoliceDistrict
1,SW-Dirty Alley,Phone,04/16/2018 05:30:13 AM,Closed,04/20/2018 06:25:34 AM,04/23/2018 05:30:13 AM,04/20/2018 06:25:33 AM,Solid Waste,,A,Southern
2,SW-Dirty Alley,Phone,04/16/2018 05:30:13 AM,Closed,04/24/2018 06:25:34 AM,04/23/2018 05:30:13 PM,04/24/2018 06:25:33 AM,Solid Waste,,B,Northern
3,HCD-Rodents,API,04/16/2018 05:30:13 AM,Open,04/16/2018 06:25:34 AM,04/23/2018 05:30:13 AM,,Housing,,C,Western
4,HCD-Rodents,API,04/16/2018 05:30:13 AM,Closed,04/16/2018 06:25:34 AM,,04/16/2018 06:25:34 AM,Housing,,C,Western
`;
const newYorkSample = `Unique Key,Created Date,Closed Date,Agency,Agency Name,Complaint Type,Descriptor,Location Type,City,Status,Due Date,Resolution Description,Resolution Action Updated Date,Borough,Open Data Channel Type
1,06/26/2018 10:58:54 AM,06/26/2018 12:50:01 PM,NYPD,Police,Noise,Loud,Street,ASTORIA,Closed,,Gone.,06/26/2018 12:50:01 PM,QUEENS,PHONE
2,06/26/2018 10:58:54 AM,06/25/2018 12:50:01 PM,NYPD,Police,Noise,Loud,Street,ASTORIA,Closed,,Gone.,06/26/2018 12:50:01 PM,QUEENS,PHONE
`;

describe('the Baltimore file', () => {
  it('maps to the delays that an independent count over the CSV gives', async () => {
    const { path, real } = fileOrSample('baltimore-311-sample.csv', baltimoreSample);
    const independent = await countDelays(path, { due: 'DueDate', closed: 'CloseDate' });
    expect(independent).toEqual(
      real
        ? {
            rows: 10_000,
            closedWithDue: 9_555,
            late: 1_567,
            dueWithoutClose: 159,
            closedWithoutDue: 237,
            untouched: 0,
          }
        : { rows: 4, closedWithDue: 2, late: 1, dueWithoutClose: 1, closedWithoutDue: 1, untouched: 0 },
    );
    const { count, refused, entities } = await countMapped(path, 'baltimore311');
    expect(refused).toEqual([]);
    expect(count).toEqual(independent);
    expect(entities.size).toBeGreaterThan(real ? 12 : 1);
  });
});

describe('the New York file', () => {
  it('maps; dates of closing before the creation are left out and listed', async () => {
    const { path, real } = fileOrSample('nyc311-2018-06-26-sample.csv', newYorkSample);
    const { count, refused, dropped } = await countMapped(path, 'nyc311');
    expect(count.rows).toBe(real ? 1_000 : 2);
    expect(refused).toEqual([]);
    expect(dropped).toHaveLength(real ? 10 : 1);
    for (const each of dropped) expect(each).toMatch(/^\d+: Closed Date \(.*\) is before Created Date/);
  });
});
