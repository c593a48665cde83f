import type { Viewer } from '@bekhedmetkom/platform/auth';
import { describe, expect, it } from 'vitest';
import {
  answered,
  approve,
  assign,
  file,
  giveBack,
  one,
  propose,
  rate,
  resolved,
  start,
} from '../testing/documents.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import {
  administrator,
  layla,
  mainFocalPoint,
  nobody,
  operationRoom,
  person,
  reviewer,
  subFocalPoint,
  waterFocalPoint,
} from '../testing/viewers.ts';

const keys = ['complete', 'correct', 'clear', 'respectful', 'next-step'];
const points = (each: number) => keys.map((criterion) => ({ criterion, points: each }));
const quality = `query ($id: ID!) { case(id: $id) { version scoreRequired
  quality { score max rubricVersion comment criteria { key name weight points max } } } }`;
const score = `mutation ($input: ScoreAnswerInput!) { scoreAnswer(input: $input) {
  case { version state quality { score max } scoreRequired } userErrors { field code message } } }`;
const queue = `query ($first: Int, $after: Cursor) { scoringQueue(first: $first, after: $after) {
  edges { node { id } } pageInfo { hasNextPage endCursor } totalCount } }`;
const reopen = `mutation ($input: ReopenCaseInput!) { reopenCase(input: $input) { userErrors { code message } } }`;

async function review(complaint: Complaint, viewer: Viewer, document: string, input: object) {
  const { data, errors } = await complaint.ask(viewer, document, { input });
  return data ? (data.approveAnswer ?? data.returnAnswer ?? data.scoreAnswer) : { errors };
}

/** A case of high importance whose answer is under review. */
async function important(complaint: Complaint, viewer: Viewer = nobody) {
  const filed = await file(complaint, viewer);
  const { version } = await assign(complaint, filed, { importance: 'HIGH' });
  await complaint.ask(subFocalPoint, start, { input: { caseId: filed.id, expectedVersion: version } });
  const answer = { outcome: 'SOLVED', text: 'A second doctor works there since Sunday.' };
  const input = { caseId: filed.id, expectedVersion: version + 1, ...answer };
  await complaint.ask(subFocalPoint, propose, { input });
  return { caseId: filed.id, expectedVersion: version + 2, secret: filed.secret, reference: filed.reference };
}

/** A case whose answer was rated. */
async function rated(complaint: Complaint, stars: number, viewer: Viewer = nobody) {
  const { id, version, reference, secret } = await resolved(complaint, viewer);
  const input = { reference, secret, expectedVersion: version, score: stars, solved: 'NO' };
  await complaint.ask(viewer, rate, { input });
  return { caseId: id, expectedVersion: version + 1 };
}

async function cycleOf(complaint: Complaint, sql = 'select quality_score, quality_max from cycle') {
  const [row] = await complaint.database.query<Record<string, number | null>>(sql);
  return row;
}

describe('approving', () => {
  it('needs scores where the rule asks for them, and names the criteria', async () => {
    const complaint = await openComplaint();
    const { caseId, expectedVersion } = await important(complaint);
    const input = { caseId, expectedVersion };
    expect((await complaint.ask(reviewer, quality, { id: caseId })).data.case.scoreRequired).toBe(true);
    const bare = await review(complaint, reviewer, approve, input);
    expect(bare).toMatchObject({
      case: { state: 'PENDING_REVIEW' },
      userErrors: [
        {
          code: 'SCORES_REQUIRED',
          field: ['scores'],
          message: expect.stringContaining('Answers everything that was asked, Correct'),
        },
      ],
    });
    const some = await review(complaint, reviewer, approve, { ...input, scores: points(4).slice(1) });
    expect(some.userErrors[0].message).toBe(
      'This answer must be scored. Missing: Answers everything that was asked.',
    );
    const high = await review(complaint, reviewer, approve, { ...input, scores: points(6) });
    expect(high.userErrors[0]).toMatchObject({
      code: 'POINTS_OUT_OF_RANGE',
      field: ['scores', '0', 'points'],
    });
    const whole = await review(complaint, reviewer, approve, {
      ...input,
      scores: points(4),
      comment: 'Good.',
    });
    expect(whole).toMatchObject({ case: { state: 'RESOLVED' }, userErrors: [] });
    const { data } = await complaint.ask(subFocalPoint, quality, { id: caseId });
    expect(data.case).toMatchObject({
      scoreRequired: null,
      quality: { score: 40, max: 50, rubricVersion: 1, comment: 'Good.' },
    });
    expect(await cycleOf(complaint)).toEqual({ quality_score: 40, quality_max: 50 });
    const [event] = await complaint.database.query<{ payload: { case: { cycle: { quality: object } } } }>(
      `select payload from outbox where type = 'case.approve_answer'
       union all select payload from event_log where type = 'case.approve_answer'`,
    );
    expect(event?.payload.case.cycle.quality).toEqual({ score: 40, max: 50 });
    expect(JSON.stringify(event)).not.toContain('Good.');
  });

  it('needs none elsewhere, but takes them, and takes them whole', async () => {
    const complaint = await openComplaint();
    const { id, version } = await answered(complaint);
    const input = { caseId: id, expectedVersion: version };
    expect((await complaint.ask(reviewer, quality, { id })).data.case.scoreRequired).toBe(false);
    const part = await review(complaint, reviewer, approve, { ...input, scores: points(5).slice(0, 2) });
    expect(part.userErrors[0].code).toBe('SCORES_REQUIRED');
    expect((await review(complaint, reviewer, approve, { ...input, scores: points(5) })).userErrors).toEqual(
      [],
    );
    expect(await cycleOf(complaint)).toEqual({ quality_score: 50, quality_max: 50 });
    const other = await resolved(complaint);
    expect(other.state).toBe('RESOLVED');
    expect((await complaint.ask(reviewer, quality, { id: other.id })).data.case.quality).toBeNull();
  });

  it('needs them of every answer when all are sampled', async () => {
    const complaint = await openComplaint();
    await complaint.database.query('update rubric_version set sample_percent = 100');
    const { id, version } = await answered(complaint);
    const refused = await review(complaint, operationRoom, approve, { caseId: id, expectedVersion: version });
    expect(refused.userErrors[0].code).toBe('SCORES_REQUIRED');
  });

  it('is never the author’s, nor is scoring', async () => {
    const complaint = await openComplaint();
    const both = person(
      'p-sfp',
      { role: 'SUB_FOCAL_POINT', scope: 'MOH' },
      { role: 'QUALITY_REVIEWER', scope: null },
    );
    const input = { ...(await rated(complaint, 1)), scores: points(5) };
    expect((await review(complaint, both, score, input)).userErrors[0].code).toBe('OWN_ANSWER');
  });
});

describe('returning', () => {
  it('may carry scores for the author, which the figures do not count', async () => {
    const complaint = await openComplaint();
    const { caseId, expectedVersion } = await important(complaint);
    const reason = 'Say when.';
    const input = { caseId, expectedVersion, reason, scores: points(1), comment: 'Too short.' };
    expect((await review(complaint, reviewer, giveBack, input)).userErrors).toEqual([]);
    const { data } = await complaint.ask(subFocalPoint, quality, { id: caseId });
    expect(data.case.quality).toMatchObject({ score: 10, max: 50, comment: 'Too short.' });
    expect(await cycleOf(complaint)).toEqual({ quality_score: null, quality_max: null });
    const answer = { outcome: 'SOLVED', text: 'Since Sunday, 1 March, there are two doctors.' };
    const next = { caseId, expectedVersion: expectedVersion + 1, ...answer };
    await complaint.ask(subFocalPoint, propose, { input: next });
    const again = await complaint.ask(subFocalPoint, quality, { id: caseId });
    expect(again.data.case.quality).toBeNull();
    const last = { caseId, expectedVersion: expectedVersion + 2, scores: points(5) };
    await review(complaint, reviewer, approve, last);
    expect(await cycleOf(complaint)).toEqual({ quality_score: 50, quality_max: 50 });
  });

  it('needs no scores', async () => {
    const complaint = await openComplaint();
    const { caseId, expectedVersion } = await important(complaint);
    const input = { caseId, expectedVersion, reason: 'Say when.' };
    expect((await review(complaint, reviewer, giveBack, input)).userErrors).toEqual([]);
  });
});

describe('an answer rated two or less', () => {
  it('waits to be scored, once', async () => {
    const complaint = await openComplaint();
    const bad = await rated(complaint, 2);
    const worse = await rated(complaint, 1);
    await rated(complaint, 3);
    const seen = await complaint.ask(reviewer, queue);
    expect(seen.data.scoringQueue).toMatchObject({
      edges: [{ node: { id: bad.caseId } }, { node: { id: worse.caseId } }],
      totalCount: 2,
    });
    expect((await complaint.ask(reviewer, quality, { id: bad.caseId })).data.case.scoreRequired).toBe(true);
    const bare = await review(complaint, reviewer, score, { ...bad, scores: [] });
    expect(bare.userErrors[0].code).toBe('SCORES_REQUIRED');
    const done = await review(complaint, reviewer, score, { ...bad, scores: points(2) });
    expect(done).toMatchObject({
      case: {
        version: bad.expectedVersion + 1,
        state: 'CLOSED',
        quality: { score: 20, max: 50 },
        scoreRequired: false,
      },
      userErrors: [],
    });
    const again = { ...bad, expectedVersion: bad.expectedVersion + 1, scores: points(5) };
    expect((await review(complaint, reviewer, score, again)).userErrors[0].code).toBe('NOTHING_TO_SCORE');
    const left = await complaint.ask(operationRoom, queue);
    expect(left.data.scoringQueue.edges).toEqual([{ node: { id: worse.caseId } }]);
    const stale = await review(complaint, reviewer, score, {
      ...worse,
      expectedVersion: 1,
      scores: points(1),
    });
    expect(stale.userErrors[0].code).toBe('CONFLICT');
  });

  it('is not the only one that is never scored twice: well rated ones wait for nothing', async () => {
    const complaint = await openComplaint();
    const good = await rated(complaint, 5);
    const refused = await review(complaint, reviewer, score, { ...good, scores: points(5) });
    expect(refused.userErrors[0].code).toBe('NOTHING_TO_SCORE');
  });

  it('waits also when its case was reopened since: it is scored, and the new round goes on undisturbed', async () => {
    const complaint = await openComplaint();
    const low = await rated(complaint, 2, layla);
    const { reference } = (await complaint.ask(layla, one, { id: low.caseId })).data.case;
    const reopened = { reference, expectedVersion: low.expectedVersion, reason: 'Nothing has changed.' };
    const { data } = await complaint.ask(layla, reopen, { input: reopened });
    expect(data.reopenCase.userErrors).toEqual([]);
    const version = low.expectedVersion + 1;
    const waits = `query ($id: ID!) { case(id: $id) { version cycle cycleAwaitingScore } }`;
    const seen = await complaint.ask(reviewer, waits, { id: low.caseId });
    expect(seen.data.case).toEqual({ version, cycle: 2, cycleAwaitingScore: 1 });
    for (const viewer of [layla, subFocalPoint]) {
      const other = await complaint.ask(viewer, waits, { id: low.caseId });
      expect(other.data.case.cycleAwaitingScore).toBeNull();
    }
    expect((await complaint.ask(reviewer, queue)).data.scoringQueue.edges).toEqual([
      { node: { id: low.caseId } },
    ]);
    const input = { caseId: low.caseId, expectedVersion: version, scores: points(3) };
    expect((await review(complaint, subFocalPoint, score, input)).userErrors[0].code).toBe('FORBIDDEN');
    expect((await review(complaint, waterFocalPoint, score, input)).errors[0].extensions.code).toBe(
      'NOT_FOUND',
    );
    const stale = await review(complaint, reviewer, score, { ...input, expectedVersion: version - 1 });
    expect(stale.userErrors).toMatchObject([{ code: 'CONFLICT', field: ['expectedVersion'] }]);
    const author = person('p-sfp', { role: 'QUALITY_REVIEWER', scope: null });
    expect((await review(complaint, author, score, input)).userErrors[0].code).toBe('OWN_ANSWER');
    const none = await review(complaint, reviewer, score, { ...input, scores: [] });
    expect(none.userErrors[0].code).toBe('SCORES_REQUIRED');
    const both = await Promise.all([1, 2].map(() => review(complaint, reviewer, score, input)));
    expect(both.flatMap(({ userErrors }) => userErrors).map(({ code }) => code)).toHaveLength(1);
    const cycles = await complaint.database.query('select quality_score from cycle order by number');
    expect(cycles).toEqual([{ quality_score: 30 }, { quality_score: null }]);
    const [event] = await complaint.database.query<{ payload: object }>(
      `select payload from outbox where type = 'answer.scored'
       union all select payload from event_log where type = 'answer.scored'`,
    );
    expect(event?.payload).toMatchObject({ cycle: 1, score: 30, max: 50 });
    const after = await complaint.ask(reviewer, waits, { id: low.caseId });
    expect(after.data.case).toEqual({ version, cycle: 2, cycleAwaitingScore: null });
    expect((await complaint.ask(reviewer, queue)).data.scoringQueue.totalCount).toBe(0);
  });

  it('is paged by when it was rated', async () => {
    const complaint = await openComplaint();
    const ids: string[] = [];
    for (const stars of [1, 2, 1]) ids.push((await rated(complaint, stars)).caseId);
    const page = async (after?: string) =>
      (await complaint.ask(reviewer, queue, { first: 2, after })).data.scoringQueue;
    const of = (connection: { edges: { node: { id: string } }[] }) =>
      connection.edges.map(({ node }) => node.id);
    const first = await page();
    const second = await page(first.pageInfo.endCursor);
    expect([...of(first), ...of(second)]).toEqual(ids);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  it('is scored by reviewers; to others there is no queue, and applicants see no score', async () => {
    const complaint = await openComplaint();
    const low = await rated(complaint, 1, layla);
    for (const viewer of [nobody, layla, mainFocalPoint, waterFocalPoint, administrator]) {
      expect((await complaint.ask(viewer, queue)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    const input = { ...low, scores: points(1), comment: 'Marker-of-score' };
    expect((await review(complaint, mainFocalPoint, score, input)).userErrors[0].code).toBe('FORBIDDEN');
    for (const viewer of [nobody, waterFocalPoint]) {
      expect((await review(complaint, viewer, score, input)).errors[0].extensions.code).toBe('NOT_FOUND');
    }
    await review(complaint, reviewer, score, input);
    const own = await complaint.ask(layla, quality, { id: low.caseId });
    expect(own.data.case).toMatchObject({ quality: null, scoreRequired: null });
    const timeline =
      'query ($id: ID!) { case(id: $id) { timeline { edges { node { action text } } totalCount } } }';
    const told = await complaint.ask(layla, timeline, { id: low.caseId });
    expect(JSON.stringify(told)).not.toMatch(/Marker-of-score|SCORE_ANSWER/);
    const whole = await complaint.ask(mainFocalPoint, timeline, { id: low.caseId });
    expect(JSON.stringify(whole)).toContain('SCORE_ANSWER');
    expect(JSON.stringify(whole)).not.toContain('Marker-of-score');
    const [all, shown] = [whole, told].map(({ data }) => data.case.timeline.totalCount);
    expect(shown).toBe(all - 1);
  });
});
