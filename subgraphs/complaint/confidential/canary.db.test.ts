/** A word that is looked for in the whole database after everybody who may write in a confidential report wrote it. */
import type { Viewer } from '@bekhedmetkom/platform/auth';
import { describe, expect, it } from 'vitest';
import { sealReports } from '../backfill/seal-reports.ts';
import { answered, assign, file, postId } from '../testing/documents.ts';
import { begun, offered, secondInRoom, step } from '../testing/handover.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { recordOf } from '../testing/travel.ts';
import {
  layla,
  mainFocalPoint,
  nobody,
  omar,
  operationRoom,
  reviewer,
  subFocalPoint,
  waterFocalPoint,
} from '../testing/viewers.ts';
import { rewriteTexts } from './case-texts.ts';
import { isSealed, openSealedWords } from './sealed-words.ts';

const canary = 'Zanbaqa Qasimi took ten dinars at window four';
const report = { type: 'REPORT', anonymous: true, subject: canary, text: canary, district: canary };
const criteria = ['complete', 'correct', 'clear', 'respectful', 'next-step'];
const scores = criteria.map((criterion) => ({ criterion, points: 4 }));

/** Every row of every table of the database, the tables of jobs and of the platform included. */
async function dump({ database }: Complaint): Promise<string> {
  const tables = await database.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const rows = [];
  for (const { name } of tables)
    rows.push(...(await database.query<{ row: string }>(`select t::text as row from ${name} t`)));
  return rows.map(({ row }) => row).join('\n');
}

async function expectNothingPlain(complaint: Complaint): Promise<void> {
  const found = (await dump(complaint)).split('\n').filter((row) => /zanbaq|qasimi|window four/i.test(row));
  expect(found).toEqual([]);
}

interface Kase {
  id: string;
  version: number;
}

/** Takes a step and fails when it was refused. */
async function did(complaint: Complaint, viewer: Viewer, name: string, kase: Kase, more: object) {
  const { version } = await recordOf(complaint, kase.id);
  const { codes, case: after } = await step(complaint, viewer, name, { ...kase, version }, more);
  expect([name, codes]).toEqual([name, []]);
  return after;
}

async function wrote(complaint: Complaint, viewer: Viewer, mutation: string, input: object) {
  const name = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await complaint.ask(
    viewer,
    `mutation ($input: ${name}!) { done: ${mutation}(input: $input) { userErrors { code } } }`,
    { input },
  );
  expect([mutation, errors, data?.done.userErrors]).toEqual([mutation, undefined, []]);
}

const work = `query ($id: ID!) { case(id: $id) {
  proposedAnswer { text returnedBecause } quality { comment } question { text } proposal { text }
  transfers { reason refusal } contributions { question answer withdrawalReason } rejection { text }
  notes { edges { node { text } } } followUps { edges { node { text comment } } } answer { text }
  cycles { reason answer { text } } timeline(last: 50) { edges { node { action text } } } } }`;

describe('a word that is written in a confidential report', () => {
  it('is kept plain nowhere when staff ask, hand on, note, promise, propose, return and answer; all of it is read as before', async () => {
    const complaint = await openComplaint();
    const kase = await begun(complaint, nobody, report);
    const { reference, secret } = kase;
    await did(complaint, subFocalPoint, 'askApplicant', kase, { question: canary });
    const asked = await complaint.ask(
      nobody,
      `query ($reference: String!, $secret: String!) {
      trackCase(reference: $reference, secret: $secret) { question { text } } }`,
      { reference, secret },
    );
    expect(asked.data.trackCase.question.text).toBe(canary);
    const { version } = await recordOf(complaint, kase.id);
    await wrote(complaint, nobody, 'replyToQuestion', {
      reference,
      secret,
      expectedVersion: version,
      text: canary,
    });
    await did(complaint, mainFocalPoint, 'transferCase', kase, { toEntityCode: 'MIYAHUNA', reason: canary });
    await did(complaint, waterFocalPoint, 'refuseTransfer', kase, { reason: canary });
    await did(complaint, mainFocalPoint, 'requestContribution', kase, {
      entityCode: 'MIYAHUNA',
      question: canary,
    });
    await did(complaint, waterFocalPoint, 'answerContribution', kase, { contribution: 1, text: canary });
    await did(complaint, mainFocalPoint, 'requestContribution', kase, {
      entityCode: 'MIYAHUNA',
      question: canary,
    });
    await did(complaint, mainFocalPoint, 'withdrawContribution', kase, { contribution: 2, reason: canary });
    await wrote(complaint, mainFocalPoint, 'addNote', { caseId: kase.id, text: canary });
    const [day] = await complaint.database.query<{ day: string }>(
      `select (d::date)::text as day from generate_series(now() + interval '2 days', now() + interval '9 days', '1 day') d
      where extract(dow from d) = 1 limit 1`,
    );
    const promise = { caseId: kase.id, postId: postId('MOH-MFP'), text: canary, promisedOn: day?.day };
    await wrote(complaint, operationRoom, 'addFollowUp', promise);
    const log = await complaint.ask(operationRoom, '{ followUps { edges { node { id text } } } }');
    const [{ node: promised }] = log.data.followUps.edges;
    expect(promised.text).toBe(canary);
    await wrote(complaint, operationRoom, 'settleFollowUp', { id: promised.id, kept: true, comment: canary });
    const answer = { outcome: 'SOLVED', text: `${canary}. It was looked into, and he answers for it now.` };
    await did(complaint, subFocalPoint, 'proposeAnswer', kase, answer);
    await did(complaint, reviewer, 'returnAnswer', kase, { reason: canary, scores, comment: canary });
    await expectNothingPlain(complaint);

    const returned = await complaint.ask(mainFocalPoint, work, { id: kase.id });
    expect(returned.data.case).toMatchObject({
      proposedAnswer: { text: answer.text, returnedBecause: canary },
      transfers: [{ reason: canary, refusal: canary }],
      contributions: [
        { question: canary, answer: canary },
        { question: canary, withdrawalReason: canary },
      ],
      notes: { edges: [{ node: { text: canary } }] },
      followUps: { edges: [{ node: { text: canary, comment: canary } }] },
    });
    await did(complaint, subFocalPoint, 'proposeAnswer', kase, answer);
    await did(complaint, reviewer, 'approveAnswer', kase, { scores, comment: canary });
    const again = { reference, secret, expectedVersion: (await recordOf(complaint, kase.id)).version };
    await wrote(complaint, nobody, 'rateCase', { ...again, score: 1, solved: 'NO', comment: canary });
    await did(complaint, operationRoom, 'reopenByStaff', kase, { reason: canary });
    await expectNothingPlain(complaint);

    const { data, errors } = await complaint.ask(mainFocalPoint, work, { id: kase.id });
    expect(errors).toBeUndefined();
    expect(data.case.cycles).toMatchObject([{ answer: { text: answer.text } }, { reason: canary }]);
    const told = data.case.timeline.edges.flatMap(
      ({ node }: { node: { text: string | null } }) => node.text ?? [],
    );
    expect(told.length).toBeGreaterThan(10);
    for (const text of told) expect([canary, answer.text]).toContain(text);
  });

  it('is kept plain nowhere in proposals, whether they are declined or carried out', async () => {
    const complaint = await openComplaint();
    const kase = await file(complaint, nobody, report);
    const proposal = { code: 'SUB_JUDICE', text: canary };
    await did(complaint, mainFocalPoint, 'proposeRejection', kase, proposal);
    await did(complaint, operationRoom, 'declineRejection', kase, { reason: canary });
    const proposed = await did(complaint, mainFocalPoint, 'proposeRejection', kase, proposal);
    expect(proposed.proposal.text).toBe(canary);
    await expectNothingPlain(complaint);
    const rejected = await did(complaint, secondInRoom, 'approveRejection', kase, {});
    expect(rejected.rejection.text).toBe(canary);
    await expectNothingPlain(complaint);
  });

  it('opens for the follower as whose the work goes on', async () => {
    const complaint = await openComplaint();
    const named = { ...report, anonymous: false };
    const parent = await file(complaint, layla, named);
    const heir = await file(complaint, omar, named);
    await assign(complaint, parent);
    const room = { ...operationRoom, grants: [...operationRoom.grants, ...mainFocalPoint.grants] };
    await did(complaint, room, 'requestContribution', parent, { entityCode: 'MIYAHUNA', question: canary });
    await did(complaint, room, 'mergeCase', heir, { intoReference: parent.reference });
    await complaint.database.query('update cases set restricted = true');
    const words = openSealedWords(complaint.contactKey);
    await sealReports(complaint.database, words);
    await expectNothingPlain(complaint);
    const { version } = await recordOf(complaint, parent.id);
    await wrote(complaint, layla, 'withdrawCase', { reference: parent.reference, expectedVersion: version });
    await expectNothingPlain(complaint);
    await complaint.database.query('update cases set restricted = false');
    const { data, errors } = await complaint.ask(room, '{ contributions { edges { node { question } } } }');
    expect(errors).toBeUndefined();
    expect(data.contributions.edges).toMatchObject([{ node: { question: canary } }]);
  });

  it('is encrypted in the background, with all that staff wrote, where an earlier release kept it plain', async () => {
    const complaint = await openComplaint();
    const named = { ...report, anonymous: false };
    const { id } = await offered(complaint, layla, named);
    await answered(complaint, layla, named);
    await wrote(complaint, mainFocalPoint, 'addNote', { caseId: id, text: canary });
    await complaint.database.query('update cases set anonymous = true, applicant_subject = null');
    const words = openSealedWords(complaint.contactKey);
    expect(await sealReports(complaint.database, words)).toBe(2);
    expect(await sealReports(complaint.database, words)).toBe(0);
    await expectNothingPlain(complaint);
    const { data } = await complaint.ask(mainFocalPoint, work, { id });
    expect(data.case.notes.edges).toMatchObject([{ node: { text: canary } }]);
    const record = await recordOf(complaint, id);
    await complaint.database.transaction((tx) =>
      rewriteTexts(tx, record.id, (text) => {
        expect(isSealed(text)).toBe(true);
        return text;
      }),
    );
  });
});
