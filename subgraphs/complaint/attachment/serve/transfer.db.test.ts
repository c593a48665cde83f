import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventually } from '../../../../test/harness/eventually.ts';
import { file } from '../../testing/documents.ts';
import { type Complaint, openComplaint } from '../../testing/open-complaint.ts';
import { layla, nobody } from '../../testing/viewers.ts';
import { defaultLimits } from '../attachment.ts';
import { clearAway } from '../keep/clear-away.ts';
import { pdf, photo, type SampleFile } from '../testing/sample-files.ts';
import {
  attachmentFields,
  begin,
  beginDocument,
  drop,
  head,
  keyOfUpload,
  offsetOf,
  patch,
  sendFile,
  tus,
} from '../testing/send-file.ts';

const track = `query ($reference: String!, $secret: String!) {
  trackCase(reference: $reference, secret: $secret) { ${attachmentFields} } }`;

async function storedFiles(complaint: Complaint): Promise<number> {
  const folder = join(complaint.attachments.folder, 'kept');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).length;
}

async function stateOf({ database }: Complaint, id: string): Promise<string | undefined> {
  const [row] = await database.query<{ state: string }>('select state from attachment where id = $1', [
    keyOfUpload(id),
  ]);
  return row?.state;
}

const named = (fileName: string, text: string | Buffer, mediaType = ''): SampleFile => ({
  fileName,
  mediaType,
  content: Buffer.from(text as string),
});

describe('an upload that is cut off', () => {
  it('in the middle of a piece keeps what arrived and goes on from there', async () => {
    const complaint = await openComplaint();
    const sent = await photo(1_500, 1_500);
    const { upload } = await begin(complaint, sent);
    const first = sent.content.subarray(0, 6_000);
    const probe = await head(complaint, upload.url);
    expect(probe.status).toBe(200);
    await new Promise<void>((resolve) => {
      void complaint.identityOf(nobody).then((headers) => {
        const half = request(`${complaint.url}${upload.url}`, {
          method: 'PATCH',
          headers: {
            ...headers,
            ...tus,
            'content-type': 'application/offset+octet-stream',
            'upload-offset': '0',
            'content-length': String(sent.content.length),
          },
        });
        half.on('error', () => resolve());
        half.write(first, () => setTimeout(() => half.destroy(), 50));
      });
    });
    await eventually(async () => expect(await offsetOf(complaint, upload.url)).toBe(first.length));
    const rest = await patch(complaint, upload.url, first.length, sent.content.subarray(first.length));
    expect(rest.status).toBe(204);
    expect(rest.headers.get('upload-state')).toBe('READY');
    const kase = await file(complaint, nobody, { attachments: [upload.id] });
    expect(kase.reference).toBeTruthy();
  });

  it('is told where it is when it goes on from elsewhere', async () => {
    const complaint = await openComplaint();
    const sent = pdf('x'.repeat(9_000));
    const { upload } = await begin(complaint, sent);
    await patch(complaint, upload.url, 0, sent.content.subarray(0, 5_000));
    for (const offset of [0, 4_999, 5_001, 9_999]) {
      const answer = await patch(complaint, upload.url, offset, sent.content.subarray(0, 10));
      expect(answer.status).toBe(409);
      expect(await offsetOf(complaint, upload.url)).toBe(5_000);
    }
    const last = await patch(complaint, upload.url, 5_000, sent.content.subarray(5_000));
    expect(last.status).toBe(204);
    const again = await patch(complaint, upload.url, sent.content.length, Buffer.alloc(0));
    expect(again.headers.get('upload-state')).toBe('READY');
  });

  it('takes each byte once, though the same piece comes five times at once', async () => {
    const complaint = await openComplaint();
    const sent = pdf('y'.repeat(5_000));
    const { upload } = await begin(complaint, sent);
    const tries = await Promise.all(
      Array.from({ length: 5 }, () => patch(complaint, upload.url, 0, sent.content.subarray(0, 4_500))),
    );
    await Promise.all(tries.map((answer) => answer.text()));
    expect(tries.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409, 409]);
    expect(await storedFiles(complaint)).toBe(1);
    await patch(complaint, upload.url, 4_500, sent.content.subarray(4_500));
    const kase = await file(complaint, nobody, { attachments: [upload.id] });
    const { data } = await complaint.ask(nobody, track, { reference: kase.reference, secret: kase.secret });
    const fetched = await complaint.fetchAs(nobody, data.trackCase.attachments[0].url);
    expect(Buffer.from(await fetched.arrayBuffer()).equals(sent.content)).toBe(true);
  });
});

describe('a file that is not taken', () => {
  it.each([
    ['an SVG', named('a.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a page', named('a.html', '<!doctype html><script>alert(1)</script>')],
    ['a page called a photo', named('a.jpg', '<html><script>alert(1)</script>', 'image/jpeg')],
    ['a program', named('a.exe', 'MZ\x90\0\x03')],
    ['text', named('a.pdf', 'just text', 'application/pdf')],
    ['a PDF that is a page', { ...pdf(), content: Buffer.from('%PDF-1.4\n<script>alert(1)</script>') }],
    [
      'a PDF that is an archive',
      { ...pdf(), content: Buffer.concat([pdf().content, Buffer.from('PK\x05\x06'), Buffer.alloc(18)]) },
    ],
  ])('because it is %s leaves nothing', async (_, sent) => {
    const complaint = await openComplaint();
    const { upload, code, status } = await sendFile(complaint, sent);
    expect({ code, status }).toEqual({ code: 'FILE_TYPE_REJECTED', status: 422 });
    expect(await storedFiles(complaint)).toBe(0);
    const again = await patch(complaint, upload.url, 0, sent.content);
    expect((await again.json()).errors[0].extensions.code).toBe('FILE_TYPE_REJECTED');
  });

  it('is told so in the language of whoever sends it', async () => {
    const complaint = await openComplaint();
    const { body } = await sendFile(complaint, named('a.exe', 'MZ\x90'), { ...nobody, language: 'ar' });
    expect(body.errors[0].message).toContain('لا نستطيع قبول هذا النوع');
  });

  it('because of what its sender says it is is refused before a byte is sent', async () => {
    const complaint = await openComplaint();
    const refused = async (sent: SampleFile, bytes?: number) => {
      const content = bytes === undefined ? sent.content : { length: bytes };
      return (await begin(complaint, { ...sent, content: content as Buffer })).userErrors[0]?.code;
    };
    expect(await refused(named('a.svg', '<svg/>', 'image/svg+xml'))).toBe('FILE_TYPE_REJECTED');
    expect(await refused(named('a.html', 'x', 'text/html'))).toBe('FILE_TYPE_REJECTED');
    expect(await refused(pdf(), 20_000_001)).toBe('UPLOAD_TOO_LARGE');
    expect(await refused(pdf(), 1e15)).toBe('UPLOAD_TOO_LARGE');
    expect(await refused(pdf(), 0)).toBe('FILE_EMPTY');
    expect(await refused(pdf(), -5)).toBe('FILE_EMPTY');
    expect(await refused(pdf(), 10.5)).toBe('FILE_EMPTY');
    expect(await refused(pdf(), 20_000_000)).toBeUndefined();
  });

  it('because more comes than was announced is refused', async () => {
    const complaint = await openComplaint();
    const { upload } = await begin(complaint, pdf());
    const more = await patch(complaint, upload.url, 0, Buffer.concat([pdf().content, Buffer.from('more')]));
    expect(more.status).toBe(413);
    const huge = await patch(complaint, upload.url, 0, Buffer.alloc(6_000_000)).catch(() => null);
    expect(huge === null || huge.status === 413).toBe(true);
    expect(await offsetOf(complaint, upload.url)).toBe(0);
  });
});

describe('a case has room', () => {
  it('for ten files', async () => {
    const complaint = await openComplaint();
    const ids = [];
    for (let i = 0; i < 11; i++) ids.push((await sendFile(complaint, pdf(String(i)))).upload.id);
    await expect(file(complaint, nobody, { attachments: ids })).rejects.toThrow('TOO_MANY_FILES');
    const kase = await file(complaint, layla, { attachments: ids.slice(0, 10) });
    const { userErrors } = await begin(complaint, pdf(), layla, { reference: kase.reference });
    expect(userErrors[0].code).toBe('TOO_MANY_FILES');
  });

  it('for so many bytes, counted again when several arrive at once', async () => {
    const complaint = await openComplaint({
      attachments: { limits: { ...defaultLimits, files: 2, totalBytes: 2_000 } },
    });
    const kase = await file(complaint, layla);
    const target = { reference: kase.reference };
    const large = await begin(complaint, pdf('z'.repeat(2_000)), layla, target);
    expect(large.userErrors[0].code).toBe('FILES_TOO_LARGE');
    const sent = await Promise.all(
      [0, 1, 2, 3].map((i) => sendFile(complaint, pdf(String(i)), layla, target).catch(() => null)),
    );
    expect(sent.filter((one) => one?.status === 204).length).toBeLessThanOrEqual(2);
    const [count] = await complaint.database.query<{ n: number }>(
      'select count(*)::int as n from attachment where added_at is not null',
    );
    expect(count?.n).toBeLessThanOrEqual(2);
  });

  it('and a request that is being written for sixty uploads an hour, which end nobody else’s', async () => {
    const complaint = await openComplaint();
    const beginFor = async (session: string, viewer = nobody) => {
      const { fileName, mediaType, content } = pdf();
      const input = { fileName, mediaType, bytes: content.length, session };
      return (await complaint.ask(viewer, beginDocument, { input })).data.beginUpload;
    };
    const answers = [];
    for (let i = 0; i < 61; i++) answers.push(await beginFor('flood'));
    expect(answers[59]?.userErrors).toEqual([]);
    expect(answers[60]?.userErrors[0].code).toBe('TOO_MANY_UPLOADS');
    expect((await beginFor('neighbour')).userErrors).toEqual([]);
    expect((await beginFor('flood', layla)).userErrors).toEqual([]);
  });
});

describe('a link', () => {
  const opened = async (complaint: Complaint) => {
    const { upload } = await sendFile(complaint, { ...pdf(), fileName: 'كتاب رسمي.pdf' });
    const kase = await file(complaint, nobody, { attachments: [upload.id] });
    const { data } = await complaint.ask(nobody, track, { reference: kase.reference, secret: kase.secret });
    return { url: data.trackCase.attachments[0].url as string, id: upload.id as string };
  };

  it('hands the file over so that no browser runs it', async () => {
    const complaint = await openComplaint();
    const { url } = await opened(complaint);
    const answer = await complaint.fetchAs(nobody, url);
    expect([answer.status, await answer.text()]).toEqual([200, String(pdf().content)]);
    const { headers } = answer;
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="file\.pdf"; filename\*=UTF-8''%D9%83/,
    );
  });

  it('hands over parts, as players ask for them', async () => {
    const complaint = await openComplaint();
    const { url } = await opened(complaint);
    const ask = (range: string) => complaint.fetchAs(nobody, url, { headers: { range } });
    const part = await ask('bytes=1-3');
    expect([part.status, await part.text()]).toEqual([206, 'PDF']);
    expect((await ask('bytes=-6')).status).toBe(206);
    expect((await ask('bytes=999999-')).status).toBe(416);
    expect((await ask('bytes=5-2')).status).toBe(416);
  });

  it('that expired, was altered, or belongs to another case is answered as one that never was', async () => {
    const complaint = await openComplaint();
    const [mine, other] = [await opened(complaint), await opened(complaint)];
    const [, , , , token = ''] = mine.url.split('/');
    const never = await complaint.fetchAs(nobody, `/files/${crypto.randomUUID()}/file/${token}`);
    const wrong = [
      `/files/${keyOfUpload(other.id)}/file/${token}`,
      `/files/${keyOfUpload(mine.id)}/preview/${token}`,
      `/files/${keyOfUpload(mine.id)}/file/1.${'A'.repeat(43)}`,
      `${mine.url}x`,
      `/files/${keyOfUpload(mine.id)}/file`,
    ];
    const told = await never.text();
    for (const path of wrong) {
      const answer = await complaint.fetchAs(nobody, path);
      expect([answer.status, await answer.text()]).toEqual([404, told]);
    }
    await complaint.database.query('update attachment set case_id = $1 where id = $2', [
      crypto.randomUUID(),
      keyOfUpload(mine.id),
    ]);
    const moved = await complaint.fetchAs(nobody, mine.url);
    expect([moved.status, await moved.text()]).toEqual([404, told]);
  });

  it('is nothing to whoever has no internal identity', async () => {
    const complaint = await openComplaint();
    const { url } = await opened(complaint);
    expect((await fetch(`${complaint.url}${url}`)).status).toBe(401);
  });
});

describe('what nobody took', () => {
  it('is cleared away after a day, whole or not, and nothing else is', async () => {
    const complaint = await openComplaint();
    const whole = await sendFile(complaint, pdf('whole'));
    const half = await begin(complaint, await photo());
    await patch(complaint, half.upload.url, 0, (await photo()).content.subarray(0, 100));
    const taken = await sendFile(complaint, pdf('taken'));
    await file(complaint, nobody, { attachments: [taken.upload.id] });
    await clearAway(complaint.attachments);
    expect(await storedFiles(complaint)).toBe(3);
    await complaint.database.query(`update attachment set begun_at = begun_at - interval '25 hours'`);
    const young = await sendFile(complaint, pdf('young'));
    await clearAway(complaint.attachments);
    expect(await storedFiles(complaint)).toBe(2);
    expect(await stateOf(complaint, whole.upload.id)).toBeUndefined();
    expect(await stateOf(complaint, half.upload.id)).toBeUndefined();
    expect(await stateOf(complaint, taken.upload.id)).toBe('READY');
    expect(await stateOf(complaint, young.upload.id)).toBe('READY');
    const late = await head(complaint, half.upload.url);
    expect(late.status).toBe(404);
  });

  it('can be taken back at once by whoever sent it; what a case has cannot', async () => {
    const complaint = await openComplaint();
    const { upload } = await sendFile(complaint, pdf());
    expect((await drop(complaint, upload.url)).status).toBe(204);
    expect((await drop(complaint, upload.url)).status).toBe(404);
    expect(await storedFiles(complaint)).toBe(0);
    const taken = await sendFile(complaint, pdf());
    await file(complaint, nobody, { attachments: [taken.upload.id] });
    expect((await drop(complaint, taken.upload.url)).status).toBe(404);
    expect(await storedFiles(complaint)).toBe(1);
  });
});
