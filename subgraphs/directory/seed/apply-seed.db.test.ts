import { openMemoryBus } from '@bekhedmetkom/platform/bus';
import { startRelay } from '@bekhedmetkom/platform/outbox';
import { openLogger, openMetrics } from '@bekhedmetkom/platform/telemetry';
import { type DirectoryEventType, directoryEvents } from '@bekhedmetkom/schema/events/directory';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { publishCalendar } from '../calendar/calendar.repository.ts';
import { changeDirectory } from '../change/change-directory.ts';
import { entities } from '../database/entities.ts';
import { migrations } from '../database/migrations.ts';
import { putEntity, readEntities } from '../entity/entity.repository.ts';
import { demoPeople, openDirectory } from '../testing/open-directory.ts';
import { applySeed, seed } from './apply-seed.ts';
import { people } from './person.ts';
import { readContent } from './read-content.ts';

interface Row {
  type: DirectoryEventType;
  version: number;
  payload: Record<string, unknown>;
}

const announcedSince = (test: TestDatabase, seq = 0) =>
  test.database.query<Row & { seq: number }>(
    'select seq, type, version, payload from outbox where seq > $1 order by seq',
    [seq],
  );
const lastOf = async (test: TestDatabase) => (await announcedSince(test)).at(-1)?.seq ?? 0;

let test: TestDatabase;
beforeAll(async () => {
  test = await openDirectory();
});
afterAll(() => test[Symbol.asyncDispose]());

const count = async (text: string) => (await test.database.query<{ n: number }>(text))[0]?.n;

describe('the seed', () => {
  it.each([
    ['sectors', 'select count(*)::int n from sector', 15],
    ['entities', 'select count(*)::int n from entity', 106],
    ['governorates', 'select count(*)::int n from governorate', 12],
    ['categories', 'select count(*)::int n from category', 67],
    ['programmes', 'select count(*)::int n from programme', 3],
    ['coordinators', "select count(*)::int n from post where role = 'PROGRAMME_COORDINATOR'", 2],
    ['focal points', "select count(*)::int n from post where role like '%FOCAL_POINT'", 220],
    ['main focal points', "select count(*)::int n from post where role = 'MAIN_FOCAL_POINT'", 106],
    ['people in the operation room', "select count(*)::int n from post where role = 'OPERATION_ROOM'", 6],
    ['calendars', 'select count(*)::int n from calendar', 1],
    ['SLA policies', 'select count(*)::int n from sla_policy', 3],
  ])('brings the %s', async (_, text, expected) => {
    expect(await count(text)).toBe(expected);
  });

  it('gives entities with many services their units and services', async () => {
    const rows = await test.database.query<{ entity: string }>(
      'select distinct entity from service order by 1',
    );
    expect(rows.map((row) => row.entity)).toEqual([
      'CSPD',
      'DLS',
      'DVLD',
      'GAM',
      'ISTD',
      'MIYAHUNA',
      'MOE',
      'MOH',
      'NAF',
      'SSC',
    ]);
  });

  it('announces everything once, by contract, nothing before what it refers to', async () => {
    const events = await announcedSince(test);
    const numbers = Object.groupBy(events, (event) => event.type);
    expect(Object.fromEntries(Object.entries(numbers).map(([type, list]) => [type, list.length]))).toEqual({
      'sector.changed': 15,
      'governorate.changed': 12,
      'entity.changed': 106,
      'programme.changed': 3,
      'category.changed': 67,
      'calendar.published': 1,
      'sla-policy.published': 3,
      'post.changed': 220 + 106 + 27 + 6 + 4 + 6 + 2 + 5 + 1 + 1 + 2,
    });
    for (const event of events) {
      expect(event.version).toBe(1);
      expect(directoryEvents[event.type].parse(event.payload)).toEqual(event.payload);
    }
    const order = events.map((event) => event.type).filter((type, at, all) => type !== all[at - 1]);
    expect(order.slice(0, 5)).toEqual([
      'sector.changed',
      'governorate.changed',
      'entity.changed',
      'programme.changed',
      'category.changed',
    ]);
  });

  it('does nothing the second time', async () => {
    const before = await lastOf(test);
    expect(await seed(test.database, demoPeople)).toBe(0);
    expect(await announcedSince(test, before)).toEqual([]);
  });

  it('refuses people that are not right in plain words', async () => {
    await expect(seed(test.database, [{ subject: 'x' }])).rejects.toThrow(
      'The people of the seed are not right',
    );
  });
});

describe('a seed that changed', () => {
  it('is applied as changes, and leaves what others changed since', async () => {
    await using own = await openDirectory();
    const content = await readContent(people.parse(demoPeople));
    const ministry = (await readEntities(own.database)).find((entity) => entity.code === 'MOH');
    if (!ministry) throw new Error('there is no MOH');
    const renamed = { ...ministry, names: { ...ministry.names, en: 'Ministry of Health (renamed)' } };
    await changeDirectory(own.database, (tx) => putEntity(tx, renamed));

    const before = await lastOf(own);
    const [first, ...others] = content.categories;
    if (!first) throw new Error('there are no categories');
    const changed = { ...content, categories: [{ ...first, defaultPillar: 'STAFF' as const }, ...others] };
    expect(await applySeed(own.database, changed)).toBe(1);
    expect(await announcedSince(own, before)).toMatchObject([
      { type: 'category.changed', version: 2, payload: { code: first.code, defaultPillar: 'STAFF' } },
    ]);
    const entities = await readEntities(own.database);
    expect(entities.find((entity) => entity.code === 'MOH')?.names.en).toBe('Ministry of Health (renamed)');
  });

  it('publishes another calendar as the next version', async () => {
    await using own = await openDirectory();
    const content = await readContent(people.parse(demoPeople));
    const before = await lastOf(own);
    await applySeed(own.database, { ...content, calendar: { ...content.calendar, holidays: [] } });
    expect(await announcedSince(own, before)).toMatchObject([
      { type: 'calendar.published', payload: { version: 2, holidays: [] } },
    ]);
  });

  it('leaves the calendar and the policies that administrators published since', async () => {
    await using own = await openDirectory();
    const content = await readContent(people.parse(demoPeople));
    await changeDirectory(own.database, async (tx) => {
      await publishCalendar(tx, { ...content.calendar, holidays: [] }, 'p-admin');
    });
    const before = await lastOf(own);
    await applySeed(own.database, { ...content, calendar: { ...content.calendar, specialHours: [] } });
    expect(await announcedSince(own, before)).toEqual([]);
  });

  it('hands a post to somebody else from today on', async () => {
    await using own = await openDirectory();
    const content = await readContent(people.parse(demoPeople));
    const posts = content.posts.map((post) =>
      post.key === 'MOH-MFP' ? { ...post, holder: 'p-sfp-moh' } : post,
    );
    const before = await lastOf(own);
    await applySeed(own.database, { ...content, posts });
    expect(await announcedSince(own, before)).toMatchObject([
      { type: 'post.changed', payload: { key: 'MOH-MFP', holder: { subject: 'p-sfp-moh' } } },
    ]);
  });
});

describe('the log', () => {
  it('rebuilds the directory from its start to the same', async () => {
    await using own = await openDirectory();
    await changeDirectory(own.database, async (tx) => {
      await tx.query("update entity set name_en = 'Health' where code = 'MOH'");
      await tx.query("delete from holding where post = 'MOH-MFP'");
    });
    const relay = startRelay({
      database: own.database,
      bus: openMemoryBus(),
      topic: 'directory',
      logger: openLogger('test', 'silent'),
      metrics: openMetrics('test'),
    });
    await expect.poll(() => own.database.query('select from outbox')).toEqual([]);
    await relay.close();

    const log = await own.database.query<Row & { key: string; position: number }>(
      'select position, key, type, version, payload from event_log order by position',
    );
    const rebuilt = new Map<string, unknown>();
    const versions = new Map<string, number>();
    for (const event of log) {
      expect(event.version).toBe((versions.get(event.key) ?? 0) + 1);
      versions.set(event.key, event.version);
      rebuilt.set(event.key, event.payload);
    }
    const now = await own.database.query<{ key: string; payload: unknown }>(
      "select md5(type || ':' || key)::uuid as key, payload from current_state",
    );
    expect(rebuilt).toEqual(new Map(now.map(({ key, payload }) => [key, payload])));
  });

  it('gets one start of content from two processes that seed at once', async () => {
    await using own = await openTestDatabase('directory', migrations, { entities });
    const results = await Promise.all([seed(own.database, demoPeople), seed(own.database, demoPeople)]);
    expect(results.toSorted((one, other) => one - other)[0]).toBe(0);
    expect(await announcedSince(own)).toHaveLength(Math.max(...results));
  });
});
