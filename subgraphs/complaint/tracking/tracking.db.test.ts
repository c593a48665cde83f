import { serviceViewer } from '@bekhedmetkom/platform/auth';
import { makeReference } from '@bekhedmetkom/text/reference';
import { describe, expect, it } from 'vitest';
import { file, rate, resolved, track } from '../testing/documents.ts';
import { openComplaint } from '../testing/open-complaint.ts';
import {
  layla,
  mainFocalPoint,
  nobody,
  omar,
  operationRoom,
  subFocalPoint,
  waterFocalPoint,
} from '../testing/viewers.ts';

const byReference = 'query ($reference: String!) { caseByReference(reference: $reference) { id text } }';
const notifier = serviceViewer('notification');
const neverIssued = makeReference(2026, new Uint8Array(5));

const left = { contact: { name: 'Layla', email: 'layla@example.jo' } };
const linkOf = 'query ($id: ID!) { case(id: $id) { linkToken } }';

describe('the link of a mail', () => {
  it('opens its case as the follow-up code does, until it ends', async () => {
    const complaint = await openComplaint();
    const { reference, id } = await file(complaint, layla, left);
    const other = await file(complaint, layla, left);
    const { data } = await complaint.ask(notifier, linkOf, { id });
    const secret = data.case.linkToken as string;
    const opened = await complaint.ask(nobody, track, { reference, secret });
    expect(opened.data.trackCase).toMatchObject({ id, reference, actions: ['WITHDRAW'] });
    const foreign = await complaint.ask(nobody, track, { reference: other.reference, secret });
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    await complaint.database.query(
      `update submission_content set sealed_contact = sealed_contact || '\\x00'`,
    );
    const changed = await complaint.ask(nobody, track, { reference, secret });
    expect(changed.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('is given to the service that writes mails alone, and for nothing that was filed in confidence', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint, layla, left);
    const tokenFor = async (viewer: typeof layla, of = id) =>
      (await complaint.ask(viewer, linkOf, { id: of })).data.case.linkToken;
    expect(await tokenFor(notifier)).toMatch(/^L_/);
    for (const viewer of [layla, mainFocalPoint, operationRoom]) expect(await tokenFor(viewer)).toBeNull();
    await complaint.database.query('update cases set restricted = true');
    expect(await tokenFor(notifier)).toBeNull();
    await complaint.database.query(`update cases set restricted = false, type = 'REPORT'`);
    expect(await tokenFor(notifier)).toBeNull();
  });
});

describe('tracking without an account', () => {
  it('opens the case to reference and secret, however they are typed', async () => {
    const complaint = await openComplaint();
    const { reference, secret, id } = await file(complaint);
    const typed = {
      reference: reference
        .toLowerCase()
        .replaceAll('-', ' ')
        .replace(/\d/g, (d: string) => String.fromCharCode(0x660 + Number(d))),
      secret: secret.toLowerCase().replaceAll('-', ''),
    };
    for (const pair of [{ reference, secret }, typed]) {
      const { data } = await complaint.ask(nobody, track, pair);
      expect(data.trackCase).toMatchObject({ id, reference, actions: ['WITHDRAW'] });
    }
  });

  it('answers a wrong secret and a reference that was never issued alike', async () => {
    const complaint = await openComplaint();
    const { reference, secret } = await file(complaint);
    const wrong = await complaint.ask(nobody, track, { reference, secret: 'AAAA-AAAA-AAAA-AAAA-AAAA' });
    const never = await complaint.ask(nobody, track, { reference: neverIssued, secret });
    expect(wrong.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(wrong).toEqual(never);
  });

  it('says of a wrong check digit what it is', async () => {
    const complaint = await openComplaint();
    const { reference, secret } = await file(complaint);
    const last = reference.at(-1) === '7' ? '8' : '7';
    const { errors } = await complaint.ask(nobody, track, {
      reference: reference.slice(0, -1) + last,
      secret,
    });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('check digit'),
      extensions: { code: 'BAD_USER_INPUT', problem: 'WRONG_CHECK_DIGIT', field: ['reference'] },
    });
    const none = await complaint.ask(nobody, track, { reference: 'hello', secret });
    expect(none.errors?.[0]?.extensions).toMatchObject({ problem: 'NOT_A_REFERENCE' });
  });

  it('delays the sixth try after five wrong ones, for any reference, also when all come at once', async () => {
    const complaint = await openComplaint();
    const { reference, secret } = await file(complaint);
    for (const tried of [reference, neverIssued]) {
      const pair = { reference: tried, secret: 'WRON-GWRO-NGWR-ONGW-RONG' };
      const all = await Promise.all(Array.from({ length: 20 }, () => complaint.ask(nobody, track, pair)));
      const codes = all.map(({ errors }) => errors?.[0]?.extensions.code);
      expect(codes.filter((code) => code === 'NOT_FOUND')).toHaveLength(5);
      expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(15);
    }
    const wrong = { reference, secret: 'WRON-GWRO-NGWR-ONGW-RONG' };
    const limited = await complaint.ask(nobody, track, wrong);
    expect(limited.errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED' });
    expect(Number(limited.errors?.[0]?.extensions.retryAfter)).toBeGreaterThan(0);
    await complaint.database.query(`update failed_attempt set last_at = now() - interval '31 seconds'`);
    expect((await complaint.ask(nobody, track, wrong)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await complaint.ask(nobody, track, { reference, secret })).data.trackCase.reference).toBe(
      reference,
    );
    expect(
      await complaint.database.query('select from failed_attempt where reference = $1', [reference]),
    ).toEqual([]);
  });

  it('never keeps the right secret out, while a stranger tries wrong ones from the same address or another', async () => {
    const complaint = await openComplaint();
    const { reference, secret } = await file(complaint);
    const stranger = { ...nobody, client: 'client-of-a-stranger' };
    const tries = [nobody, stranger].flatMap((viewer) =>
      Array.from({ length: 12 }, () =>
        complaint.ask(viewer, track, { reference, secret: 'WRON-GWRO-NGWR-ONGW-RONG' }),
      ),
    );
    const right = [nobody, layla, stranger].flatMap((viewer) =>
      Array.from({ length: 4 }, () => complaint.ask(viewer, track, { reference, secret })),
    );
    for (const { data } of await Promise.all(right)) expect(data.trackCase.reference).toBe(reference);
    await Promise.all(tries);
    const again = await complaint.ask(stranger, track, { reference, secret });
    expect(again.data.trackCase.reference).toBe(reference);
    const other = { ...nobody, client: 'client-of-somebody-else' };
    const first = await complaint.ask(other, track, { reference, secret: 'WRON-GWRO-NGWR-ONGW-RONG' });
    expect(first.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('finding by reference', () => {
  it('is for staff in scope and the signed-in applicant; to others there is no such case', async () => {
    const complaint = await openComplaint();
    const { reference } = await file(complaint, layla);
    for (const viewer of [layla, mainFocalPoint, subFocalPoint, operationRoom]) {
      expect((await complaint.ask(viewer, byReference, { reference })).data.caseByReference).not.toBeNull();
    }
    for (const viewer of [omar, nobody, waterFocalPoint]) {
      const seen = await complaint.ask(viewer, byReference, { reference });
      expect(seen).toEqual(await complaint.ask(viewer, byReference, { reference: neverIssued }));
      expect(seen.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
  });
});

describe('rating', () => {
  const rating = { score: 2, solved: 'NO' };

  it('is the applicant’s: by secret, or signed in; not the staff’s, not a stranger’s', async () => {
    const complaint = await openComplaint();
    const { reference, secret, version } = await resolved(complaint);
    const input = { reference, expectedVersion: version, ...rating };
    const stranger = await complaint.ask(omar, rate, { input });
    expect(stranger.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const guess = await complaint.ask(omar, rate, { input: { ...input, secret: 'guess' } });
    expect(guess.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const staff = await complaint.ask(operationRoom, rate, { input });
    expect(staff.data.rateCase.userErrors[0].code).toBe('FORBIDDEN');
    const { data } = await complaint.ask(nobody, rate, { input: { ...input, secret } });
    expect(data.rateCase).toMatchObject({ userErrors: [], case: { state: 'CLOSED', rating } });
  });

  it('is from one to five', async () => {
    const complaint = await openComplaint();
    const { reference, version } = await resolved(complaint, layla);
    const { data } = await complaint.ask(layla, rate, {
      input: { reference, expectedVersion: version, score: 6, solved: 'YES' },
    });
    expect(data.rateCase.userErrors[0]).toMatchObject({ code: 'SCORE_OUT_OF_RANGE', field: ['score'] });
  });
});
