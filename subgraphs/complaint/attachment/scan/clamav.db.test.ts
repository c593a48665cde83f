import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { eventually } from '../../../../test/harness/eventually.ts';
import { file } from '../../testing/documents.ts';
import { type Complaint, openComplaint } from '../../testing/open-complaint.ts';
import { nobody } from '../../testing/viewers.ts';
import { startClamd, type TestClamd } from '../testing/clamd.ts';
import { eicar, pdf, photo } from '../testing/sample-files.ts';
import { attachmentFields, sendFile } from '../testing/send-file.ts';
import { openClamAv } from './clamav.ts';

const track = `query ($reference: String!, $secret: String!) {
  trackCase(reference: $reference, secret: $secret) { ${attachmentFields} } }`;

async function openScanner(): Promise<TestClamd> {
  const clamd = await startClamd();
  onTestFinished(() => clamd.stop());
  return clamd;
}

async function only(complaint: Complaint, { reference, secret }: { reference: string; secret: string }) {
  const { data } = await complaint.ask(nobody, track, { reference, secret });
  return data.trackCase.attachments[0];
}

async function storedFiles(complaint: Complaint): Promise<string[]> {
  const entries = await readdir(join(complaint.attachments.folder, 'kept'), { recursive: true });
  return entries.filter((name) => /(file|preview)$/.test(name));
}

describe('a real clamd', () => {
  it('knows EICAR in any file, and nothing in others, also in large ones', async () => {
    const scanner = openClamAv(await openScanner());
    expect(await scanner.scan(Readable.from([Buffer.from(eicar)]))).toBe('INFECTED');
    expect(await scanner.scan(Readable.from([pdf(eicar).content]))).toBe('INFECTED');
    expect(await scanner.scan(Readable.from([pdf().content]))).toBe('CLEAN');
    expect(await scanner.scan(Readable.from([Buffer.alloc(0)]))).toBe('CLEAN');
    const pieces = Array.from({ length: 30 }, () => randomBytes(64_000));
    expect(await scanner.scan(Readable.from(pieces))).toBe('CLEAN');
    // clamd closes while more is on its way: its word may be lost with the connection, and then it is asked again.
    const tooMany = Array.from({ length: 100 }, () => randomBytes(64_000));
    const asked = () => scanner.scan(Readable.from(tooMany)).catch(() => null);
    await expect.poll(asked).toBe('TOO_LARGE');
  });

  it('that is not there gives no verdict', async () => {
    const clamd = await startClamd();
    await clamd.stop();
    await expect(openClamAv(clamd).scan(Readable.from([Buffer.from('x')]))).rejects.toThrow();
  });
});

describe('a file that is scanned', () => {
  it('cannot be opened before, and can afterwards', async () => {
    const clamd = await startClamd();
    await clamd.stop();
    const complaint = await openComplaint({ attachments: { scanner: clamd } });
    const { upload, headers } = await sendFile(complaint, await photo());
    expect(headers.get('upload-state')).toBe('SCANNING');
    const kase = await file(complaint, nobody, { attachments: [upload.id] });
    expect(await only(complaint, kase)).toMatchObject({ state: 'SCANNING', url: null, previewUrl: null });
    const guess = complaint.attachments.links.make(
      Buffer.from(upload.id, 'base64url').toString().replace('Attachment:', ''),
      Buffer.from(kase.id, 'base64url').toString().replace('Case:', ''),
      'file',
    );
    expect((await complaint.fetchAs(nobody, guess)).status).toBe(404);

    // The scanner was away: nothing is lost, and it is tried again.
    await eventually(async () => {
      const [row] = await complaint.database.query<{ tries: number }>(
        "select attempts as tries from complaint_jobs.jobs where task_identifier = 'scan-file'",
      );
      expect(row?.tries).toBeGreaterThan(0);
    });
    expect(await only(complaint, kase)).toMatchObject({ state: 'SCANNING' });
    const back = await startClamd(clamd.port);
    onTestFinished(() => back.stop());
    await complaint.database.query(
      'select complaint_jobs.reschedule_jobs(array(select id from complaint_jobs.jobs), run_at := now())',
    );
    await eventually(async () => expect(await only(complaint, kase)).toMatchObject({ state: 'READY' }));
    expect((await complaint.fetchAs(nobody, guess)).status).toBe(200);
  });

  it('and is infected is told so; its content is gone', async () => {
    const complaint = await openComplaint({ attachments: { scanner: await openScanner() } });
    const kase = await file(complaint);
    const { reference, secret } = kase;
    await sendFile(complaint, pdf(eicar), nobody, { reference, secret });
    await eventually(async () => {
      expect(await only(complaint, kase)).toMatchObject({ state: 'INFECTED', url: null });
    });
    await eventually(async () => expect(await storedFiles(complaint)).toEqual([]));
  });

  it('and is infected before its case is sent stops the case', async () => {
    const complaint = await openComplaint({ attachments: { scanner: await openScanner() } });
    const { upload } = await sendFile(complaint, pdf(eicar));
    await eventually(async () => {
      const [row] = await complaint.database.query<{ state: string }>('select state from attachment');
      expect(row?.state).toBe('INFECTED');
    });
    await expect(file(complaint, nobody, { attachments: [upload.id] })).rejects.toThrow('FILE_INFECTED');
  });
});
