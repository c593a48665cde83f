import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findBrokenLink } from '../audit/audit.store.ts';
import { file, submission, submit } from '../testing/documents.ts';
import { begun, offered, step, takeOver } from '../testing/handover.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { eventsOf, keyOf, recordOf } from '../testing/travel.ts';
import { layla, mainFocalPoint, nobody, omar, operationRoom, waterFocalPoint } from '../testing/viewers.ts';

const query = `query ($subject: String!, $text: String!, $category: String, $governorate: String, $point: PointInput,
  $district: String, $type: CaseType) {
  similarCases(subject: $subject, text: $text, category: $category, governorate: $governorate, point: $point,
    district: $district, type: $type) { id slaStatus distance category { code } entity { code } governorate { code } district state submittedAt
    reporters likeness } }`;

const clinic = {
  subject: 'طول الانتظار في عيادة الأسنان',
  text: 'انتظرتُ أربع ساعات مع جاري خالد ولم يُنادَ علينا.',
};
const lights = { subject: 'Street lights broken near the market', text: 'They have been dark since May.' };

async function similar(complaint: Complaint, more: object, viewer = nobody) {
  const { data, errors } = await complaint.ask(viewer, query, { text: '', governorate: 'AMMAN', ...more });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.similarCases;
}

describe('similar cases', () => {
  it('are found by their words, however they are spelled, in Arabic and in English', async () => {
    const complaint = await openComplaint();
    await file(complaint, layla, clinic);
    await file(complaint, layla, lights);
    for (const subject of [
      'انتظار طويل في عياده الاسنان',
      'الإنتظار الطويل بعيادة الأسنان',
      'عيادات الأسنان: انتظار',
    ]) {
      const [found, ...others] = await similar(complaint, { subject });
      expect(found, subject).toMatchObject({
        category: { code: 'WAIT' },
        entity: { code: 'MOH' },
        reporters: 1,
        state: 'SUBMITTED',
      });
      expect(others).toEqual([]);
    }
    expect(await similar(complaint, { subject: 'Broken street light at the market' })).toHaveLength(1);
    expect(await similar(complaint, { subject: 'Street lihgts broken near the markt' })).toHaveLength(1);
    for (const subject of ['Passport renewal takes months', '؟', 'a', "'); drop table cases; --"]) {
      expect(await similar(complaint, { subject }), subject).toEqual([]);
    }
  });

  it('are at the same place and of the same type and kind, the nearest first, three at most', async () => {
    const complaint = await openComplaint();
    const point = { latitude: 31.951, longitude: 35.924 };
    const near = (metres: number) => ({ ...point, latitude: point.latitude + metres / 111_200 });
    await file(complaint, layla, { ...lights, governorateCode: 'ZARQA' });
    await file(complaint, layla, { ...lights, type: 'SUGGESTION' });
    await file(complaint, layla, { ...lights, categoryCode: null });
    await file(complaint, layla, { ...lights, point: near(900) });
    for (const metres of [400, 300, 200, 0]) await file(complaint, layla, { ...lights, point: near(metres) });
    const found = await similar(complaint, { ...lights, point, category: 'WAIT', type: 'COMPLAINT' });
    expect(found).toMatchObject([
      { distance: 0, likeness: 1, slaStatus: 'ON_TIME', governorate: { code: 'AMMAN' } },
      { distance: 200, likeness: 1 },
      { distance: 300, likeness: 0.9 },
    ]);
    expect(await similar(complaint, { ...lights, governorate: 'ZARQA', type: 'COMPLAINT' })).toHaveLength(1);
    expect(await similar(complaint, { ...lights, governorate: null })).toEqual([]);
  });

  it('are never somebody’s own matter, whoever asks and whatever was written', async () => {
    const complaint = await openComplaint();
    const category = (code: string, personal?: boolean) => ({
      type: 'category.changed' as const,
      payload: {
        code,
        names: { ar: 'جواز السفر', en: 'Passport' },
        sector: 'HEALTH',
        defaultPillar: 'TIME' as const,
        programme: 'GOVERNMENT_SERVICES' as const,
        ...(personal && { personal }),
      },
    });
    await complaint.announce(category('PASSPORT'));
    const passport = { subject: 'تأخر إصدار جواز السفر', text: 'قدّمت الطلب قبل شهر.' };
    await file(complaint, layla, { ...passport, categoryCode: 'PASSPORT' });
    const [before] = await similar(complaint, passport);
    expect(before).toMatchObject({ category: { code: 'PASSPORT' } });
    await complaint.announce(category('PASSPORT', true));
    for (const more of [
      {},
      { category: 'PASSPORT' },
      { type: 'COMPLAINT' },
      { type: 'INQUIRY' },
      { type: 'SUGGESTION' },
    ])
      expect(await similar(complaint, { ...passport, ...more })).toEqual([]);
    const { data } = await complaint.ask(omar, submit, {
      input: submission({ ...passport, follows: before.id }),
    });
    expect(data.submitCase.userErrors).toMatchObject([{ code: 'NOT_TO_FOLLOW' }]);
  });

  it('are never reports, compliments, ended or duplicate cases, nor those of restricted programmes', async () => {
    const complaint = await openComplaint();
    await complaint.announce({
      type: 'programme.changed',
      payload: {
        code: 'SMOKING',
        names: { ar: 'التدخين', en: 'Smoking' },
        restricted: true,
        coordinated: true,
      },
    });
    await file(complaint, layla, { ...lights, type: 'REPORT' });
    await file(complaint, layla, { ...lights, type: 'COMPLIMENT' });
    await file(complaint, layla, { ...lights, categoryCode: 'SMOKING' });
    const rejected = await file(complaint, layla, lights);
    const text = { code: 'ABUSIVE', text: 'No.' };
    const { case: proposed } = await step(complaint, mainFocalPoint, 'proposeRejection', rejected, text);
    await step(complaint, operationRoom, 'approveRejection', proposed);
    expect(await similar(complaint, lights)).toEqual([]);
    const [one, other] = [await file(complaint, layla, lights), await file(complaint, omar, lights)];
    await step(complaint, mainFocalPoint, 'mergeCase', one, { intoReference: other.reference });
    expect(await similar(complaint, lights)).toMatchObject([{ reporters: 2 }]);
  });

  it('tell nothing that another person wrote: a district only to who wrote the same one', async () => {
    const complaint = await openComplaint();
    const filed = await file(complaint, layla, {
      ...clinic,
      district: 'بيت خالد، جبل عمّان',
      contact: { phone: '0791234567' },
    });
    const found = await similar(complaint, { ...clinic, governorate: 'AMMAN' });
    expect(found).toHaveLength(1);
    const said = JSON.stringify(found);
    for (const word of ['خالد', 'انتظار', 'ساعات', '0791234567', filed.reference, filed.id])
      expect(said).not.toContain(word);
    const [same] = await similar(complaint, {
      ...clinic,
      governorate: 'AMMAN',
      district: 'بيت خالد، جبل عمان',
    });
    expect(same.district).toBe('بيت خالد، جبل عمّان');
  });
});

describe('following instead of filing', () => {
  const follow = async (complaint: Complaint, similarId: string, more: object = {}, viewer = omar) => {
    const { data } = await complaint.ask(viewer, submit, {
      input: submission({ ...lights, follows: similarId, ...more }),
    });
    return data.submitCase;
  };
  const idOf = async (complaint: Complaint) => (await similar(complaint, lights))[0].id as string;

  it('makes a duplicate from the outset, with its own reference and secret, counted at once', async () => {
    const complaint = await openComplaint();
    const parent = await begun(complaint, layla, lights);
    const result = await follow(complaint, await idOf(complaint), { entityCode: null, categoryCode: null });
    expect(result).toMatchObject({
      userErrors: [],
      secret: expect.any(String),
      case: {
        state: 'DUPLICATE',
        version: 1,
        entity: { code: 'MOH' },
        category: { code: 'WAIT' },
        holder: null,
        actions: ['SEPARATE'],
      },
    });
    const record = await recordOf(complaint, result.case.id);
    expect(record).toMatchObject({ parentId: keyOf(parent.id), nextDeadlineAt: null, escalatesAt: null });
    expect(record.closedAt).toEqual(record.submittedAt);
    expect(await recordOf(complaint, parent.id)).toMatchObject({ followers: 1, version: parent.version });
    expect(await eventsOf(complaint, result.case.id)).toMatchObject([
      { type: 'case.submit', payload: { case: { state: 'DUPLICATE', parent: keyOf(parent.id) } } },
    ]);
    expect(await findBrokenLink(complaint.database, record.id)).toBeNull();
    const timeline =
      'query ($id: ID!) { case(id: $id) { parent { state } timeline { edges { node { action state } } } } }';
    const { data } = await complaint.ask(omar, timeline, { id: result.case.id });
    expect(data.case).toEqual({
      parent: { state: 'IN_PROGRESS' },
      timeline: { edges: [{ node: { action: 'SUBMIT', state: 'DUPLICATE' } }] },
    });
    expect(await similar(complaint, lights)).toMatchObject([{ reporters: 2 }]);
  });

  it('counts each of fifty who follow at once, and one who sends twice once', async () => {
    const complaint = await openComplaint();
    const parent = await file(complaint, layla, lights);
    const id = await idOf(complaint);
    const results = await Promise.all(Array.from({ length: 50 }, () => follow(complaint, id)));
    expect(results.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    const idempotencyKey = randomUUID();
    const twice = await Promise.all([1, 2, 3].map(() => follow(complaint, id, { idempotencyKey })));
    expect(new Set(twice.map(({ secret }) => secret)).size).toBe(1);
    expect(new Set(twice.map((result) => result.case.id)).size).toBe(1);
    expect((await recordOf(complaint, parent.id)).followers).toBe(51);
    const other = await follow(complaint, id, { idempotencyKey, text: 'Something else.' });
    expect(other.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_MISMATCH' }]);
  });

  it('goes with that case when it is transferred at the same moment: never is a follower left behind', async () => {
    const complaint = await openComplaint();
    const parent = await offered(complaint, layla, lights);
    const id = await idOf(complaint);
    const [taken, ...followers] = await Promise.all([
      step(complaint, waterFocalPoint, 'acceptTransfer', parent, takeOver),
      ...Array.from({ length: 10 }, () => follow(complaint, id)),
    ]);
    expect(taken.codes).toEqual([]);
    for (const { case: kase } of followers) {
      expect(await recordOf(complaint, kase.id)).toMatchObject({ entity: 'MIYAHUNA', state: 'DUPLICATE' });
    }
    expect((await recordOf(complaint, parent.id)).followers).toBe(10);
  });

  it('is refused once that case has ended, and files nothing; who sent before is answered as before', async () => {
    const complaint = await openComplaint();
    const parent = await file(complaint, layla, lights);
    const id = await idOf(complaint);
    const idempotencyKey = randomUUID();
    const early = await follow(complaint, id, { idempotencyKey });
    const text = { code: 'ABUSIVE', text: 'No.' };
    const { case: proposed } = await step(complaint, mainFocalPoint, 'proposeRejection', parent, text);
    await step(complaint, operationRoom, 'approveRejection', proposed);
    expect(await follow(complaint, id)).toMatchObject({
      case: null,
      userErrors: [{ code: 'NOT_TO_FOLLOW', field: ['follows'] }],
    });
    expect((await follow(complaint, id, { idempotencyKey })).case.id).toBe(early.case.id);
    const [row] = await complaint.database.query<{ n: number }>('select count(*)::int as n from cases');
    expect(row?.n).toBe(2);
  });

  it('is refused for what nobody may follow: a report, an unknown id, or with a report', async () => {
    const complaint = await openComplaint();
    const report = await file(complaint, layla, { ...lights, type: 'REPORT' });
    await file(complaint, layla, lights);
    const asSimilar = (id: string) => Buffer.from(`SimilarCase:${keyOf(id)}`).toString('base64url');
    const refused = async (id: string, more: object = {}) =>
      (await follow(complaint, id, more)).userErrors.map(({ code }: { code: string }) => code);
    expect(await refused(asSimilar(report.id))).toEqual(['NOT_TO_FOLLOW']);
    expect(await refused(report.id)).toEqual(['NOT_TO_FOLLOW']);
    expect(await refused('nonsense')).toEqual(['NOT_TO_FOLLOW']);
    expect(await refused(await idOf(complaint), { type: 'REPORT' })).toEqual(['NOT_TO_FOLLOW']);
  });
});
