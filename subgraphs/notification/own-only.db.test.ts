import { anonymous } from '@bekhedmetkom/platform/auth';
import { toGlobalId } from '@bekhedmetkom/platform/subgraph';
import { describe, expect, it } from 'vitest';
import { layla, omar, openProgram } from './testing/program.ts';

describe('one sees only one’s own', () => {
  const node = `query ($them: [_Any!]!) { _entities(representations: $them) { ... on Notification { title } } }`;
  const mark =
    'mutation ($id: ID!) { markNotificationRead(id: $id) { notification { id } userErrors { code message field } } }';

  it('answers for another’s notification as for one that never was', async () => {
    const { ask, happen, listOf } = await openProgram();
    await happen(['SUBMIT']);
    const [hers] = (await listOf(layla, 1)).edges;
    const never = toGlobalId('Notification', '0199a1f0-ffff-7000-8000-000000000001');
    for (const [query, variables] of [
      [node, (id: string) => ({ them: [{ __typename: 'Notification', id }] })],
      [mark, (id: string) => ({ id })],
    ] as const) {
      const his = await ask(omar, query, variables(hers?.node.id ?? ''));
      expect(his).toEqual(await ask(omar, query, variables(never)));
      expect(JSON.stringify(his)).toContain('NOT_FOUND');
      expect(his).toEqual(await ask(omar, query, variables(toGlobalId('Case', 'x'))));
    }
    expect((await listOf(layla)).totalCount).toBe(1);
    expect((await listOf(omar)).totalCount).toBe(0);
  });

  it('does not count another’s', async () => {
    const { ask } = await openProgram();
    const query = `query ($them: [_Any!]!) { _entities(representations: $them) { ... on Viewer { unreadNotifications } } }`;
    const reply = await ask(omar, query, {
      them: [{ __typename: 'Viewer', id: toGlobalId('Viewer', 'p-layla') }],
    });
    expect(reply).toMatchObject({
      data: { _entities: [null] },
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
    });
  });

  it.each([
    '{ notifications { totalCount } }',
    '{ notificationPreferences { email } }',
    'mutation { markAllNotificationsRead }',
    'mutation { markNotificationRead(id: "x") { userErrors { code } } }',
    'mutation { setNotificationPreferences(input: {}) { userErrors { code } } }',
  ])('refuses anonymous callers and programs: %s', async (query) => {
    const { ask } = await openProgram();
    for (const viewer of [anonymous, { ...anonymous, kind: 'service' as const, subject: 'complaint' }]) {
      expect(await ask(viewer, query)).toMatchObject({
        errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
      });
    }
  });

  it('shows nothing, not even its schema, without an internal identity', async () => {
    const { program } = await openProgram();
    for (const path of ['/graphql', '/events?after=0']) {
      const response = await fetch(`${program.url}${path}`, {
        method: path === '/graphql' ? 'POST' : 'GET',
        headers: { 'content-type': 'application/json', 'x-user-id': 'p-layla' },
        ...(path === '/graphql' && { body: JSON.stringify({ query: '{ _service { sdl } }' }) }),
      });
      expect(response.status).toBe(401);
    }
  });

  it.each([
    ['first: 101', 'BAD_USER_INPUT'],
    ['first: 0', 'BAD_USER_INPUT'],
    ['after: "WyJ4Il0"', 'BAD_USER_INPUT'],
  ])('refuses notifications(%s)', async (args, code) => {
    const { ask } = await openProgram();
    expect(await ask(layla, `{ notifications(${args}) { totalCount } }`)).toMatchObject({
      errors: [{ extensions: { code } }],
    });
  });
});
