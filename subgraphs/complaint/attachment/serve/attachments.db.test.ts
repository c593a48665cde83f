import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished } from 'vitest';
import { eventually } from '../../../../test/harness/eventually.ts';
import { file, submission, submit } from '../../testing/documents.ts';
import { type Complaint, openComplaint } from '../../testing/open-complaint.ts';
import { layla, nobody, omar, operationRoom, subFocalPoint, waterFocalPoint } from '../../testing/viewers.ts';
import { sealPlainNames } from '../setup/file-names.ts';
import { startS3 } from '../testing/s3-server.ts';
import { pdf, photo, secrets, video } from '../testing/sample-files.ts';
import { attachmentFields, begin, patch, sendFile } from '../testing/send-file.ts';

const track = `query ($reference: String!, $secret: String!) {
  trackCase(reference: $reference, secret: $secret) { id ${attachmentFields} } }`;
const one = `query ($id: ID!) { case(id: $id) { id ${attachmentFields} } }`;

async function attachmentsOf(complaint: Complaint, kase: { reference: string; secret: string }) {
  const { reference, secret } = kase;
  const { data } = await complaint.ask(nobody, track, { reference, secret });
  return data.trackCase.attachments;
}

async function everyFile(folder: string): Promise<Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name))));
}

describe('a file that is sent before its case', () => {
  it('comes with the case, cleaned, with a preview', async () => {
    const complaint = await openComplaint();
    const sent = await photo(1200, 900);
    const { upload, status, headers } = await sendFile(complaint, sent, nobody, undefined, 1_000);
    expect(status).toBe(204);
    expect(headers.get('upload-state')).toBe('READY');
    const kase = await file(complaint, nobody, { attachments: [upload.id] });
    const [attachment] = await attachmentsOf(complaint, kase);
    expect(attachment).toMatchObject({
      id: upload.id,
      fileName: 'صورة الحفرة.jpg',
      mediaType: 'image/jpeg',
      state: 'READY',
      by: 'APPLICANT',
    });
    const fetched = await complaint.fetchAs(nobody, attachment.url);
    const content = Buffer.from(await fetched.arrayBuffer());
    expect(content).toHaveLength(attachment.bytes);
    expect(await sharp(content).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 900 });
    const preview = await complaint.fetchAs(nobody, attachment.previewUrl);
    const small = await sharp(Buffer.from(await preview.arrayBuffer())).metadata();
    expect(small).toMatchObject({ format: 'webp', width: 400, height: 300 });
  });

  it('of an anonymous applicant tells nothing of place, camera and owner, anywhere', async () => {
    const complaint = await openComplaint();
    const ids = [];
    for (const sent of [await photo(), video()]) {
      expect(sent.content.includes(secrets.camera)).toBe(true);
      const named = { ...sent, fileName: `Layla Marker ${sent.fileName}` };
      ids.push((await sendFile(complaint, named, layla)).upload.id);
    }
    const kase = await file(complaint, layla, { type: 'REPORT', anonymous: true, attachments: ids });
    const list = await attachmentsOf(complaint, kase);
    expect(list.map(({ fileName }: { fileName: string }) => fileName)).toEqual([
      'Layla Marker صورة الحفرة.jpg',
      'Layla Marker VID_2026.mp4',
    ]);
    for (const { url } of list) {
      const content = Buffer.from(await (await complaint.fetchAs(nobody, url)).arrayBuffer());
      expect(
        (
          await sharp(content)
            .metadata()
            .catch(() => null)
        )?.exif,
      ).toBeUndefined();
    }
    const kept = await everyFile(complaint.attachments.folder);
    expect(kept).toHaveLength(3); // Two files and one preview: no piece is left.
    for (const content of kept) {
      for (const secret of Object.values(secrets)) expect(content.includes(secret)).toBe(false);
      expect(content.includes('GPS')).toBe(false);
    }
    for (const { table } of await complaint.database.query<{ table: string }>(
      `select tablename as table from pg_tables where schemaname = 'complaint'`,
    )) {
      const rows = await complaint.database.query<{ row: string }>(`select t::text as row from ${table} t`);
      const text = rows.map(({ row }) => row).join('\n');
      expect(text).not.toMatch(/Marker|35\.9106|p-layla|client-p-layla/);
    }
  });

  it('comes with the case from a bucket just the same', async () => {
    const server = await startS3();
    onTestFinished(server.stop);
    const complaint = await openComplaint({ attachments: { storage: { s3: server.settings } } });
    const { upload } = await sendFile(complaint, await photo(900, 600), nobody, undefined, 2_000);
    const kase = await file(complaint, nobody, { attachments: [upload.id] });
    const [{ url, previewUrl, bytes }] = await attachmentsOf(complaint, kase);
    expect(await (await complaint.fetchAs(nobody, url)).arrayBuffer()).toHaveProperty('byteLength', bytes);
    const part = await complaint.fetchAs(nobody, url, { headers: { range: 'bytes=10-19' } });
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 10]);
    expect((await complaint.fetchAs(nobody, previewUrl)).status).toBe(200);
    const kept = await everyFile(server.folder);
    for (const content of kept) expect(content.includes(secrets.camera)).toBe(false);
  });

  it('is asked for again while another process puts it together, and is lost to neither', async () => {
    const complaint = await openComplaint();
    const sent = pdf();
    const { upload } = await begin(complaint, sent);
    await patch(complaint, upload.url, 0, sent.content.subarray(0, 50));
    await complaint.database.query(
      `update attachment set busy_until = clock_timestamp() + interval '1 minute'`,
    );
    const early = await patch(complaint, upload.url, 50, sent.content.subarray(50));
    expect(early.status).toBe(503);
    await complaint.database.query('update attachment set busy_until = clock_timestamp()');
    const again = await patch(complaint, upload.url, sent.content.length, Buffer.alloc(0));
    expect([again.status, again.headers.get('upload-state')]).toEqual([204, 'READY']);
  });

  it('can be taken once: by one of two who ask at once, and wholly or not at all', async () => {
    const complaint = await openComplaint();
    const [a, b] = [await sendFile(complaint, pdf('a')), await sendFile(complaint, pdf('b'))];
    const both = { attachments: [a.upload.id, b.upload.id] };
    const backwards = { attachments: [b.upload.id, a.upload.id] };
    const answers = await Promise.all(
      [both, backwards, both].map((input) => complaint.ask(nobody, submit, { input: submission(input) })),
    );
    const taken = answers.filter(({ data }) => data.submitCase.case);
    expect(taken).toHaveLength(1);
    const refused = answers.filter(({ data }) => !data.submitCase.case);
    for (const { data } of refused) {
      expect(data.submitCase.userErrors[0]).toMatchObject({
        code: 'UPLOAD_NOT_FOUND',
        field: ['attachments'],
      });
    }
    const [count] = await complaint.database.query<{ n: number }>('select count(*)::int as n from cases');
    expect(count?.n).toBe(1);
  });

  it('is filed once however often the same submission is sent', async () => {
    const complaint = await openComplaint();
    const { upload } = await sendFile(complaint, pdf());
    const input = submission({ attachments: [upload.id] });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => complaint.ask(nobody, submit, { input })),
    );
    const references = new Set(answers.map(({ data }) => data.submitCase.case?.reference));
    expect(references.size).toBe(1);
    const other = { ...input, attachments: [] };
    const { data } = await complaint.ask(nobody, submit, { input: other });
    expect(data.submitCase.userErrors[0].code).toBe('IDEMPOTENCY_MISMATCH');
  });

  it('that has not arrived, or never was, stops the case', async () => {
    const complaint = await openComplaint();
    const half = await begin(complaint, await photo());
    const whole = await sendFile(complaint, pdf());
    const send = (attachments: string[]) =>
      complaint.ask(nobody, submit, { input: submission({ attachments }) });
    const incomplete = await send([whole.upload.id, half.upload.id]);
    expect(incomplete.data.submitCase.userErrors[0]).toMatchObject({ code: 'UPLOAD_INCOMPLETE' });
    for (const id of [
      'nonsense',
      'Q2FzZTox',
      Buffer.from(`Attachment:${crypto.randomUUID()}`).toString('base64url'),
    ]) {
      const { data } = await send([whole.upload.id, id]);
      expect(data.submitCase).toMatchObject({ case: null, userErrors: [{ code: 'UPLOAD_NOT_FOUND' }] });
    }
    const kase = await file(complaint, nobody, { attachments: [whole.upload.id] });
    expect(await attachmentsOf(complaint, kase)).toHaveLength(1);
  });
});

describe('a name of a file that an earlier release kept plain', () => {
  it('is sealed by maintenance and still told', async () => {
    const complaint = await openComplaint();
    const { upload } = await sendFile(complaint, pdf());
    const kase = await file(complaint, nobody, { attachments: [upload.id] });
    const { database } = complaint;
    await database.query(`update attachment set sealed_name = null, file_name = 'Layla.pdf'`);
    expect(await attachmentsOf(complaint, kase)).toMatchObject([{ fileName: 'Layla.pdf' }]);
    expect(await sealPlainNames(database, complaint.attachments.names, 100)).toBe(1);
    const [row] = await database.query<{ row: string }>('select a::text as row from attachment a');
    expect(row?.row).not.toContain('Layla');
    expect(await attachmentsOf(complaint, kase)).toMatchObject([{ fileName: 'Layla.pdf' }]);
  });
});

describe('evidence for an open case', () => {
  it('is added by its applicant, by secret or signed in, and by its staff', async () => {
    const complaint = await openComplaint();
    const kase = await file(complaint, layla);
    const { reference, secret } = kase;
    await sendFile(complaint, pdf('1'), nobody, { reference, secret });
    await sendFile(complaint, pdf('2'), layla, { reference });
    await sendFile(complaint, pdf('3'), subFocalPoint, { caseId: kase.id });
    const list = await attachmentsOf(complaint, kase);
    expect(list.map((one: { by: string }) => one.by)).toEqual(['APPLICANT', 'APPLICANT', 'STAFF']);
  });

  it('leaves a line in the audit and an event with nothing but ids', async () => {
    const complaint = await openComplaint();
    const kase = await file(complaint);
    const { reference, secret } = kase;
    await sendFile(complaint, pdf(), nobody, { reference, secret });
    await sendFile(complaint, pdf(), operationRoom, { caseId: kase.id });
    const audit = await complaint.database.query<object>(
      `select actor_kind, actor, action from audit where action = 'ADD_ATTACHMENT' order by seq`,
    );
    expect(audit).toEqual([
      { actor_kind: 'APPLICANT', actor: null, action: 'ADD_ATTACHMENT' },
      { actor_kind: 'STAFF', actor: 'p-or', action: 'ADD_ATTACHMENT' },
    ]);
    const events = await complaint.database.query<{ key: string; payload: Record<string, string> }>(
      `select key, payload from (select key, payload, type from outbox union all select key, payload, type from event_log) e
       where type = 'attachment.added'`,
    );
    expect(events).toHaveLength(2);
    for (const { key, payload } of events) {
      expect(Object.keys(payload).sort()).toEqual(['attachmentId', 'caseId']);
      expect(key).toBe(payload.attachmentId);
    }
  });

  it('is told to whoever watches the case, and to nobody who watches another', async () => {
    const complaint = await openComplaint();
    const [kase, other] = [await file(complaint), await file(complaint)];
    const changed = `subscription ($reference: String!, $secret: String!) {
      caseChanged(reference: $reference, secret: $secret) { action case { ${attachmentFields} } } }`;
    const watch = async ({ reference, secret }: typeof kase) =>
      (await complaint.watch(nobody, changed, { reference, secret })).seen;
    const [seen, seenOther] = [await watch(kase), await watch(other)];
    const { reference, secret } = kase;
    // The stream begins some time after it was asked for: a file for each look until one is seen.
    await eventually(async () => {
      await sendFile(complaint, pdf('new'), nobody, { reference, secret });
      expect(seen.at(-1)?.data.caseChanged).toMatchObject({
        action: null,
        case: { attachments: expect.arrayContaining([expect.objectContaining({ fileName: 'letter.pdf' })]) },
      });
    });
    // Its own filing may still be told; an added file is an event without an action.
    expect(seenOther.filter(({ data }) => data.caseChanged.action === null)).toEqual([]);
  });

  it('cannot be added to a case that is somebody else’s: it does not exist', async () => {
    const complaint = await openComplaint();
    const { id, reference } = await file(complaint, layla);
    const tries = [
      begin(complaint, pdf(), omar, { reference }),
      begin(complaint, pdf(), nobody, { reference, secret: 'guess' }),
      begin(complaint, pdf(), waterFocalPoint, { caseId: id }),
      begin(complaint, pdf(), nobody, { caseId: id }),
      begin(complaint, pdf(), nobody, { caseId: 'nonsense' }),
    ];
    for (const { errors } of await Promise.all(tries)) {
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
  });

  it('of a report is withheld from those who only oversee', async () => {
    const complaint = await openComplaint();
    const { upload } = await sendFile(complaint, pdf());
    const kase = await file(complaint, nobody, { type: 'REPORT', attachments: [upload.id] });
    const seen = await complaint.ask(operationRoom, one, { id: kase.id });
    expect(seen.data.case.attachments).toHaveLength(1);
    const steering = {
      ...operationRoom,
      subject: 'p-sc',
      grants: [{ role: 'STEERING_COMMITTEE', scope: null }],
    };
    const hidden = await complaint.ask(steering, one, { id: kase.id });
    expect(hidden.data.case.attachments).toEqual([]);
    const refused = await begin(complaint, pdf(), steering, { caseId: kase.id });
    expect(refused.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('is not taken any more when the case has ended meanwhile', async () => {
    const complaint = await openComplaint();
    const kase = await file(complaint);
    const { reference, secret } = kase;
    const sent = pdf();
    const { upload } = await begin(complaint, sent, nobody, { reference, secret });
    await complaint.database.query(`update cases set state = 'CLOSED', next_deadline_at = 'infinity'`);
    const last = await patch(complaint, upload.url, 0, sent.content);
    expect((await last.json()).errors[0].extensions.code).toBe('CASE_TAKES_NO_FILES');
    const { userErrors } = await begin(complaint, sent, nobody, { reference, secret });
    expect(userErrors[0].code).toBe('CASE_TAKES_NO_FILES');
    expect(await everyFile(complaint.attachments.folder)).toEqual([]);
  });
});
