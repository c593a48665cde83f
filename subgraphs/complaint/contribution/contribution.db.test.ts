import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { one, postId } from '../testing/documents.ts';
import { announceRoads, begun, roadsFocalPoint, seen, step } from '../testing/handover.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { eventsOf, recordOf } from '../testing/travel.ts';
import {
  layla,
  mainFocalPoint,
  nobody,
  operationRoom,
  person,
  subFocalPoint,
  waterFocalPoint,
} from '../testing/viewers.ts';

const question = 'Was the water cut on that day?';
const ofWater = { entityCode: 'MIYAHUNA', question };
const contact = { name: 'Layla Haddad', phone: '0791234567' };
const never = Buffer.from('Case:019a0000-0000-7000-8000-000000000000').toString('base64url');

/** A case in progress of which Miyahuna was asked a part. */
async function divided(complaint: Complaint) {
  const kase = await begun(complaint, layla, { contact });
  const { case: after } = await step(complaint, mainFocalPoint, 'requestContribution', kase, ofWater);
  return { ...kase, version: after.version as number };
}

const answer = { outcome: 'SOLVED', text: 'The pipe is mended, and water runs again.' };
const inbox = `query ($filter: ContributionFilter, $first: Int, $after: Cursor) {
  contributions(filter: $filter, first: $first, after: $after) {
    edges { node { number state question entity { code } case { id } } } totalCount
    pageInfo { hasNextPage endCursor } } }`;

describe('a part', () => {
  it('is asked of another entity: the case stays where it is, and its answer waits for every part', async () => {
    const complaint = await openComplaint();
    await announceRoads(complaint);
    const kase = await divided(complaint);
    expect((await eventsOf(complaint, kase.id)).at(-1)).toMatchObject({
      type: 'case.request_part',
      payload: { told: ['MIYAHUNA-MFP'], case: { partEntities: ['MIYAHUNA'] } },
    });
    const ofRoads = { entityCode: 'ROADS', question: 'Was the road dug up?' };
    const both = await step(complaint, mainFocalPoint, 'requestContribution', kase, ofRoads);
    expect(both.case).toMatchObject({ state: 'IN_PROGRESS', contributions: [{ number: 1 }, { number: 2 }] });
    const early = await step(complaint, subFocalPoint, 'proposeAnswer', both.case, answer);
    expect(early.codes).toEqual(['PARTS_OPEN']);

    const text = 'It was cut from nine to noon.';
    const first = await step(complaint, waterFocalPoint, 'answerContribution', both.case, {
      contribution: 1,
      text,
    });
    expect(first.codes).toEqual([]);
    expect(first.case.actions).toEqual([]);
    const open = await complaint.ask(roadsFocalPoint, seen, { id: kase.id });
    expect(open.data.case.actions).toEqual(['ANSWER_PART']);
    expect((await step(complaint, subFocalPoint, 'proposeAnswer', first.case, answer)).codes).toEqual([
      'PARTS_OPEN',
    ]);
    const second = await step(complaint, roadsFocalPoint, 'answerContribution', first.case, {
      contribution: 2,
      text: 'No.',
    });
    const done = await step(complaint, subFocalPoint, 'proposeAnswer', second.case, answer);
    expect(done.codes).toEqual([]);
    expect(done.case.contributions).toMatchObject([
      { state: 'ANSWERED', answer: text, answeredBy: { id: postId('MIYAHUNA-MFP') } },
      { state: 'ANSWERED', answer: 'No.' },
    ]);
  });

  it('is not asked of oneself, of an expired entity, without a question, or by a sub focal point', async () => {
    const complaint = await openComplaint();
    const kase = await begun(complaint);
    const ask = async (more: object, viewer = mainFocalPoint) =>
      (await step(complaint, viewer, 'requestContribution', kase, { ...ofWater, ...more })).codes;
    expect(await ask({ entityCode: 'MOH' })).toEqual(['OWN_ENTITY']);
    expect(await ask({ entityCode: 'OLDWATER' })).toEqual(['EXPIRED_ENTITY']);
    expect(await ask({ question: ' \n' })).toEqual(['REQUIRED']);
    expect(await ask({ dueOn: '2020-01-05' })).toEqual(['DATE_NOT_AHEAD']);
    expect(await ask({ dueOn: '2079-01-05' })).toEqual(['AFTER_CASE_DUE']);
    expect(await ask({}, subFocalPoint)).toEqual(['FORBIDDEN']);
    expect((await recordOf(complaint, kase.id)).openParts).toBe(0);
  });

  it('opens the case to the entity that is asked, but not who filed it, nor what staff tell each other', async () => {
    const complaint = await openComplaint();
    await announceRoads(complaint);
    const kase = await divided(complaint);
    const more = await step(complaint, mainFocalPoint, 'requestContribution', kase, {
      entityCode: 'ROADS',
      question: 'And you?',
    });
    const { data } = await complaint.ask(
      waterFocalPoint,
      `query ($id: ID!) { case(id: $id) { text applicant { name } actions transfers { number } proposal { text }
        notes { totalCount } contributions { number question } timeline { edges { node { action text } } } } }`,
      { id: kase.id },
    );
    expect(data.case).toMatchObject({
      applicant: null,
      transfers: null,
      proposal: null,
      notes: null,
      actions: ['ANSWER_PART'],
      contributions: [{ number: 1, question }],
    });
    expect(data.case.text).toContain('clinic');
    expect(JSON.stringify(data)).not.toContain('And you?');
    const own = await complaint.ask(layla, seen, { id: kase.id });
    expect(own.data.case.contributions).toEqual([]);
    expect(JSON.stringify(own)).not.toContain(question);

    const theirs = { contribution: 2, text: 'On behalf of the roads: no.' };
    expect((await step(complaint, waterFocalPoint, 'answerContribution', more.case, theirs)).codes).toEqual([
      'UNKNOWN_PART',
    ]);
    const outsider = person('p-x', { role: 'MAIN_FOCAL_POINT', scope: 'ELSEWHERE' });
    expect(await complaint.ask(outsider, one, { id: kase.id })).toEqual(
      await complaint.ask(outsider, one, { id: never }),
    );
  });

  it('is withdrawn with a reason, and then its entity has no more to do with the case', async () => {
    const complaint = await openComplaint();
    const kase = await divided(complaint);
    const withdrawn = await step(complaint, mainFocalPoint, 'withdrawContribution', kase, {
      contribution: 1,
      reason: 'We found out.',
    });
    expect(withdrawn.case.contributions).toMatchObject([
      { state: 'WITHDRAWN', withdrawalReason: 'We found out.' },
    ]);
    expect(await complaint.ask(waterFocalPoint, one, { id: kase.id })).toEqual(
      await complaint.ask(waterFocalPoint, one, { id: never }),
    );
    const late = { contribution: 1, text: 'It was cut.' };
    expect(
      (await step(complaint, waterFocalPoint, 'answerContribution', withdrawn.case, late)).codes,
    ).toEqual(['NOT_FOUND']);
    const again = await step(complaint, mainFocalPoint, 'withdrawContribution', withdrawn.case, {
      contribution: 1,
      reason: 'Again.',
    });
    expect(again.codes).toEqual(['NO_OPEN_PART']);
    expect((await step(complaint, subFocalPoint, 'proposeAnswer', withdrawn.case, answer)).codes).toEqual([]);
  });

  it('is answered once, and not after it was withdrawn', async () => {
    const complaint = await openComplaint();
    const kase = await divided(complaint);
    const two = await step(complaint, mainFocalPoint, 'requestContribution', kase, {
      ...ofWater,
      question: 'And since when?',
    });
    const text = 'It was cut from nine to noon.';
    const first = await step(complaint, waterFocalPoint, 'answerContribution', two.case, {
      contribution: 1,
      text,
    });
    const again = await step(complaint, waterFocalPoint, 'answerContribution', first.case, {
      contribution: 1,
      text,
    });
    expect(again.codes).toEqual(['PART_SETTLED']);
    const [answered, other] = await Promise.all([
      step(complaint, waterFocalPoint, 'answerContribution', first.case, { contribution: 2, text }),
      step(complaint, mainFocalPoint, 'withdrawContribution', first.case, {
        contribution: 2,
        reason: 'Not needed.',
      }),
    ]);
    expect([answered.codes[0] ?? 'DONE', other.codes[0] ?? 'DONE'].sort()).toEqual(['CONFLICT', 'DONE']);
  });

  it.each([
    ['is merged', 'DUPLICATE'],
    ['is withdrawn', 'WITHDRAWN'],
    ['goes to another entity', 'ASSIGNED'],
  ])('is withdrawn with its case when that %s', async (_, state) => {
    const complaint = await openComplaint();
    await announceRoads(complaint);
    const kase = await divided(complaint);
    if (state === 'DUPLICATE') {
      const parent = await begun(complaint, nobody, { anonymous: true });
      await step(complaint, mainFocalPoint, 'mergeCase', kase, { intoReference: parent.reference });
    } else if (state === 'WITHDRAWN') {
      const input = { reference: kase.reference, expectedVersion: kase.version };
      await complaint.ask(
        layla,
        'mutation ($input: WithdrawCaseInput!) { withdrawCase(input: $input) { userErrors { code } } }',
        { input },
      );
    } else {
      const asked = { toEntityCode: 'ROADS', reason: 'Their road.' };
      const { case: pending } = await step(complaint, mainFocalPoint, 'transferCase', kase, asked);
      expect(pending.contributions).toMatchObject([{ state: 'OPEN' }]);
      await step(complaint, roadsFocalPoint, 'acceptTransfer', pending, {
        assigneePostId: postId('ROADS-MFP'),
      });
    }
    expect(await recordOf(complaint, kase.id)).toMatchObject({ state, openParts: 0, partEntities: [] });
    const { data } = await complaint.ask(waterFocalPoint, inbox, {});
    expect(data.contributions.edges).toMatchObject([{ node: { state: 'WITHDRAWN', case: null } }]);
    expect((await eventsOf(complaint, kase.id)).at(-1)?.payload.told).toContain('MIYAHUNA-MFP');
  });
});

describe('the list of parts', () => {
  it('asks the database once for what may be done with all of a page', async () => {
    const complaint = await openComplaint();
    for (let i = 0; i < 4; i++) {
      const kase = await begun(complaint);
      const asked = { entityCode: 'MIYAHUNA', question: 'Is this pipe yours?' };
      await step(complaint, mainFocalPoint, 'requestContribution', kase, asked);
    }
    const prepared = vi.spyOn(complaint.database, 'prepared');
    onTestFinished(() => prepared.mockRestore());
    const { data } = await complaint.ask(
      waterFocalPoint,
      '{ contributions(first: 10) { edges { node { case { actions } } } } }',
    );
    expect(data.contributions.edges).toHaveLength(4);
    for (const { node } of data.contributions.edges) expect(node.case.actions).toContain('ANSWER_PART');
    expect(prepared.mock.calls.filter(([name]) => name === 'load-parts')).toHaveLength(1);
  });

  it('holds what one’s entity is asked and what it waits for, page by page', async () => {
    const complaint = await openComplaint();
    const kase = await divided(complaint);
    await step(complaint, mainFocalPoint, 'requestContribution', kase, {
      ...ofWater,
      question: 'And since when?',
    });
    const list = async (viewer: typeof layla, variables: object = {}) =>
      (await complaint.ask(viewer, inbox, variables)).data.contributions;
    const whole = await list(waterFocalPoint, { filter: { state: ['OPEN'], mine: true } });
    expect(whole).toMatchObject({
      totalCount: 2,
      edges: [{ node: { number: 1, case: { id: kase.id } } }, {}],
    });
    const page = await list(waterFocalPoint, { first: 1 });
    expect(page.pageInfo.hasNextPage).toBe(true);
    const next = await list(waterFocalPoint, { first: 1, after: page.pageInfo.endCursor });
    expect(next.edges).toMatchObject([{ node: { number: 2 } }]);
    expect((await list(waterFocalPoint, { filter: { mine: false } })).edges).toEqual([]);
    expect((await list(mainFocalPoint, { filter: { mine: false } })).edges).toHaveLength(2);
    expect((await list(mainFocalPoint, { filter: { mine: true } })).edges).toEqual([]);
    expect((await list(operationRoom)).edges).toHaveLength(2);
    for (const viewer of [layla, nobody, roadsFocalPoint]) expect((await list(viewer)).edges).toEqual([]);
  });
});
