import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readColumns, readRows } from './csv/read-rows.ts';
import { loadMap } from './record/load-map.ts';
import { columnsOf, type RecordMap } from './record/map.ts';
import { mapRecord } from './record/map-record.ts';

const guide = readFileSync(new URL('../docs/guides/map-another-city.md', import.meta.url), 'utf8');
const block = (language: string) =>
  new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(guide)?.[1] ?? '';

let folder: string;
let map: RecordMap;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guide-'));
  writeFileSync(join(folder, 'petra311.csv'), block('csv'));
  writeFileSync(join(folder, 'petra311.json'), block('json'));
  map = await loadMap(join(folder, 'petra311.json'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function records() {
  const found = [];
  for await (const row of readRows(join(folder, 'petra311.csv'))) {
    if ('reason' in row) throw new Error(row.reason);
    const mapped = mapRecord(map, row.fields);
    if ('refused' in mapped) throw new Error(mapped.refused);
    found.push(mapped);
  }
  return found;
}

describe('the guide for the file of another city', () => {
  it('has an example whose map fits its file', async () => {
    const columns = await readColumns(join(folder, 'petra311.csv'));
    expect(columnsOf(map).filter((name) => !columns.includes(name))).toEqual([]);
    expect(await records()).toHaveLength(6);
  });

  it('tells of the example what comes of it', async () => {
    const [light, water, garbage, cancelled, flicker, referred] = await records();
    expect(light).toMatchObject({
      dropped: [],
      record: {
        source: 'petra311',
        sourceId: 'T-1',
        submittedAt: new Date('2024-02-03T11:05:00Z'),
        answeredAt: new Date('2024-02-04T06:30:00Z'),
        dueAt: new Date('2024-02-05T20:59:59.999Z'),
        entity: 'PDTRA',
        governorate: 'MAAN',
        anonymous: false,
        point: { latitude: 30.3216, longitude: 35.4801 },
      },
    });
    const isLate = (one: typeof water) =>
      (one?.record.answeredAt?.getTime() ?? 0) > (one?.record.dueAt?.getTime() ?? 0);
    expect(water?.record).toMatchObject({ anonymous: true, entity: 'AWC' });
    expect([isLate(water), isLate(garbage)]).toEqual([false, true]);
    expect(cancelled?.record).toMatchObject({
      cancelledAt: new Date('2024-02-04T07:00:00Z'),
      answeredAt: null,
      outcome: null,
      point: null,
    });
    expect(flicker).toMatchObject({
      dropped: [{ column: 'Finished', reason: 'is no date: "soon"' }],
      record: { answeredAt: null },
    });
    expect(referred?.record).toMatchObject({ type: 'INQUIRY', outcome: 'OUT_OF_REMIT' });
  });

  it('names every key that a map may have', () => {
    const keys = Object.keys(JSON.parse(block('json')));
    const table = guide.slice(guide.search(/^\| key /m));
    const inTable = [...table.matchAll(/`(\w+)`/g)].map(([, name]) => name);
    for (const key of keys.filter((name) => name !== 'title')) expect(inTable).toContain(key);
    for (const key of ['touched', 'untouched', 'withoutDue']) expect(inTable).toContain(key);
  });
});
