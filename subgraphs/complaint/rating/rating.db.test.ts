import { serviceViewer } from '@bekhedmetkom/platform/auth';
import { describe, expect, it } from 'vitest';
import { answered, rate, resolved } from '../testing/documents.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { recordOf } from '../testing/travel.ts';
import {
  administrator,
  layla,
  mainFocalPoint,
  nobody,
  operationRoom,
  subFocalPoint,
} from '../testing/viewers.ts';
import { openRatingTokens } from './rating-token.ts';

const payload = `{ case { id reference version state subject text actions applicant { name } rating { score solved comment }
    timeline { edges { node { action text } } } } userErrors { code field message } }`;
const byLink = `mutation ($input: RateByLinkInput!) { rateByLink(input: $input) ${payload} }`;
const link = `query ($token: String!) { caseOfRatingLink(token: $token) {
  reference subject version rated entity { code } answer { text } } }`;
const tokenOf = 'query ($id: ID!) { case(id: $id) { ratingToken } }';
const reopen = `mutation ($input: ReopenCaseInput!) { reopenCase(input: $input) { case { state } userErrors { code } } }`;
const notification = serviceViewer('notification');

async function mailed(complaint: Complaint) {
  const kase = await resolved(complaint, layla);
  const { data } = await complaint.ask(notification, tokenOf, { id: kase.id });
  return { ...kase, token: data.case.ratingToken as string };
}

describe('the token of a case', () => {
  it('is for the service that writes the mail, while an answer waits for its rating', async () => {
    const complaint = await openComplaint();
    const waiting = await answered(complaint, layla);
    const early = await complaint.ask(notification, tokenOf, { id: waiting.id });
    expect(early.data.case.ratingToken).toBeNull();
    const { id, token } = await mailed(complaint);
    expect(token).toMatch(/^[\w-]{51}$/);
    for (const viewer of [layla, subFocalPoint, operationRoom]) {
      expect((await complaint.ask(viewer, tokenOf, { id })).data.case.ratingToken).toBeNull();
    }
  });
});

describe('rating by link', () => {
  it('needs nothing but the link, shows what is rated, and closes the case', async () => {
    const complaint = await openComplaint();
    const { id, reference, version, token } = await mailed(complaint);
    const seen = await complaint.ask(nobody, link, { token });
    expect(seen.data.caseOfRatingLink).toEqual({
      reference,
      version,
      subject: 'Long wait at the clinic',
      rated: false,
      entity: { code: 'MOH' },
      answer: { text: expect.stringContaining('doctor') },
    });
    const { data } = await complaint.ask(nobody, byLink, { input: { token, score: 4, comment: 'Good.' } });
    expect(data.rateByLink).toMatchObject({
      userErrors: [],
      case: { state: 'CLOSED', rating: { score: 4, solved: 'YES' } },
    });
    expect(await recordOf(complaint, id)).toMatchObject({ ratingScore: 4, ratingComment: 'Good.' });
  });

  it('shows no more of the case than that needs', async () => {
    const complaint = await openComplaint();
    const { token } = await mailed(complaint);
    const { data } = await complaint.ask(nobody, byLink, { input: { token, score: 4 } });
    const { subject, text, applicant, timeline } = data.rateByLink.case;
    expect([subject, text]).toEqual(['Confidential complaint', 'Confidential complaint']);
    expect(applicant).toBeNull();
    expect(JSON.stringify(timeline)).not.toContain('four hours');
  });

  it('keeps what the applicant said of a report from those who only oversee, and from later uses of the link', async () => {
    const complaint = await openComplaint();
    const { id, reference, version, token } = await mailed(complaint);
    const words = 'The doctor’s cousin still jumps the queue.';
    await complaint.ask(layla, rate, {
      input: { reference, expectedVersion: version, score: 2, solved: 'NO', comment: words },
    });
    await complaint.database.query(`update cases set type = 'REPORT'`);
    const asked = `query ($id: ID!) { case(id: $id) { rating { score comment } cycles { rating { comment } }
      timeline { edges { node { text } } } } }`;
    const seen = async (viewer: typeof layla) => JSON.stringify(await complaint.ask(viewer, asked, { id }));
    expect(await seen(mainFocalPoint)).toContain(words);
    expect(await seen(administrator)).toContain('"score":2');
    expect(await seen(administrator)).not.toContain('cousin');
    const { data } = await complaint.ask(nobody, byLink, { input: { token, score: 5 } });
    expect(data.rateByLink.case.rating).toMatchObject({ score: 2, comment: null });
  });

  it.each([
    [5, 'YES'],
    [4, 'YES'],
    [3, 'PARTLY'],
    [2, 'NO'],
    [1, 'NO'],
  ])('with one tap on %i takes it as solved: %s', async (score, solved) => {
    const complaint = await openComplaint();
    const { token } = await mailed(complaint);
    const { data } = await complaint.ask(nobody, byLink, { input: { token, score } });
    expect(data.rateByLink.case.rating).toMatchObject({ score, solved });
  });

  it('takes what the applicant says of it before what the score says', async () => {
    const complaint = await openComplaint();
    const { token } = await mailed(complaint);
    const { data } = await complaint.ask(nobody, byLink, { input: { token, score: 4, solved: 'PARTLY' } });
    expect(data.rateByLink.case.rating).toMatchObject({ score: 4, solved: 'PARTLY' });
  });

  it('works once, also when tapped twice at the same moment; the second use says so', async () => {
    const complaint = await openComplaint();
    const { id, token } = await mailed(complaint);
    const both = await Promise.all(
      [5, 1].map((score) => complaint.ask(nobody, byLink, { input: { token, score } })),
    );
    const codes = both.map(({ data }) => data.rateByLink.userErrors[0]?.code ?? 'DONE');
    expect(codes.sort()).toEqual(['ALREADY_RATED', 'DONE']);
    const third = await complaint.ask(nobody, byLink, { input: { token, score: 3 } });
    expect(third.data.rateByLink.userErrors).toMatchObject([{ code: 'ALREADY_RATED' }]);
    expect((await complaint.ask(nobody, link, { token })).data.caseOfRatingLink.rated).toBe(true);
    expect((await recordOf(complaint, id)).ratingScore).not.toBe(3);
  });

  it('says so, too, when the case was rated otherwise meanwhile', async () => {
    const complaint = await openComplaint();
    const { reference, version, token } = await mailed(complaint);
    await complaint.ask(layla, rate, {
      input: { reference, expectedVersion: version, score: 2, solved: 'NO' },
    });
    const { data } = await complaint.ask(nobody, byLink, { input: { token, score: 5 } });
    expect(data.rateByLink.userErrors).toMatchObject([{ code: 'ALREADY_RATED' }]);
  });

  it('refuses a score that is none, and leaves the link good', async () => {
    const complaint = await openComplaint();
    const { token } = await mailed(complaint);
    for (const score of [0, 6]) {
      const { data } = await complaint.ask(nobody, byLink, { input: { token, score } });
      expect(data.rateByLink.userErrors).toMatchObject([{ code: 'SCORE_OUT_OF_RANGE' }]);
    }
    const { data } = await complaint.ask(nobody, byLink, { input: { token, score: 5 } });
    expect(data.rateByLink.userErrors).toEqual([]);
  });

  it('answers a wrong, an expired and an outlived link alike: there is no such case', async () => {
    const complaint = await openComplaint();
    const { id, reference, version, token } = await mailed(complaint);
    const caseId = (await recordOf(complaint, id)).id;
    const tokens = openRatingTokens(complaint.contactKey);
    const expired = tokens.issue({ caseId, cycle: 1, expiresAt: new Date(Date.now() - 60_000) });
    const never = tokens.issue({
      caseId: '0198c0de-0000-7000-8000-00000000abcd',
      cycle: 1,
      expiresAt: new Date(Date.now() + 60_000),
    });
    await complaint.ask(layla, rate, {
      input: { reference, expectedVersion: version, score: 1, solved: 'NO' },
    });
    const reopened = await complaint.ask(layla, reopen, {
      input: { reference, expectedVersion: version + 1, reason: 'Nothing has changed.' },
    });
    expect(reopened.data.reopenCase).toMatchObject({ userErrors: [], case: { state: 'IN_PROGRESS' } });
    for (const wrong of ['nonsense', expired, never, token]) {
      const seen = await complaint.ask(nobody, link, { token: wrong });
      expect(seen.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      const used = await complaint.ask(nobody, byLink, { input: { token: wrong, score: 5 } });
      expect(used.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      expect(used.errors?.[0]?.message).toBe(seen.errors?.[0]?.message);
    }
    expect(await recordOf(complaint, id)).toMatchObject({ cycle: 2, ratingScore: null });
  });
});
