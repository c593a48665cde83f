import { commonWords } from '@bekhedmetkom/platform/errors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { post } from '../testing/toy-client.ts';
import { openToyGraph, type ToyGraph } from '../testing/toy-graph.ts';
import { words } from '../wording/words.ts';

let toys: ToyGraph;
let url: string;
beforeAll(async () => {
  toys = await openToyGraph({ queryPatience: 400 });
  url = toys.gateway.url;
});
afterAll(() => toys[Symbol.asyncDispose]());

describe('a federated query', () => {
  it('joins what two subgraphs know', async () => {
    const { status, data } = await post(url, '{ case(id: "1") { subject entity { name } } }');
    expect(status).toBe(200);
    expect(data).toEqual({ case: { subject: 'subject 1', entity: { name: 'name of E1' } } });
  });

  it('carries the caller to each subgraph under an identity of its own, never his headers', async () => {
    const token = await toys.issuer.token('amal');
    toys.grants.set('amal', [{ role: 'MAIN_FOCAL_POINT', scope: 'MOH' }]);
    toys.complaint.calls.length = 0;
    const headers = {
      authorization: `Bearer ${token}`,
      'accept-language': 'en',
      'x-user-id': 'x',
      'x-internal-identity': 'forged',
      'x-request-id': 'r-1',
    };
    const reply = await post(url, '{ case(id: "1") { entity { askedBy } } }', { headers });
    const { viewer, headers: sent } = toys.complaint.calls[0] ?? {};
    expect(viewer).toMatchObject({
      kind: 'person',
      subject: 'amal',
      language: 'en',
      grants: [{ role: 'MAIN_FOCAL_POINT', scope: 'MOH' }],
    });
    expect(reply.data).toEqual({ case: { entity: { askedBy: JSON.stringify(viewer) } } });
    expect(sent).not.toHaveProperty('x-user-id');
    expect(sent).not.toHaveProperty('authorization');
    expect(sent?.['x-request-id']).toBe('r-1');
    expect(reply.headers.get('x-request-id')).toBe('r-1');
  });

  it('answers anonymous callers as such, with an opaque key in place of an address', async () => {
    const { data } = await post(url, '{ whoAmI }');
    const viewer = JSON.parse(String(data?.whoAmI));
    expect(viewer).toMatchObject({ kind: 'anonymous', subject: null, grants: [], language: 'ar' });
    expect(viewer.client).toMatch(/^[\w-]{22}$/);
    const again = await post(url, '{ whoAmI }', { headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect(JSON.parse(String(again.data?.whoAmI)).client).not.toBe(viewer.client);
  });

  it('cannot reach what is internal', async () => {
    const { status, errors } = await post(url, '{ authorisation(subject: "amal") { grants { role } } }');
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  it('hides what a subgraph lets slip', async () => {
    const { data, errors } = await post(url, '{ boom }', { headers: { 'x-request-id': 'r-2' } });
    expect(data).toEqual({ boom: null });
    expect(errors).toEqual([
      {
        message: commonWords.internal.ar,
        path: ['boom'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'r-2' },
      },
    ]);
  });

  it('gives a correct answer or refuses names that reach into prototypes', async () => {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      const { data, errors } = await post(url, `{ ${name}: whoAmI }`);
      expect(data).toBeUndefined();
      expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    }
    expect(({} as Record<string, unknown>).whoAmI).toBeUndefined();
  });
});

describe('a subgraph that is down', () => {
  const hole = (...path: (string | number)[]) => ({
    message: words.partAway.ar,
    path,
    extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
  });

  it('takes only its own fields, each named by its path', async () => {
    await toys.directory.stop();
    try {
      const { data, errors } = await post(
        url,
        '{ cases(first: 2) { id entity { name } } entity(code: "E1") { name } }',
      );
      expect(data).toEqual({
        cases: [
          { id: '0', entity: null },
          { id: '1', entity: null },
        ],
        entity: null,
      });
      expect(errors).toEqual(
        expect.arrayContaining([
          hole('cases', 0, 'entity', 'name'),
          hole('cases', 1, 'entity', 'name'),
          hole('entity'),
        ]),
      );
      expect((await post(url, 'mutation { touch(id: "1") { id } }')).data).toEqual({ touch: { id: '1' } });
    } finally {
      await toys.directory.startAgain();
    }
    const { errors } = await post(url, '{ entity(code: "E1") { name } }');
    expect(errors).toBeUndefined();
  });

  it('is not waited for when it hangs, and after some silences not at all', async () => {
    toys.directory.hang(true);
    try {
      for (let round = 0; round < 3; round += 1) {
        const { data, errors } = await post(url, '{ case(id: "1") { id entity { name } } }');
        expect(data).toEqual({ case: { id: '1', entity: null } });
        expect(errors).toEqual([hole('case', 'entity', 'name')]);
      }
      const before = toys.directory.arrived();
      await post(url, '{ case(id: "1") { id entity { name } } }');
      expect(toys.directory.arrived()).toBe(before);
    } finally {
      toys.directory.hang(false);
    }
    await expect
      .poll(async () => (await post(url, '{ entity(code: "E1") { name } }')).errors)
      .toBeUndefined();
  });

  it('is found again at once when it is back, also for changes', async () => {
    const touch = () => post(url, 'mutation { touch(id: "1") { id } }');
    for (let round = 0; round < 3; round += 1) {
      await Promise.all(Array.from({ length: 8 }, touch));
      await toys.complaint.stop();
      expect((await touch()).errors?.[0]?.extensions?.code).toBe('SUBGRAPH_UNAVAILABLE');
      await toys.complaint.startAgain();
      expect((await touch()).errors).toBeUndefined();
    }
  });

  it('lets its other replica answer', async () => {
    const gateway = await toys.startGateway({
      subgraphs: {
        complaint: ['http://127.0.0.1:9', toys.complaint.url],
        directory: [toys.directory.url],
        kpi: [toys.kpi.url],
      },
    });
    for (let round = 0; round < 4; round += 1) {
      expect((await post(gateway.url, 'mutation { touch(id: "1") { id } }')).errors).toBeUndefined();
    }
  });
});
