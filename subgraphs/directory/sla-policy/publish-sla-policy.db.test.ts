import type { Viewer } from '@bekhedmetkom/platform/auth';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../../../test/harness/database.ts';
import { administrator, wholePolicy } from '../testing/drafts.ts';
import { ask, colleague, openDirectory, setToday, visitor } from '../testing/open-directory.ts';

const mutation = `mutation ($input: PublishSlaPolicyInput!) {
  publishSlaPolicy(input: $input) {
    policy { programme version effectiveFrom resolve { type pillar importance workingDays workingMinutes } publishedBy { name } }
    userErrors { field code message } } }`;

let test: TestDatabase;
beforeEach(async () => {
  test = await openDirectory();
  await setToday(test.database, '2030-06-25');
});
afterEach(() => test[Symbol.asyncDispose]());

interface Payload {
  policy: { version: number; resolve: object[] } | null;
  userErrors: { field: string[] | null; code: string; message: string }[];
}

async function publish(policy: object, expectedVersion = 1, viewer: Viewer = administrator) {
  const { data, errors } = await ask(test, mutation, {
    viewer,
    variables: { input: { expectedVersion, policy } },
  });
  return { payload: data?.publishSlaPolicy as Payload, errors };
}
const whole = (more: object = {}) => ({ ...wholePolicy('2030-07-01'), ...more });

describe('a policy', () => {
  it('is published as the next version of its programme, announced and audited', async () => {
    const { payload } = await publish(whole());
    expect(payload).toMatchObject({
      policy: {
        programme: 'SMOKING',
        version: 2,
        effectiveFrom: '2030-07-01',
        publishedBy: { name: 'Reem Al-Masri' },
      },
      userErrors: [],
    });
    const announced = await test.database.query<{ payload: Record<string, unknown> }>(
      "select payload from outbox where type = 'sla-policy.published' and payload->>'version' = '2'",
    );
    expect(announced).toMatchObject([{ payload: { programme: 'SMOKING', terms: { questionsACycle: 2 } } }]);
    expect(await test.database.query('select actor, action from audit')).toEqual([
      { actor: 'p-admin', action: 'PUBLISH_SLA_POLICY' },
    ]);
    const { data } = await ask(test, '{ slaPolicies(programme: SMOKING) { version } }', { viewer: visitor });
    expect(data?.slaPolicies).toEqual([{ version: 2 }, { version: 1 }]);
  });

  it('may count working minutes, and differ by pillar', async () => {
    const policy = whole();
    policy.resolve[0] = { type: 'COMPLAINT', importance: 'LOW', pillar: 'TIME', workingMinutes: 840 };
    policy.resolve.push({ type: 'COMPLAINT', importance: 'LOW', workingDays: 9 });
    const { payload } = await publish(policy);
    expect(payload.userErrors).toEqual([]);
    expect(payload.policy?.resolve[0]).toEqual({
      type: 'COMPLAINT',
      pillar: 'TIME',
      importance: 'LOW',
      workingDays: null,
      workingMinutes: 840,
    });
  });

  it('keeps the terms of the workflow that its programme has', async () => {
    await test.database.query(
      `update sla_policy set body = jsonb_set(body, '{terms,questionsACycle}', '3') where programme = 'SMOKING'`,
    );
    await publish(whole());
    const [row] = await test.database.query<{ n: number }>(
      `select (body->'terms'->>'questionsACycle')::int as n from sla_policy where programme = 'SMOKING' and version = 2`,
    );
    expect(row?.n).toBe(3);
  });

  it('is refused with the holes of its matrix by name', async () => {
    const policy = whole();
    policy.resolve.splice(0, 1);
    policy.resolve.push({ type: 'COMPLAINT', importance: 'LOW', pillar: 'TIME', workingDays: 9 });
    const { payload } = await publish(policy);
    expect(payload.userErrors).toMatchObject([{ code: 'POLICY_INCOMPLETE', field: ['policy', 'resolve'] }]);
    expect(payload.userErrors[0]?.message).toContain('complaint / quality / low');
    expect(payload.userErrors[0]?.message).not.toContain('complaint / time / low');
    expect(payload.policy).toBeNull();
  });

  it.each([
    ['a day in the past', { effectiveFrom: '2030-06-24' }, 'POLICY_IN_PAST'],
    ['today, on which cases were filed already', { effectiveFrom: '2030-06-25' }, 'POLICY_IN_PAST'],
    ['no time to acknowledge', { acknowledge: [] }, 'POLICY_ACKNOWLEDGE'],
  ])('is refused with %s', async (_, more, code) => {
    const { payload } = await publish(whole(more));
    expect(payload.userErrors).toMatchObject([{ code }]);
  });

  it.each([
    ['days and minutes at once', { workingDays: 2, workingMinutes: 60 }],
    ['neither', { workingDays: null }],
    ['no days', { workingDays: 0 }],
    ['days without end', { workingDays: 400 }],
  ])('is refused with %s in a cell', async (_, time) => {
    const policy = whole();
    policy.resolve[0] = { ...policy.resolve[0], ...time };
    const { payload } = await publish(policy);
    expect(payload.userErrors).toMatchObject([{ code: 'POLICY_TIME', field: ['policy', 'resolve', '0'] }]);
  });

  it('is refused when a cell is given twice, or another version was published meanwhile', async () => {
    const policy = whole();
    policy.resolve.push({ ...policy.resolve[0] });
    expect((await publish(policy)).payload.userErrors).toMatchObject([{ code: 'POLICY_TWICE' }]);
    await publish(whole());
    expect((await publish(whole())).payload.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  });

  it('is for administrators to publish', async () => {
    for (const viewer of [colleague, visitor]) {
      const { errors } = await publish(whole(), 1, viewer);
      expect(errors).toMatchObject([{ originalError: { code: 'FORBIDDEN' } }]);
    }
  });
});

describe('programmes', () => {
  it('are told with their categories', async () => {
    const { data } = await ask(
      test,
      '{ programmes { code name restricted coordinated categories { code } } }',
    );
    const programmes = data?.programmes as { code: string; categories: object[] }[];
    expect(programmes.map(({ categories, ...one }) => one)).toEqual([
      { code: 'GOVERNMENT_SERVICES', name: 'Government services', restricted: false, coordinated: false },
      { code: 'HUMAN_RIGHTS', name: 'Human rights', restricted: true, coordinated: true },
      { code: 'SMOKING', name: 'Smoking in public places', restricted: false, coordinated: true },
    ]);
    expect(programmes.map((one) => one.categories.length)).toEqual([55, 6, 6]);
  });

  it('have a policy of their own', async () => {
    const { data } = await ask(
      test,
      '{ rights: slaPolicies(programme: HUMAN_RIGHTS) { resolve { type importance workingDays workingMinutes } } }',
    );
    const { rights } = data as { rights: { resolve: object[] }[] };
    expect(rights[0]?.resolve).toContainEqual({
      type: 'REPORT',
      importance: 'CRITICAL',
      workingDays: null,
      workingMinutes: 240,
    });
  });
});
