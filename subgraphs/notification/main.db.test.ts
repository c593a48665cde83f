import { anonymous } from '@bekhedmetkom/platform/auth';
import { toGlobalId } from '@bekhedmetkom/platform/subgraph';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { eventually } from '../../test/harness/eventually.ts';
import { layla, list, omar, openProgram, person } from './testing/program.ts';

const titles = (found: { edges: { node: { title: string } }[] }) => found.edges.map(({ node }) => node.title);

const known = { reference: 'BK-2026-7Q4M-K2XD-9', state: 'SUBMITTED', entity: { code: 'MOH' } };

describe('the notification subgraph', () => {
  it('tells what happened to whom it concerns, newest first, in the language asked for', async () => {
    const { ask, happen, listOf } = await openProgram();
    await happen(['SUBMIT'], ['CLASSIFY', { cycle: { dueAt: '2026-11-25T12:30:00.000Z' } }]);
    expect(titles(await listOf(layla, 2))).toEqual([
      'Your request BK-2026-7Q4M-K2XD-9 has someone working on it',
      'We have received your request BK-2026-7Q4M-K2XD-9',
    ]);
    const arabic = await ask(
      layla,
      '{ notifications(first: 1) { edges { node { body(lang: AR) body2: body case { id } } } } }',
    );
    expect(arabic).toMatchObject({
      data: {
        notifications: {
          edges: [
            {
              node: {
                body: 'طلبكم لدى وزارة الصحة. يصلكم الرد قبل نهاية يوم الأربعاء، 25 تشرين الثاني.',
                body2:
                  'It is with Ministry of Health. You will have an answer by the end of Wednesday, November 25.',
                case: { id: toGlobalId('Case', '0199a1f0-0000-7000-8000-000000000001') },
              },
            },
          ],
        },
      },
    });
  });

  it('pages by cursor without gaps or repetitions', async () => {
    const { ask, happen, listOf } = await openProgram();
    await happen(...Array.from({ length: 5 }, (): ['SUBMIT'] => ['SUBMIT']));
    const all = await listOf(layla, 5);
    const query = `query ($after: Cursor) { notifications(first: 2, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id title } } } }`;
    const ids: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      const reply: unknown = await ask(layla, query, { after });
      const { notifications } = list.parse(reply).data;
      expect(notifications.totalCount).toBe(5);
      ids.push(...notifications.edges.map(({ node }) => node.id));
      after = notifications.edges.at(-1)?.cursor ?? null;
    }
    expect(ids).toEqual(all.edges.map(({ node }) => node.id));
  });

  it('marks as read, one and all, and counts what is not', async () => {
    const { ask, happen, listOf } = await openProgram();
    await happen(['SUBMIT'], ['SUBMIT'], ['SUBMIT']);
    const [first] = (await listOf(layla, 3)).edges;
    const mark =
      'mutation ($id: ID!, $read: Boolean) { markNotificationRead(id: $id, read: $read) { notification { readAt } userErrors { code } } }';
    expect(await ask(layla, mark, { id: first?.node.id })).toMatchObject({
      data: {
        markNotificationRead: { notification: { readAt: expect.stringMatching(/\+03:00$/) }, userErrors: [] },
      },
    });
    const count = `query ($me: [_Any!]!) { _entities(representations: $me) { ... on Viewer { unreadNotifications } } }`;
    const me = [{ __typename: 'Viewer', id: toGlobalId('Viewer', 'p-layla') }];
    expect(await ask(layla, count, { me })).toEqual({ data: { _entities: [{ unreadNotifications: 2 }] } });
    await ask(layla, mark, { id: first?.node.id, read: false });
    expect(await ask(layla, 'mutation { markAllNotificationsRead }')).toEqual({
      data: { markAllNotificationsRead: 3 },
    });
    expect(await ask(layla, count, { me })).toEqual({ data: { _entities: [{ unreadNotifications: 0 }] } });
  });

  it('keeps preferences: what is given changes, the rest stays', async () => {
    const { ask } = await openProgram();
    const fields = 'preferences { email inApp language } userErrors { code }';
    const set = `mutation ($input: NotificationPreferencesInput!) { setNotificationPreferences(input: $input) { ${fields} } }`;
    expect(await ask(layla, '{ notificationPreferences { email inApp language } }')).toEqual({
      data: { notificationPreferences: { email: true, inApp: true, language: 'EN' } },
    });
    await ask(layla, set, { input: { email: false } });
    expect(await ask(layla, set, { input: { language: 'AR' } })).toEqual({
      data: {
        setNotificationPreferences: {
          preferences: { email: false, inApp: true, language: 'AR' },
          userErrors: [],
        },
      },
    });
    expect(await ask(omar, '{ notificationPreferences { email } }')).toEqual({
      data: { notificationPreferences: { email: true } },
    });
  });

  it('sends mails about what it asks of the complaint subgraph, as a program, to the page of the embedded form', async () => {
    const { program, complaint, happen, ask } = await openProgram();
    let state = 'SUBMITTED';
    const applicant = { name: 'ليلى حداد', email: 'layla@example.jo' };
    complaint.answer = ({ id }) =>
      id === toGlobalId('Case', '0199a1f0-0000-7000-8000-000000000001')
        ? {
            data: {
              case: {
                ...known,
                state,
                subject: 'انقطاع المياه',
                type: 'COMPLAINT',
                anonymous: false,
                applicant,
              },
            },
          }
        : { data: { case: null } };
    await happen(['SUBMIT']);
    const page = await eventually(async () => {
      const text = await (await fetch(`${program.outboxUrl}/`)).text();
      expect(text).toContain('layla@example.jo');
      return text;
    });
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain('وصلنا طلبكم BK-2026-7Q4M-K2XD-9');
    const mails = async () =>
      z
        .array(z.object({ html: z.string() }))
        .parse(await (await fetch(`${program.outboxUrl}/mails.json`)).json())
        .map(({ html }) => html);
    const [first = ''] = await mails();
    expect(first).not.toContain('انقطاع المياه');

    // Whoever reads mails at the address confirms it; from then on they say what they are about.
    const confirm =
      'mutation ($token: String!) { confirmMailAddress(input: { token: $token }) { confirmed userErrors { code } } }';
    const [, token] = /confirm-address\/([\w-]+)/.exec(first) ?? [];
    expect(await ask(anonymous, confirm, { token: `x${token?.slice(1)}` })).toMatchObject({
      data: { confirmMailAddress: { confirmed: false, userErrors: [{ code: 'CONFIRMATION_LINK_WRONG' }] } },
    });
    expect(await ask(anonymous, confirm, { token })).toEqual({
      data: { confirmMailAddress: { confirmed: true, userErrors: [] } },
    });
    state = 'RESOLVED';
    await happen(['APPROVE_ANSWER', { state: 'RESOLVED', cycle: { outcome: 'SOLVED' } }]);
    await eventually(async () => expect((await mails()).join()).toContain('انقطاع المياه'));
    expect(new Set(complaint.callers)).toEqual(new Set(['service notification']));
  });

  it('keeps no name, address or subject of a case in its database', async () => {
    const { program, database, complaint, happen } = await openProgram();
    const applicant = { name: 'Marker-Name', email: 'marker@example.jo' };
    complaint.answer = () => ({
      data: { case: { ...known, subject: 'Marker-Subject', type: 'REPORT', anonymous: true, applicant } },
    });
    await happen(['SUBMIT', { anonymous: true, applicantSubject: null }]);
    const mails = await eventually(async () => {
      const text = await (await fetch(`${program.outboxUrl}/mails.json`)).text();
      expect(text).toContain('marker@example.jo');
      return text;
    });
    expect(mails, 'what was said in confidence is not repeated in a mailbox').not.toContain('Marker-Subject');
    for (const table of ['mail', 'notification', 'event_log', 'outbox', 'dead_letter_event', 'preference']) {
      const rows = JSON.stringify(await database.query(`select * from ${table}`));
      expect(rows.toLowerCase(), table).not.toContain('marker');
    }
  });
});

describe('the stream of notifications', () => {
  it('brings what arrives, only to whom it concerns', async () => {
    const { happen, watch } = await openProgram();
    const [hers, his, focalPoint] = [await watch(layla), await watch(omar), await watch(person('p-mfp'))];
    await new Promise((resolve) => setTimeout(resolve, 200));
    await happen(['SUBMIT']);
    await eventually(() =>
      expect(hers.seen.map(({ title }) => title)).toEqual([
        'We have received your request BK-2026-7Q4M-K2XD-9',
      ]),
    );
    await eventually(() =>
      expect(focalPoint.seen.map(({ title }) => title)).toEqual(['New case BK-2026-7Q4M-K2XD-9']),
    );
    expect(his.seen).toEqual([]);
  });

  it('resumes after a cursor: what was missed in order, then what comes, nothing twice', async () => {
    const { happen, listOf, watch } = await openProgram();
    const first = await watch(layla);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await happen(['SUBMIT']);
    const cursor = await eventually(() => first.seen[0]?.cursor ?? expect.fail('not yet'));
    await happen(['CLASSIFY'], ['START']);
    await listOf(layla, 3);
    const second = await watch(layla, cursor);
    await eventually(() => expect(second.seen).toHaveLength(2));
    await happen(['APPROVE_ANSWER']);
    await eventually(() => expect(second.seen).toHaveLength(3));
    expect(second.seen.map(({ title }) => title.replace(' BK-2026-7Q4M-K2XD-9', ''))).toEqual([
      'Your request has someone working on it',
      'Work on your request has begun',
      'Your request has an answer',
    ]);
    expect(first.seen).toHaveLength(4);
  });

  it('is closed to anonymous callers', async () => {
    const { watch } = await openProgram();
    const { seen, errors } = await watch(anonymous);
    await eventually(() => expect(JSON.stringify(errors)).toContain('UNAUTHENTICATED'));
    expect(seen).toEqual([]);
  });
});
