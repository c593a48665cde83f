import { anonymous, type Viewer } from '@bekhedmetkom/platform/auth';
import { toGlobalId } from '@bekhedmetkom/platform/subgraph';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../test/harness/eventually.ts';
import { changeDirectory } from './change/change-directory.ts';
import { start } from './main.ts';
import { applicant, colleague, program as ours, visitor } from './testing/open-directory.ts';
import { type Answer, type RunningDirectory, runDirectory } from './testing/run-directory.ts';
import { putUnit } from './unit/unit.repository.ts';

let running: RunningDirectory;
let ask: RunningDirectory['ask'];
beforeAll(async () => {
  running = await runDirectory();
  ask = running.ask;
});
afterAll(() => running.close());

/** The data of an answer without errors, as a test expects it to be shaped. */
function dataOf<D>({ data, errors }: Answer): D {
  expect(errors).toBeUndefined();
  return data as D;
}

describe('the directory as a program', () => {
  it('answers nobody without our identity, whatever is asked', async () => {
    for (const query of ['{ _service { sdl } }', '{ sectors { code } }', '{ __typename }']) {
      for (const headers of [{}, await running.keys.headersFor(colleague, 'complaint')]) {
        const response = await fetch(`${running.program.url}/graphql`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json', 'x-role': 'ADMINISTRATOR' },
          body: JSON.stringify({ query }),
        });
        expect(response.status).toBe(401);
        expect(await response.text()).not.toContain('Sector');
      }
    }
  });

  it('shows sectors with their entities, in the language of the request or of the field', async () => {
    const query = `{ sectors { code name ar: name(lang: AR)
      entities(first: 2) { totalCount edges { node { code name kind parent { code } children { code } } } } } }`;
    const { sectors } = dataOf<{ sectors: object[] }>(await ask(query));
    expect(sectors).toHaveLength(15);
    expect(sectors[5]).toEqual({
      code: 'WATER',
      name: 'Water & Irrigation',
      ar: 'المياه والري',
      entities: {
        totalCount: 6,
        edges: [
          {
            node: {
              code: 'MWI',
              name: 'Ministry of Water and Irrigation',
              kind: 'ministry',
              parent: null,
              children: [{ code: 'WAJ' }, { code: 'JVA' }],
            },
          },
          {
            node: {
              code: 'WAJ',
              name: 'Water Authority of Jordan',
              kind: 'authority',
              parent: { code: 'MWI' },
              children: [{ code: 'MIYAHUNA' }, { code: 'YWC' }, { code: 'AWC' }],
            },
          },
        ],
      },
    });
    const arabic = await ask('{ governorates { name } }', applicant);
    const { governorates } = dataOf<{ governorates: object[] }>(arabic);
    expect(governorates).toHaveLength(12);
    expect(governorates[0]).toEqual({ name: 'العاصمة' });
  });

  it('shows categories of a sector with their pillar and programme', async () => {
    const query = '{ categories(sector: "HEALTH") { code defaultPillar programme sector { code } } }';
    const { data } = await ask(query, visitor);
    expect(data?.categories).toContainEqual({
      code: 'SMOKING',
      defaultPillar: 'QUALITY',
      programme: 'SMOKING',
      sector: { code: 'HEALTH' },
    });
    expect((await ask('{ categories { code } }')).data?.categories).toHaveLength(67);
    expect((await ask('{ categories(sector: "NONE") { code } }')).data?.categories).toEqual([]);
  });

  it('shows units, services and posts of an entity', async () => {
    const query = `{ entity(code: "MIYAHUNA") { units { code name } services { code }
      posts { role name unit { code } entity { code } holder { name posts { role } } } } }`;
    const { data } = await ask(query);
    expect(data?.entity).toMatchObject({
      units: expect.arrayContaining([{ code: 'MIYAHUNA-BILLING', name: 'Subscribers and billing' }]),
      services: expect.arrayContaining([{ code: 'MIYAHUNA-LEAK' }]),
    });
    const posts = (data as { entity: { posts: object[] } }).entity.posts;
    expect(posts).toHaveLength(6);
    expect(posts[0]).toEqual({
      role: 'MAIN_FOCAL_POINT',
      name: 'Main focal point, Jordan Water Company (Miyahuna)',
      unit: null,
      entity: { code: 'MIYAHUNA' },
      holder: { name: 'Lina Al-Qudah', posts: [{ role: 'MAIN_FOCAL_POINT' }] },
    });
  });

  it('names the holder of a post to colleagues and programs, not to the public', async () => {
    const query = '{ entity(code: "MOH") { posts { role holder { name } } } }';
    const member = toGlobalId('StaffMember', 'p-mfp-moh');
    for (const viewer of [visitor, applicant]) {
      const { data } = await ask(query, viewer);
      const posts = (data as { entity: { posts: { holder: unknown }[] } }).entity.posts;
      expect(posts.every((post) => post.holder === null)).toBe(true);
      const { data: node } = await ask('query ($id: ID!) { node(id: $id) { id } }', viewer, { id: member });
      expect(node).toEqual({ node: null });
    }
    const { data } = await ask('query ($id: ID!) { node(id: $id) { id } }', ours, { id: member });
    expect(data).toEqual({ node: { id: member } });
  });

  it('tells the address of staff to our programs, administrators and themselves, to no other colleague', async () => {
    const query = 'query ($id: ID!) { node(id: $id) { ... on StaffMember { email } } }';
    const id = toGlobalId('StaffMember', 'p-mfp-moh');
    const granted = (subject: string, role: 'ADMINISTRATOR' | 'MINISTER'): Viewer => ({
      ...anonymous,
      kind: 'person',
      subject,
      grants: [{ role, scope: null }],
    });
    const emailFor = async (viewer: Viewer) =>
      ((await ask(query, viewer, { id })).data as { node: { email: string | null } }).node.email;
    expect(await emailFor(ours)).toBe('mfp.moh@example.jo');
    expect(await emailFor(granted('p-admin', 'ADMINISTRATOR'))).toBe('mfp.moh@example.jo');
    expect(await emailFor(granted('p-mfp-moh', 'MINISTER'))).toBe('mfp.moh@example.jo');
    expect(await emailFor(granted('p-minister-moh', 'MINISTER'))).toBeNull();
  });

  it('says who is signed in: staff with their posts, others with none, visitors not at all', async () => {
    const query = '{ viewer { id name(lang: EN) posts { role entity { code } } } }';
    const focalPoint = { ...colleague, subject: 'p-mfp-moh' };
    expect((await ask(query, focalPoint)).data?.viewer).toEqual({
      id: toGlobalId('Viewer', 'p-mfp-moh'),
      name: 'Huda Al-Zoubi',
      posts: [{ role: 'MAIN_FOCAL_POINT', entity: { code: 'MOH' } }],
    });
    expect((await ask(query, applicant)).data?.viewer).toEqual({
      id: toGlobalId('Viewer', 'p-layla'),
      name: 'Applicant',
      posts: [],
    });
    expect((await ask(query, visitor)).data?.viewer).toBeNull();
    expect((await ask(query, ours)).data?.viewer).toBeNull();
  });

  it('shows the calendar with the holidays of a period', async () => {
    const query = `{ calendar { version hoursOpen hoursClose workingDays
      holidays(from: "2026-05-25", to: "2026-05-27") { from to name(lang: EN) estimated } } }`;
    expect((await ask(query, visitor)).data?.calendar).toEqual({
      version: 1,
      hoursOpen: '08:30',
      hoursClose: '15:30',
      workingDays: [1, 2, 3, 4, 7],
      holidays: [
        { from: '2026-05-25', to: '2026-05-25', name: 'Independence Day', estimated: false },
        { from: '2026-05-26', to: '2026-05-30', name: 'Eid al-Adha', estimated: true },
      ],
    });
  });

  it('gives a node of each type by its id, stubs for what others own, and null for the rest', async () => {
    const query = 'query ($id: ID!) { node(id: $id) { __typename id } }';
    const nodes = [
      ['Sector', 'WATER'],
      ['Entity', 'MOH'],
      ['Unit', 'MOH-PRIMARY'],
      ['Service', 'MOH-CARD'],
      ['Category', 'LEAK'],
      ['Governorate', 'AMMAN'],
      ['Post', 'MOH-MFP'],
      ['StaffMember', 'p-mfp-moh'],
      ['Case', 'any'],
      ['Notification', 'any'],
    ] as const;
    for (const [type, key] of nodes) {
      const id = toGlobalId(type, key);
      expect(await ask(query, colleague, { id })).toEqual({ data: { node: { __typename: type, id } } });
    }
    for (const id of [
      toGlobalId('Entity', 'NOWHERE'),
      toGlobalId('Viewer', 'p-or-1'),
      'x',
      '',
      '__proto__',
    ]) {
      expect(await ask(query, colleague, { id })).toEqual({ data: { node: null } });
    }
  });

  it('hands its log to programs only', async () => {
    const follow = async (viewer: Viewer) =>
      fetch(`${running.program.url}/events?after=0&limit=2`, {
        headers: await running.keys.headersFor(viewer, 'directory'),
      });
    await eventually(async () => {
      const page = (await (await follow(ours)).json()) as { events: { type: string; position: number }[] };
      expect(page.events.map((event) => [event.position, event.type])).toEqual([
        [1, 'sector.changed'],
        [2, 'sector.changed'],
      ]);
    });
    expect((await follow(colleague)).status).toBe(403);
  });
});

describe('several processes', () => {
  it('see what one of them changed, within a second', async () => {
    const other = await start(running.config, { bus: running.bus });
    await changeDirectory(running.database, (tx) =>
      putUnit(tx, { code: 'MOH-DENTAL', entity: 'MOH', names: { ar: 'طب الأسنان', en: 'Dentistry' } }),
    );
    for (const url of [running.program.url, other.url]) {
      await eventually(async () => {
        const { data } = await ask('{ entity(code: "MOH") { units { name } } }', colleague, {}, url);
        expect(data?.entity).toMatchObject({ units: expect.arrayContaining([{ name: 'Dentistry' }]) });
      });
    }
    await other.close();
  });
});

describe('starting', () => {
  it('refuses without a bus, in plain words', async () => {
    await expect(start(running.config)).rejects.toThrow('The directory needs REDIS_URL');
  });

  it('refuses a port that is taken, and leaves nothing open', async () => {
    const port = Number(new URL(running.program.url).port);
    await expect(start({ ...running.config, port }, { bus: running.bus })).rejects.toThrow(
      'taken by another program',
    );
  });
});
