/**
 * Random lives of a case, walked through the real subgraph beside a model of the workflow that is written by
 * hand and knows nothing of the table: whoever tries whatever, both must agree on what happens.
 */
import type { Viewer } from '@bekhedmetkom/platform/auth';
import { toGlobalId } from '@bekhedmetkom/platform/subgraph';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActorName, type Attempt, actors, attempts, usual } from '../testing/attempts.ts';
import { file } from '../testing/documents.ts';
import { born, bornFollowing, isOver, type Life, live } from '../testing/life-model.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { keyOf } from '../testing/travel.ts';
import { layla, operationRoom } from '../testing/viewers.ts';

const look = `query ($id: ID!) { case(id: $id) {
  state version cycle actions sla { status } timeline(first: 100) { totalCount edges { node { action state } } } } }`;

interface Walked {
  state: string;
  version: number;
  cycle: number;
  sla: { status: string };
  timeline: { totalCount: number; edges: { node: { state: string } }[] };
}

// Those that end a life are tried less often, so that lives are long.
const ends: readonly Attempt[] = ['reject', 'merge', 'withdraw'];
const names = Object.keys(attempts) as Attempt[];
const step = fc.record({
  attempt: fc.oneof(
    { weight: 19, arbitrary: fc.constantFrom(...names.filter((name) => !ends.includes(name))) },
    { weight: 1, arbitrary: fc.constantFrom(...ends) },
  ),
  /** Null: whoever usually does it. */
  actor: fc.option(fc.constantFrom(...(Object.keys(actors) as ActorName[])), { freq: 3 }),
});

const beginnings: Record<string, Attempt[]> = {
  submitted: [],
  'in progress': ['classify', 'start'],
  'under review': ['classify', 'start', 'propose'],
  answered: ['classify', 'start', 'propose', 'approve'],
  'following another case': [],
  'following none any more': ['separate', 'classify'],
  'reopened twice': ['classify', 'start', 'propose', 'approve', 'reopen', 'propose', 'approve', 'reopen'],
};

describe('the life of a case', () => {
  it.each(Object.entries(beginnings))('from %s on is what the model says', async (name, beginning) => {
    const complaint = await openComplaint();
    const parent = await file(complaint, layla, { subject: 'The case that others follow' });
    const done = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
        const follows = name.startsWith('following');
        const similar = toGlobalId('SimilarCase', keyOf(parent.id));
        const filed = await file(complaint, layla, follows ? { follows: similar } : {});
        const first = beginning.map((attempt) => ({ attempt, actor: null }));
        let life = follows ? bornFollowing() : born();
        for (const { attempt, actor } of [...first, ...steps]) {
          const by = actor ?? usual[attempt];
          const after = await tryIt({ complaint, filed, parent: parent.reference, life, attempt, actor: by });
          if (after !== life) done.add(attempt);
          life = after;
          if (isOver(life)) break;
        }
        const { data } = await complaint.ask(operationRoom, look, { id: filed.id });
        expectSame(data.case, life);
        await expectNothingLost(complaint, filed.reference, life);
      }),
      { numRuns: 25 },
    );
    expect(done.size).toBeGreaterThan(name === 'following another case' ? 1 : 2);
  });
});

interface Trial {
  complaint: Complaint;
  filed: { id: string; reference: string };
  parent: string;
  life: Life;
  attempt: Attempt;
  actor: ActorName;
}

/** One try: done or refused, the subgraph and the model must say the same. */
async function tryIt({ complaint, filed, parent, life, attempt, actor }: Trial): Promise<Life> {
  const { mutation, input, by } = attempts[attempt];
  const viewer: Viewer = actors[actor];
  const key = by === 'reference' ? { reference: filed.reference } : { caseId: filed.id };
  const given = { ...key, expectedVersion: life.version, ...input({ parent, part: life.parts.length }) };
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}`;
  const { data, errors } = await complaint.ask(
    viewer,
    `mutation ($input: ${attempts[attempt].type ?? `${type}Input`}!) {
      ${mutation}(input: $input) {
        case { state version cycle sla { status } timeline(first: 100) { totalCount edges { node { action state } } } }
        userErrors { code message } } }`,
    { input: given },
  );
  const expected = live(life, attempt, actor);
  const said = data?.[mutation];
  const done = Boolean(said) && said.userErrors.length === 0;
  const told = JSON.stringify({ attempt, actor, life, said: said?.userErrors, errors });
  expect(done, told).toBe(expected !== null);
  if (!done) {
    // A refusal says why, in words; a case that the actor may not see does not exist.
    if (said) expect(said.userErrors[0].message.length, told).toBeGreaterThan(10);
    else expect(errors?.[0]?.extensions.code, told).toBe('NOT_FOUND');
    return life;
  }
  const after = expected ?? life;
  if (said.case) expectSame(said.case, after, told, seesEverything(actor));
  return after;
}

/** Steps within the entity that holds a case are told neither to its applicant nor to who contributes to the answer. */
const seesEverything = (actor: ActorName) => actor !== 'applicant' && actor !== 'otherEntity';

function expectSame(kase: Walked, life: Life, told = '', staff = true): void {
  expect({ state: kase.state, version: kase.version, cycle: kase.cycle }, told).toEqual({
    state: life.state,
    version: life.version,
    cycle: life.cycle,
  });
  // Every step left its line for staff, and the last one tells where the case stands.
  if (staff) expect(kase.timeline.totalCount, told).toBe(life.version);
  expect(kase.timeline.edges.at(-1)?.node.state, told).toBe(life.state);
  const clock = life.state === 'AWAITING_APPLICANT' ? 'PAUSED' : isOpen(life) ? 'ON_TIME' : 'STOPPED';
  expect(kase.sla.status, told).toBe(clock);
}

/** Timeline, audit, events and pauses agree with the number of steps. */
async function expectNothingLost(complaint: Complaint, reference: string, life: Life): Promise<void> {
  const [kept] = await complaint.database.query<{
    lines: number;
    audited: number;
    announced: number;
    lasting: number;
    escalates: boolean;
  }>(
    `select (select count(*)::int from timeline t where t.case_id = c.id) as lines,
       (select count(*)::int from audit a where a.case_id = c.id and a.action <> 'READ_APPLICANT') as audited,
       (select count(distinct version)::int from (
          select version from outbox o where o.key = c.id and o.type like 'case.%' union all
          select version from event_log e where e.key = c.id and e.type like 'case.%') all_of) as announced,
       (select count(*)::int from cycle y, jsonb_array_elements(y.pauses) p
         where y.case_id = c.id and p->>'to' is null) as lasting,
       c.escalates_at is not null as escalates
     from cases c where c.reference = $1`,
    [reference],
  );
  const clockRuns = isOpen(life) && life.state !== 'AWAITING_APPLICANT';
  expect(kept).toEqual({
    lines: life.version,
    audited: life.version,
    announced: life.version,
    lasting: life.state === 'AWAITING_APPLICANT' ? 1 : 0,
    escalates: clockRuns,
  });
}

function isOpen({ state }: Life): boolean {
  return !['RESOLVED', 'CLOSED', 'REJECTED', 'DUPLICATE', 'WITHDRAWN'].includes(state);
}
