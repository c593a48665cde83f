import { randomUUID } from 'node:crypto';
import { fromGlobalId } from '@bekhedmetkom/platform/subgraph';
import { describe, expect, it } from 'vitest';
import { file, submission, submit } from '../testing/documents.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { agent, importer, layla, nobody, omar } from '../testing/viewers.ts';

const send = (complaint: Complaint, input: object, viewer = nobody) =>
  complaint.ask(viewer, submit, { input: submission(input) });
const countCases = async ({ database }: Complaint) => {
  const [row] = await database.query<{ n: number }>('select count(*)::int as n from cases');
  return row?.n;
};

describe('a submission', () => {
  it.each(['COMPLAINT', 'INQUIRY', 'COMPLIMENT', 'REPORT', 'SUGGESTION'])(
    'of a %s is taken',
    async (type) => {
      const complaint = await openComplaint();
      const { data } = await send(complaint, { type });
      expect(data.submitCase).toMatchObject({
        userErrors: [],
        secret: expect.stringMatching(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/),
        case: {
          type,
          state: 'SUBMITTED',
          reference: expect.stringMatching(/^BK-\d{4}-/),
          sla: { dueAt: null },
        },
      });
    },
  );

  it('knows its applicant, its agent or nobody', async () => {
    const complaint = await openComplaint();
    const kept = async (id: string) => {
      const [row] = await complaint.database.query<object>(
        'select applicant_subject, filed_by, reachable from cases where id = $1',
        [fromGlobalId(id).key],
      );
      return row;
    };
    const contact = { name: 'Layla', phone: '079 123 4567' };
    const own = await file(complaint, layla, { contact });
    expect(await kept(own.id)).toEqual({ applicant_subject: 'p-layla', filed_by: null, reachable: true });
    const hidden = await file(complaint, layla, { anonymous: true });
    expect(await kept(hidden.id)).toEqual({ applicant_subject: null, filed_by: null, reachable: false });
    const taken = await file(complaint, agent, { channel: 'CONTACT_CENTRE' });
    expect(await kept(taken.id)).toEqual({ applicant_subject: null, filed_by: 'p-agent', reachable: false });
    const replayed = await file(complaint, importer);
    expect(await kept(replayed.id)).toMatchObject({ filed_by: 'p-importer' });
    expect(replayed.actions).toEqual(['CLASSIFY']);
  });

  it('leaves the name of an anonymous applicant nowhere and the contact only sealed', async () => {
    const complaint = await openComplaint();
    const contact = { name: 'MarkerName', phone: '0791239876', email: 'marker@example.jo' };
    await file(complaint, layla, { anonymous: true, contact });
    for (const { table } of await complaint.database.query<{ table: string }>(
      `select tablename as table from pg_tables where schemaname = 'complaint'`,
    )) {
      const rows = await complaint.database.query<{ row: string }>(`select t::text as row from ${table} t`);
      const text = rows.map(({ row }) => row).join('\n');
      expect(text).not.toMatch(/MarkerName|791239876|marker@example|p-layla|client-p-layla/);
    }
  });
});

describe('an idempotency key', () => {
  it('gives a hundred parallel repeats one case and a hundred identical answers', async () => {
    const complaint = await openComplaint();
    const input = submission();
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => complaint.ask(nobody, submit, { input })),
    );
    const stable = answers.map(({ data }) => {
      const { reference, id, version } = data.submitCase.case;
      return JSON.stringify([reference, id, version, data.submitCase.secret, data.submitCase.userErrors]);
    });
    expect(new Set(stable).size).toBe(1);
    expect(await countCases(complaint)).toBe(1);
  });

  it('with other content is refused', async () => {
    const complaint = await openComplaint();
    const idempotencyKey = randomUUID();
    await send(complaint, { idempotencyKey });
    const { data } = await send(complaint, { idempotencyKey, text: 'Something else.' });
    expect(data.submitCase).toMatchObject({
      case: null,
      secret: null,
      userErrors: [{ code: 'IDEMPOTENCY_MISMATCH', field: ['idempotencyKey'] }],
    });
    expect(await countCases(complaint)).toBe(1);
  });

  it.each([
    ['from another network', nobody, { ...nobody, client: 'client-of-another-network' }, {}],
    ['in another language', nobody, { ...nobody, language: 'ar' as const }, { language: 'AR' }],
    ['after the sign-in has expired', layla, nobody, {}],
    ['by an older client that claims a channel', nobody, nobody, { channel: 'MOBILE' }],
  ])('sent again %s gives the same case and secret', async (_, first, second, more) => {
    const complaint = await openComplaint();
    const idempotencyKey = randomUUID();
    const before = await file(complaint, first, { idempotencyKey });
    const after = await file(complaint, second, { idempotencyKey, ...more });
    expect([after.reference, after.secret]).toEqual([before.reference, before.secret]);
    expect(await countCases(complaint)).toBe(1);
  });

  it('sent again is answered as before although the entity has ended since', async () => {
    const complaint = await openComplaint();
    const idempotencyKey = randomUUID();
    const before = await file(complaint, nobody, { idempotencyKey });
    const names = { ar: 'الصحة', en: 'Health' };
    const ended = { code: 'MOH', names, sector: 'HEALTH', kind: 'ministry', parent: null, successor: null };
    await complaint.announce({
      type: 'entity.changed',
      payload: { ...ended, validFrom: '2000-01-01', validTo: '2001-01-01' },
    });
    expect((await file(complaint, nobody, { idempotencyKey })).reference).toBe(before.reference);
    const { data } = await send(complaint, {});
    expect(data.submitCase.userErrors).toMatchObject([{ code: 'EXPIRED_ENTITY' }]);
  });

  it('of another known person is refused, and tells nothing', async () => {
    const complaint = await openComplaint();
    const idempotencyKey = randomUUID();
    await file(complaint, layla, { idempotencyKey });
    const { data } = await send(complaint, { idempotencyKey }, omar);
    expect(data.submitCase).toMatchObject({
      case: null,
      secret: null,
      userErrors: [{ code: 'IDEMPOTENCY_MISMATCH' }],
    });
  });
});

describe('a contact', () => {
  const contact = { email: 'stranger@example.jo' };

  it('is taken ten times an hour from people, then refused in words with the time to wait', async () => {
    const complaint = await openComplaint();
    const first = submission({ contact });
    const document = submit.replace('secret userErrors', 'secret retryAfter userErrors');
    await complaint.ask(nobody, document, { input: first });
    for (let n = 2; n <= 10; n++) await file(complaint, nobody, { contact });
    for (const language of ['en', 'ar'] as const) {
      const { data } = await complaint.ask({ ...nobody, language }, document, {
        input: submission({ contact }),
      });
      expect(data.submitCase).toMatchObject({ case: null, userErrors: [{ code: 'TOO_MANY_FOR_CONTACT' }] });
      expect(data.submitCase.retryAfter).toBeGreaterThan(3_000);
      expect(/[\u0600-\u06ff]/.test(data.submitCase.userErrors[0].message)).toBe(language === 'ar');
    }
    const again = await complaint.ask(nobody, document, { input: first });
    expect(again.data.submitCase.userErrors).toEqual([]);
    expect(await countCases(complaint)).toBe(10);
  });

  it('is not counted for agents, who file for many', async () => {
    const complaint = await openComplaint();
    for (let n = 1; n <= 12; n++) await file(complaint, agent, { contact });
    expect(await countCases(complaint)).toBe(12);
  });
});

describe('the channel of a case', () => {
  it.each([
    ['WEB', nobody],
    ['WEB', layla],
    ['CONTACT_CENTRE', agent],
    ['FACEBOOK', importer],
  ] as const)('is %s by the role of who files it, whatever is claimed', async (channel, viewer) => {
    const complaint = await openComplaint();
    expect((await file(complaint, viewer, { channel: 'FACEBOOK' })).channel).toBe(channel);
  });
});

describe('bad input is refused with its field, a code and a sentence, and nothing is stored', () => {
  const bad: [what: string, input: object, code: string, field: string[]][] = [
    ['an unknown entity', { entityCode: 'NOPE' }, 'UNKNOWN_ENTITY', ['entityCode']],
    ['an expired entity', { entityCode: 'OLDWATER' }, 'EXPIRED_ENTITY', ['entityCode']],
    ['an unknown category', { categoryCode: 'NOPE' }, 'UNKNOWN_CATEGORY', ['categoryCode']],
    ['an unknown governorate', { governorateCode: 'NOPE' }, 'UNKNOWN_GOVERNORATE', ['governorateCode']],
    ['an empty text', { text: ' \n\t\u200f' }, 'REQUIRED', ['text']],
    ['a text of 100 kB', { text: 'ا'.repeat(50_000) }, 'TOO_LONG', ['text']],
    ['a text of 20,001 characters', { text: '😀'.repeat(20_001) }, 'TOO_LONG', ['text']],
    ['a subject of two characters', { subject: 'ab' }, 'TOO_SHORT', ['subject']],
    ['a subject of 201 characters', { subject: 'a'.repeat(201) }, 'TOO_LONG', ['subject']],
    ['a text of controls alone', { text: '\u0000\u0007\u200f' }, 'REQUIRED', ['text']],
    ['a phone number that is none', { contact: { phone: '12' } }, 'INVALID_PHONE', ['contact', 'phone']],
    ['an e-mail that is none', { contact: { email: 'a@b' } }, 'INVALID_EMAIL', ['contact', 'email']],
    ['a short idempotency key', { idempotencyKey: 'k' }, 'INVALID_IDEMPOTENCY_KEY', ['idempotencyKey']],
  ];

  it.each(bad)('%s', async (_what, input, code, field) => {
    const complaint = await openComplaint();
    for (const language of ['en', 'ar'] as const) {
      const { data } = await send(complaint, input, { ...nobody, language });
      expect(data.submitCase).toMatchObject({ case: null, secret: null, userErrors: [{ code, field }] });
      const isArabic = /[\u0600-\u06ff]/.test(data.submitCase.userErrors[0].message);
      expect(isArabic).toBe(language === 'ar');
    }
    expect(await countCases(complaint)).toBe(0);
  });

  it('everything at once, with every field named', async () => {
    const complaint = await openComplaint();
    const { data } = await send(complaint, { entityCode: 'NOPE', text: '', contact: { email: 'x' } });
    const fields = data.submitCase.userErrors.map((error: { field: string[] }) => error.field.join('.'));
    expect(fields.sort()).toEqual(['contact.email', 'entityCode', 'text']);
  });

  it('an expired entity is answered with its successor', async () => {
    const complaint = await openComplaint();
    const { data } = await send(complaint, { entityCode: 'OLDWATER' });
    expect(data.submitCase.userErrors[0].message).toBe(
      'Old Water Authority no longer exists; its successor is Miyahuna (MIYAHUNA).',
    );
  });

  it('fields that an applicant has no say in', async () => {
    const complaint = await openComplaint();
    for (const extra of ['state', 'status', 'ownerId', 'entityId', 'slaDueAt']) {
      const { errors } = await send(complaint, { [extra]: 'x' });
      expect(errors?.[0]?.message).toContain(extra);
    }
    expect(await countCases(complaint)).toBe(0);
  });
});

describe('what is kept', () => {
  it('has no bidirectional overrides, one form of line break and no spaces around', async () => {
    const complaint = await openComplaint();
    const { data } = await complaint.ask(layla, submit.replace('case {', 'case { text '), {
      input: submission({ subject: '  Two \n lines ', text: ' a\u202eb\u2066c\r\nd\re\n\tf ' }),
    });
    expect(data.submitCase.case).toMatchObject({ subject: 'Two lines', text: 'abc\nd\ne\n\tf' });
  });

  it('has lost every control and invisible character that pasting brought along, and no word', async () => {
    const complaint = await openComplaint();
    const { data } = await complaint.ask(layla, submit.replace('case {', 'case { text district '), {
      input: submission({
        subject: '\ufeffانقطاع\u00a0المي\u0000اه\u001b',
        text: 'أول\u000bثان\u2028ثالث\u0085رابع \u200bمی\u200cخواهم',
        district: 'وادي\u202eالسير\u000c',
      }),
    });
    expect(data.submitCase.case).toMatchObject({
      subject: 'انقطاع المياه',
      text: 'أول\nثان\nثالث\nرابع می\u200cخواهم',
      district: 'واديالسير',
    });
  });

  it('takes 20,000 characters of any kind', async () => {
    const complaint = await openComplaint();
    const { text } = await file(complaint, layla, { text: '😀'.repeat(20_000) });
    expect([...text]).toHaveLength(20_000);
  });
});
