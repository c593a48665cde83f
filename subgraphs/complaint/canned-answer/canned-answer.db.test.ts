import type { Viewer } from '@bekhedmetkom/platform/auth';
import { toGlobalId } from '@bekhedmetkom/platform/subgraph';
import { describe, expect, it } from 'vitest';
import { assign, file, propose, start } from '../testing/documents.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import {
  administrator,
  layla,
  mainFocalPoint,
  nobody,
  operationRoom,
  reviewer,
  subFocalPoint,
  waterFocalPoint,
} from '../testing/viewers.ts';

const fields =
  'id version name names { ar en } body { ar en } entity { code } type outcome variables editable';
const save = `mutation ($input: SaveCannedAnswerInput!) { saveCannedAnswer(input: $input) {
  cannedAnswer { ${fields} } userErrors { field code message } } }`;
const remove = `mutation ($input: RemoveCannedAnswerInput!) { removeCannedAnswer(input: $input) {
  cannedAnswer { ${fields} } userErrors { field code message } } }`;
const list = `query ($entity: String) { cannedAnswers(entity: $entity) { ${fields} } }`;
const filled = `query ($id: ID!, $caseId: ID!) { cannedAnswerFor(id: $id, caseId: $caseId) { text outcome missing } }`;

const words = {
  names: { ar: 'تعيين طبيب', en: 'A doctor was assigned' },
  body: {
    ar: 'بخصوص {{reference}}: عيّنت {{entity}} طبيبًا إضافيًا في {{governorate}}.',
    en: 'About {{reference}}: {{entity}} has assigned another doctor in {{governorate}}.',
  },
};

async function keep(complaint: Complaint, viewer: Viewer, more: object = {}) {
  const { data, errors } = await complaint.ask(viewer, save, {
    input: { entityCode: 'MOH', ...words, ...more },
  });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.saveCannedAnswer;
}

describe('canned answers', () => {
  it('are kept by the main focal point and read by the focal points of the entity', async () => {
    const complaint = await openComplaint();
    const { cannedAnswer, userErrors } = await keep(complaint, mainFocalPoint, { outcome: 'SOLVED' });
    expect(userErrors).toEqual([]);
    expect(cannedAnswer).toMatchObject({
      version: 1,
      name: words.names.en,
      entity: { code: 'MOH' },
      outcome: 'SOLVED',
      variables: ['reference', 'entity', 'governorate'],
      editable: true,
    });
    await keep(complaint, operationRoom, { entityCode: null, names: { ar: 'عام', en: 'General' } });
    const { data } = await complaint.ask(subFocalPoint, list, { entity: 'MOH' });
    expect(
      data.cannedAnswers.map((one: { name: string; editable: boolean }) => [one.name, one.editable]),
    ).toEqual([
      [words.names.en, false],
      ['General', false],
    ]);
    const general = await complaint.ask(waterFocalPoint, list, {});
    expect(general.data.cannedAnswers).toHaveLength(1);
  });

  it('of an entity do not exist to others, nor do any to who answers nothing', async () => {
    const complaint = await openComplaint();
    const { cannedAnswer } = await keep(complaint, mainFocalPoint);
    const never = toGlobalId('CannedAnswer', '019a0000-0000-7000-8000-000000000000');
    for (const viewer of [waterFocalPoint, layla, nobody, reviewer, administrator]) {
      expect(await complaint.ask(viewer, list, { entity: 'MOH' })).toEqual(
        await complaint.ask(viewer, list, { entity: 'NONE' }),
      );
      const changed = { input: { id: cannedAnswer.id, expectedVersion: 1, entityCode: 'MOH', ...words } };
      const invented = { input: { ...changed.input, id: never } };
      const answer = await complaint.ask(viewer, save, changed);
      expect(answer).toEqual(await complaint.ask(viewer, save, invented));
      expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      const gone = await complaint.ask(viewer, remove, {
        input: { id: cannedAnswer.id, expectedVersion: 1 },
      });
      expect(gone.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    for (const viewer of [layla, nobody, reviewer]) {
      expect((await complaint.ask(viewer, list)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
  });

  it('are not changed by a sub focal point, nor the general ones by a main focal point', async () => {
    const complaint = await openComplaint();
    const { cannedAnswer } = await keep(complaint, mainFocalPoint);
    const refused = await keep(complaint, subFocalPoint, { id: cannedAnswer.id, expectedVersion: 1 });
    expect(refused.userErrors[0].code).toBe('FORBIDDEN');
    expect(refused.cannedAnswer.version).toBe(1);
    expect((await keep(complaint, mainFocalPoint, { entityCode: null })).userErrors[0].code).toBe(
      'FORBIDDEN',
    );
    const general = await keep(complaint, operationRoom, { entityCode: null });
    const taken = { id: general.cannedAnswer.id, expectedVersion: 1 };
    expect((await keep(complaint, mainFocalPoint, taken)).userErrors[0].code).toBe('FORBIDDEN');
    const removed = await complaint.ask(subFocalPoint, remove, {
      input: { id: cannedAnswer.id, expectedVersion: 1 },
    });
    expect(removed.data.removeCannedAnswer.userErrors[0].code).toBe('FORBIDDEN');
  });

  it('are changed and removed at the version that was seen only', async () => {
    const complaint = await openComplaint();
    const { cannedAnswer } = await keep(complaint, mainFocalPoint);
    const { id } = cannedAnswer;
    const names = { ar: 'اسم جديد', en: 'A new name' };
    const changed = await keep(complaint, operationRoom, { id, expectedVersion: 1, names });
    expect(changed.cannedAnswer).toMatchObject({ id, version: 2, names });
    const stale = await keep(complaint, mainFocalPoint, { id, expectedVersion: 1 });
    expect(stale).toMatchObject({ cannedAnswer: { version: 2, names }, userErrors: [{ code: 'CONFLICT' }] });
    const drop = (expectedVersion: number) =>
      complaint.ask(mainFocalPoint, remove, { input: { id, expectedVersion } });
    expect((await drop(1)).data.removeCannedAnswer.userErrors[0].code).toBe('CONFLICT');
    expect((await drop(2)).data.removeCannedAnswer).toEqual({ cannedAnswer: null, userErrors: [] });
    expect((await drop(2)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('are refused with an unknown variable, an empty language, an entity or outcome that does not fit', async () => {
    const complaint = await openComplaint();
    const refusal = async (more: object) => (await keep(complaint, operationRoom, more)).userErrors[0];
    expect(await refusal({ body: { ...words.body, en: 'Dear {{applicant}},' } })).toMatchObject({
      code: 'UNKNOWN_VARIABLE',
      field: ['body', 'en'],
      message: expect.stringContaining('"applicant"'),
    });
    expect(await refusal({ body: { ...words.body, ar: ' ' } })).toMatchObject({
      code: 'REQUIRED',
      field: ['body', 'ar'],
    });
    expect(await refusal({ names: { ar: 'ا'.repeat(121), en: 'x' } })).toMatchObject({ code: 'TOO_LONG' });
    expect(await refusal({ entityCode: 'NONE' })).toMatchObject({ code: 'UNKNOWN_ENTITY' });
    expect(await refusal({ entityCode: 'OLDWATER' })).toMatchObject({ code: 'EXPIRED_ENTITY' });
    expect(await refusal({ type: 'SUGGESTION', outcome: 'SOLVED' })).toMatchObject({
      code: 'OUTCOME_NOT_ALLOWED',
      field: ['outcome'],
    });
  });

  it('are filled in the applicant’s language, naming what is missing', async () => {
    const complaint = await openComplaint();
    const { cannedAnswer } = await keep(complaint, mainFocalPoint);
    const english = await file(complaint);
    const arabic = await file(complaint, nobody, { language: 'AR', governorateCode: null });
    const ask = async (caseId: string, viewer = subFocalPoint) =>
      complaint.ask(viewer, filled, { id: cannedAnswer.id, caseId });
    expect((await ask(english.id)).data.cannedAnswerFor).toEqual({
      text: `About ${english.reference}: Ministry of Health has assigned another doctor in Amman.`,
      outcome: null,
      missing: [],
    });
    expect((await ask(arabic.id)).data.cannedAnswerFor).toEqual({
      text: `بخصوص ${arabic.reference}: عيّنت وزارة الصحة طبيبًا إضافيًا في {{governorate}}.`,
      outcome: null,
      missing: ['governorate'],
    });
    for (const viewer of [waterFocalPoint, nobody, reviewer]) {
      expect((await ask(english.id, viewer)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    const elsewhere = await file(complaint, nobody, { entityCode: 'MIYAHUNA' });
    expect((await ask(elsewhere.id, operationRoom)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('the variables of a canned answer', () => {
  it('say what the case page says: dates in words, the post that answers, never the applicant', async () => {
    const complaint = await openComplaint();
    const body = {
      ar: '{{dueDate}} | {{today}} | {{post}} | {{subject}}',
      en: '{{dueDate}} | {{today}} | {{post}} | {{subject}}',
    };
    const { cannedAnswer } = await keep(complaint, mainFocalPoint, { body });
    const ask = async (caseId: string) =>
      (await complaint.ask(subFocalPoint, filled, { id: cannedAnswer.id, caseId })).data.cannedAnswerFor;
    const unclassified = await file(complaint);
    expect((await ask(unclassified.id)).missing).toEqual(['dueDate']);
    const english = await assign(complaint, unclassified);
    const arabic = await assign(complaint, await file(complaint, nobody, { language: 'AR' }));
    const day = (locale: string, at: string | Date) =>
      new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Amman', dateStyle: 'long' }).format(new Date(at));
    expect((await ask(english.id)).text).toBe(
      `${day('en', english.sla.dueAt)} | ${day('en', new Date())} | MOH-SFP-1 | Long wait at the clinic`,
    );
    const { text } = await ask(arabic.id);
    expect(text).toContain(day('ar-JO-u-nu-latn', arabic.sla.dueAt));
    expect(text).toMatch(/^\d{1,2} \S+( \S+)? \d{4} \| /);
  });
});

describe('an answer for review', () => {
  it('is refused while it is only a canned one, filled or not, or holds a variable', async () => {
    const complaint = await openComplaint();
    const { cannedAnswer } = await keep(complaint, mainFocalPoint);
    const filed = await file(complaint);
    const { version } = await assign(complaint, filed);
    await complaint.ask(subFocalPoint, start, { input: { caseId: filed.id, expectedVersion: version } });
    const answer = async (text: string) => {
      const input = { caseId: filed.id, expectedVersion: version + 1, outcome: 'SOLVED', text };
      return (await complaint.ask(subFocalPoint, propose, { input })).data.proposeAnswer;
    };
    const { data } = await complaint.ask(subFocalPoint, filled, { id: cannedAnswer.id, caseId: filed.id });
    const { text } = data.cannedAnswerFor;
    for (const canned of [
      text,
      `  ${text.toUpperCase().replace('.', ' !')}`,
      'تمّت المتابعة.',
      'Thank, you!',
    ]) {
      expect((await answer(canned)).userErrors[0], canned).toMatchObject({
        code: 'CANNED_ANSWER',
        field: ['text'],
      });
    }
    expect((await answer(words.body.en)).userErrors[0]).toMatchObject({
      code: 'UNFILLED_VARIABLE',
      message: expect.stringContaining('"reference"'),
    });
    const own = `${text} Dr Lina has worked there since Sunday.`;
    expect((await answer(own)).case).toMatchObject({
      state: 'PENDING_REVIEW',
      proposedAnswer: { text: own },
    });
  });
});
