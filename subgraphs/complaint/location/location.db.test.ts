import { toGlobalId } from '@bekhedmetkom/platform/subgraph';
import { describe, expect, it } from 'vitest';
import { submission, submit, track } from '../testing/documents.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { mainFocalPoint, nobody, operationRoom, waterFocalPoint } from '../testing/viewers.ts';

const more = 'id point { latitude longitude } commended { name unit { id } } governorate { code }';
const submitWithPlace = submit.replace('case {', `case { ${more}`);
const amman = { latitude: 31.953_912_34, longitude: 35.9349 };
const zarqa = { latitude: 32.0728, longitude: 36.088 };

const send = async (complaint: Complaint, given: object, viewer = nobody) => {
  const { data } = await complaint.ask(viewer, submitWithPlace, { input: submission(given) });
  return data.submitCase;
};

describe('a point on the map', () => {
  it('decides the governorate, also against the one that was chosen', async () => {
    const complaint = await openComplaint();
    const sent = await send(complaint, { point: zarqa, governorateCode: 'AMMAN' });
    expect(sent).toMatchObject({
      userErrors: [],
      case: { governorate: { code: 'ZARQA' }, point: zarqa },
    });
  });

  it('is kept to a metre, and a governorate alone still counts', async () => {
    const complaint = await openComplaint();
    const sent = await send(complaint, { point: amman, governorateCode: null });
    expect(sent.case.point).toEqual({ latitude: 31.953_91, longitude: 35.9349 });
    expect((await send(complaint, { governorateCode: 'ZARQA' })).case).toMatchObject({
      point: null,
      governorate: { code: 'ZARQA' },
    });
  });

  it.each([
    ['Jericho', { latitude: 31.857, longitude: 35.444 }],
    ['no place on Earth', { latitude: 310, longitude: -900 }],
  ])('outside the country is refused in both languages: %s', async (_where, point) => {
    const complaint = await openComplaint();
    for (const [language, words] of [
      ['ar', 'خارج الأردن'],
      ['en', 'outside Jordan'],
    ] as const) {
      const { case: kase, userErrors } = await send(complaint, { point }, { ...nobody, language });
      expect(kase).toBeNull();
      expect(userErrors).toMatchObject([{ code: 'OUTSIDE_COUNTRY', field: ['point'] }]);
      expect(userErrors[0].message).toContain(words);
    }
  });

  // The directory of these tests knows only some governorates: of others the ISO code is told.
  it.each([
    ['Zarqa', zarqa, 'ZARQA'],
    ['the quay of Aqaba', { latitude: 29.5195, longitude: 34.9905 }, 'JO-AQ'],
    ['the shore of the Dead Sea', { latitude: 31.7166, longitude: 35.5873 }, 'JO-BA'],
    ['the sea off Aqaba', { latitude: 29.3, longitude: 34.85 }, null],
    ['no place on Earth', { latitude: 310, longitude: -900 }, null],
  ])('is told beforehand to be taken or refused, as submitting does: %s', async (_where, point, expected) => {
    const complaint = await openComplaint();
    const asked = 'query ($point: PointInput!) { governorateAt(point: $point) }';
    const { data } = await complaint.ask(nobody, asked, { point });
    expect(data.governorateAt).toBe(expected);
    const sent = await send(complaint, { point, governorateCode: null });
    expect(sent.userErrors.length === 0).toBe(expected !== null);
  });

  it('is seen by the applicant and by staff in scope, and by nobody else', async () => {
    const complaint = await openComplaint();
    const { case: kase, secret } = await send(complaint, { point: amman });
    const one = `query ($id: ID!) { case(id: $id) { ${more} } }`;
    const seen = { point: { latitude: 31.953_91, longitude: 35.9349 } };
    for (const viewer of [mainFocalPoint, operationRoom]) {
      expect((await complaint.ask(viewer, one, { id: kase.id })).data.case).toMatchObject(seen);
    }
    const secretly = { reference: kase.reference, secret };
    const tracked = await complaint.ask(nobody, track.replace('secret) {', `secret) { ${more}`), secretly);
    expect(tracked.data.trackCase).toMatchObject(seen);
    expect((await complaint.ask(waterFocalPoint, one, { id: kase.id })).data.case).toBeNull();
  });

  it('is on no event and in no audit', async () => {
    const complaint = await openComplaint();
    const { case: kase } = await send(complaint, { point: { latitude: 31.954_321, longitude: 35.912_345 } });
    for (const table of ['outbox', 'log', 'audit', 'timeline', 'cases', 'submission']) {
      const [there] = await complaint.database.query(`select to_regclass($1) as name`, [table]);
      if (!(there as { name: string | null }).name) continue;
      const rows = await complaint.database.query<{ row: string }>(`select t::text as row from ${table} t`);
      expect(rows.map(({ row }) => row).join('\n')).not.toMatch(/31\.954|35\.912/);
    }
    expect(kase.point).not.toBeNull();
  });
});

describe('a compliment', () => {
  it('may be for a unit of its entity and for a person', async () => {
    const complaint = await openComplaint();
    const unit = toGlobalId('Unit', 'MOH-ER');
    const sent = await send(complaint, {
      type: 'COMPLIMENT',
      creditedUnitId: unit,
      creditedName: ' Nurse  Huda ',
    });
    expect(sent.case.commended).toEqual({ name: 'Nurse Huda', unit: { id: unit } });
  });

  it.each([
    ['a complaint is for nobody', { creditedName: 'Huda' }, 'CREDIT_OF_COMPLIMENT'],
    [
      'a unit of another entity',
      { type: 'COMPLIMENT', creditedUnitId: toGlobalId('Unit', 'MIYAHUNA-NET') },
      'UNKNOWN_UNIT',
    ],
    ['no unit at all', { type: 'COMPLIMENT', creditedUnitId: 'x' }, 'UNKNOWN_UNIT'],
    ['a name of 121 letters', { type: 'COMPLIMENT', creditedName: 'a'.repeat(121) }, 'TOO_LONG'],
  ])('refused: %s', async (_what, given, code) => {
    const complaint = await openComplaint();
    expect((await send(complaint, given)).userErrors).toMatchObject([{ code }]);
  });
});

describe('a programme', () => {
  it('is the one that was chosen, without a category too', async () => {
    const complaint = await openComplaint();
    const sent = await send(complaint, { programme: 'HUMAN_RIGHTS', categoryCode: null });
    expect(sent.case.programme).toBe('HUMAN_RIGHTS');
    const smoking = await send(complaint, { programme: 'SMOKING', categoryCode: 'SMOKING' });
    expect(smoking.case.programme).toBe('SMOKING');
  });

  it('takes no category of another one', async () => {
    const complaint = await openComplaint();
    const sent = await send(complaint, { programme: 'SMOKING', categoryCode: 'WAIT' });
    expect(sent.userErrors).toMatchObject([{ code: 'OTHER_PROGRAMME', field: ['categoryCode'] }]);
  });
});
