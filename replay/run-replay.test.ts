import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ReplayOptions, runReplay } from './run-replay.ts';
import { openTestGateway, type TestGateway } from './testing/gateway.ts';

const header =
  'SRRecordID,SRType,MethodReceived,CreatedDate,SRStatus,StatusDate,DueDate,CloseDate,Agency,LastActivityDate,Neighborhood,PoliceDistrict';
const created = '04/16/2018 05:30:13 AM';
const closed = '04/20/2018 06:25:33 AM';
const row = (
  id: number | string,
  change: { type?: string; district?: string; created?: string; closed?: string; due?: string } = {},
) =>
  [
    id,
    change.type ?? 'SW-Dirty Alley',
    'Phone',
    change.created ?? created,
    'Closed',
    closed,
    change.due ?? '04/23/2018 05:30:13 AM',
    change.closed ?? closed,
    'Solid Waste',
    '',
    'Hollins Market',
    change.district ?? 'Central',
  ].join(',');
const rows = (count: number) => Array.from({ length: count }, (_, index) => row(index + 1));

let folder: string;
let gateway: TestGateway;
let stop: AbortController;
let waits: string[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'replay-'));
  gateway = await openTestGateway();
  stop = new AbortController();
  waits = [];
});
afterEach(async () => {
  await gateway[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

function replay(lines: string[] | null, change: Partial<ReplayOptions> = {}) {
  const file = join(folder, 'records.csv');
  if (lines) writeFileSync(file, `${[header, ...lines].join('\n')}\n`);
  return runReplay({
    file,
    map: 'baltimore311',
    mode: 'history',
    perSecond: null,
    secondsPerDay: 0.01,
    run: '',
    again: false,
    gatewayUrl: gateway.url,
    issuerUrl: gateway.url,
    importerSecret: gateway.secret,
    checkpointPath: join(folder, 'checkpoint.json'),
    refusedPath: join(folder, 'refused.csv'),
    droppedPath: join(folder, 'dropped.csv'),
    signal: stop.signal,
    observer: { start: async () => {}, progress: () => {}, wait: (reason) => waits.push(reason) },
    ...change,
  });
}
const listed = (name: string) => readFileSync(join(folder, name), 'utf8').trim().split('\n').slice(1);
const refusedRows = () => listed('refused.csv');

describe('a history', () => {
  it('imports every row with the times it bears, two hundred at once', async () => {
    const summary = await replay(rows(450));
    expect(summary).toMatchObject({ rows: 450, filed: 450, refused: 0, finished: true });
    expect(gateway.batches.toSorted((a, b) => b - a)).toEqual([200, 200, 50]);
    expect(gateway.imported.get('7')).toMatchObject({
      source: 'baltimore311',
      submittedAt: '2018-04-16T02:30:13.000Z',
      dueAt: '2018-04-23T02:30:13.000Z',
      publishedAt: '2018-04-20T03:25:33.000Z',
      closedAt: '2018-04-20T03:25:33.000Z',
      importance: 'MEDIUM',
      entityCode: 'GAM',
    });
  });

  it('asks for no due date where the record has none', async () => {
    await replay([row(1, { due: '' })]);
    expect(gateway.imported.get('1')).toMatchObject({ dueAt: null, importance: null, pillar: null });
  });

  it('lists each refused row with its line, its record and the reason, and files the others', async () => {
    const summary = await replay([
      row(1),
      row(2, { created: 'yesterday' }),
      '3,too,few',
      row(4, { district: 'Southeastern' }),
      row('=5', { closed: '04/15/2018 06:25:33 AM' }),
      `6,"never closed,${created}`,
      row(7),
    ]);
    expect(summary).toMatchObject({ rows: 7, filed: 3, refused: 4, dropped: 1 });
    expect([...gateway.imported.keys()]).toEqual(['1', '=5', '7']);
    expect(
      refusedRows()
        .map((line) => line.split('","').slice(0, 3).join(' | '))
        .toSorted(),
    ).toEqual([
      '"3 | 2 | CreatedDate is no date: ""yesterday""',
      '"4 |  | has 3 cells, the header has 12',
      '"5 | 4 | Zarqa takes no cases',
      '"7 |  | a quotation mark is opened and never closed',
    ]);
    expect(listed('dropped.csv')).toEqual([
      expect.stringContaining(
        `"6","'=5","CloseDate (04/15/2018 06:25:33 AM) is before CreatedDate (${created})"`,
      ),
    ]);
    expect(summary.refusedBecause).toContainEqual(['CreatedDate is no date: …', 1]);
  });

  it('counts a row whose key the file had before as repeated, not as filed', async () => {
    const summary = await replay([row(1), row(2), row(1, { due: '' }), row(1)]);
    expect(summary).toMatchObject({ rows: 4, filed: 2, repeated: 2, refused: 0 });
  });

  it('files a record without what the platform does not take of it, and lists that', async () => {
    gateway.instead = [
      () => ({
        data: {
          importCases: {
            results: [
              {
                sourceId: '1',
                imported: false,
                reference: null,
                userErrors: [{ message: 'outside the country', code: 'OUTSIDE_COUNTRY', field: ['point'] }],
              },
            ],
          },
        },
      }),
    ];
    const summary = await replay([row(1)]);
    expect(summary).toMatchObject({ filed: 1, refused: 0, dropped: 1 });
    expect(gateway.imported.get('1')).not.toHaveProperty('point');
    expect(listed('dropped.csv')).toEqual([expect.stringContaining('point: outside the country')]);
  });

  it('finds the one record for which a whole batch is refused', async () => {
    const summary = await replay([...rows(100), row('bad', { type: 'poison' }), row(200)]);
    expect(summary).toMatchObject({ filed: 101, refused: 1 });
    expect(refusedRows()).toEqual([expect.stringContaining('"102","bad","subject is poison"')]);
  });

  it('waits for a gateway that is away, says so, and loses nothing', async () => {
    const away = {
      errors: [{ message: 'The cases are away', extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }],
    };
    gateway.instead = [() => away, () => ({ status: 503 })];
    const summary = await replay(rows(3));
    expect(waits).toEqual(['The cases are away', 'the gateway answers 503']);
    expect(summary).toMatchObject({ filed: 3, refused: 0 });
  });

  it('waits for a gateway that does not answer at all', async () => {
    const running = replay(rows(3), { gatewayUrl: 'http://127.0.0.1:9' });
    await expect.poll(() => waits).toContain('the gateway does not answer');
    stop.abort();
    expect(await running).toMatchObject({ finished: false, filed: 0 });
  });

  it('goes on where it was stopped, each row once', async () => {
    gateway.afterRequest = () => {
      if (gateway.imported.size >= 400) stop.abort();
    };
    const first = await replay(rows(2_000));
    expect(first.finished).toBe(false);
    gateway.afterRequest = () => {};
    stop = new AbortController();
    const second = await replay(null);
    expect(second.finished).toBe(true);
    expect(second.from).toBeGreaterThan(400);
    expect(gateway.imported.size).toBe(2_000);
    await expect(replay(null)).rejects.toThrow('replayed to its end');
    expect(await replay(null, { again: true })).toMatchObject({ filed: 2_000 });
  });

  it('goes at the speed that it is told', async () => {
    const start = performance.now();
    await replay(rows(450), { perSecond: 1_000 });
    expect(performance.now() - start).toBeGreaterThan(390);
  });
});

describe('a live replay', () => {
  it('submits each record and takes the steps that its dates stand for', async () => {
    const open = row(2, { closed: '' });
    const summary = await replay([row(1), open], { mode: 'live', perSecond: 100 });
    expect(summary).toMatchObject({ filed: 2, refused: 0, finished: true });
    const [first, second] = ['baltimore311:1', 'baltimore311:2'].map((key) => gateway.cases.get(key));
    expect(first?.steps).toEqual(['Classify', 'Start', 'Propose', 'Approve']);
    expect(first?.input).not.toHaveProperty('submittedAt');
    expect(second?.steps).toEqual(['Classify']);
  });

  it('takes up the cases that a stopped run left half-way', async () => {
    await replay([row(1)], { mode: 'live' });
    const kept = gateway.cases.get('baltimore311:1');
    if (!kept) throw new Error('not submitted');
    Object.assign(kept, { state: 'IN_PROGRESS', steps: [] });
    await replay(null, { mode: 'live', again: true });
    expect(kept.steps).toEqual(['Propose', 'Approve']);
  });

  it('files the same records once more under another name', async () => {
    await replay([row(1)], { mode: 'live' });
    await replay(null, { mode: 'live', run: 'evening', checkpointPath: join(folder, 'evening.json') });
    expect([...gateway.cases.keys()]).toEqual(['baltimore311:1', 'baltimore311:1:evening']);
  });
});

describe('what a person can put right is said in a sentence', () => {
  it.each<[string, Partial<ReplayOptions>, string]>([
    ['an unknown map', { map: 'atlantis' }, 'There is no map "atlantis"'],
    ['a map for another file', { map: 'nyc311' }, 'it has no column Unique Key'],
    ['a file that is not there', { file: '/nowhere.csv' }, '/nowhere.csv cannot be read'],
    ['a wrong secret', { importerSecret: 'guess' }, 'Is IMPORTER_SECRET that of the issuer?'],
  ])('%s', async (_, change, sentence) => {
    await expect(replay(rows(1), change)).rejects.toThrow(sentence);
  });

  it('a role that may not import', async () => {
    gateway.instead = [() => ({ errors: [{ message: 'no importer', extensions: { code: 'FORBIDDEN' } }] })];
    await expect(replay(rows(1))).rejects.toThrow('The importer may not do this: no importer');
  });

  it("another replay's checkpoint", async () => {
    await replay(rows(1));
    await expect(replay(rows(2))).rejects.toThrow('belongs to another replay');
  });
});
