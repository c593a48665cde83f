import { type ClientRequest, createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { eventually } from '../../../../test/harness/eventually.ts';
import { type Complaint, openComplaint } from '../../testing/open-complaint.ts';
import { nobody } from '../../testing/viewers.ts';
import type { AttachmentDependencies } from '../setup/attachment-dependencies.ts';
import { pdf, photo, type SampleFile } from '../testing/sample-files.ts';
import { secondProcess } from '../testing/second-process.ts';
import { begin, head, keyOfUpload, patch, sendFile, tus } from '../testing/send-file.ts';
import { openTransferLocker } from './transfer-locker.ts';
import { openUploadServer } from './upload-server.ts';

/** The upload server of one process; an upload is at the path that the graph gave. */
async function serve(deps: AttachmentDependencies, longestMs = 60_000): Promise<string> {
  const answer = openUploadServer(deps, openTransferLocker({ longestMs, waitMs: 5_000 }));
  const server = createServer((incoming, response) => {
    answer(incoming, response, nobody).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A sender that announces a whole file, sends some of it, and waits. */
function sendSome(url: string, { content }: SampleFile, bytes: number) {
  const sender: ClientRequest = request(url, {
    method: 'PATCH',
    headers: {
      ...tus,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
      'content-length': content.length,
    },
  });
  onTestFinished(() => void sender.destroy());
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    sender.once('response', resolve).once('error', reject);
  });
  answered.catch(() => {});
  const written = new Promise<void>((resolve) => sender.write(content.subarray(0, bytes), () => resolve()));
  return { sender, answered, written };
}

const letter = pdf('x'.repeat(20_000));

async function openUpload(sent: SampleFile = letter) {
  const complaint = await openComplaint();
  const { upload } = await begin(complaint, sent);
  return { complaint, path: upload.url as string, id: keyOfUpload(upload.id) };
}

/** As many bytes as the row says. */
async function receivedBytes({ database }: Complaint, id: string): Promise<number> {
  const [row] = await database.query<{ received: string }>('select received from attachment where id = $1', [
    id,
  ]);
  return Number(row?.received);
}

describe('a request that sends slowly', () => {
  it('is answered with what arrived when its time is up, and its connection is closed', async () => {
    const { complaint, path } = await openUpload();
    const url = await serve(complaint.attachments, 1_000);
    const { answered } = sendSome(`${url}${path}`, letter, 6_000);
    const { statusCode, headers } = await answered;
    expect([statusCode, headers['upload-offset'], headers.connection]).toEqual([204, '6000', 'close']);
  });

  it('lets another request in, which is told what arrived until then', async () => {
    const { complaint, path } = await openUpload();
    const url = await serve(complaint.attachments);
    const { answered, written } = sendSome(`${url}${path}`, letter, 6_000);
    await written;
    await eventually(async () => {
      const probe = await fetch(`${url}${path}`, { method: 'HEAD', headers: tus });
      expect([probe.status, probe.headers.get('upload-offset')]).toEqual([200, '6000']);
    });
    expect((await answered).headers['upload-offset']).toBe('6000');
  });

  it('counts for nothing when another process took its place meanwhile', async () => {
    const { complaint, path, id } = await openUpload();
    const one = await serve(complaint.attachments);
    const other = await serve(secondProcess(complaint.attachments));
    const { sender, answered, written } = sendSome(`${one}${path}`, letter, 6_000);
    await written;
    const quick = await fetch(`${other}${path}`, {
      method: 'PATCH',
      headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
      body: new Uint8Array(letter.content.subarray(0, 9_000)),
    });
    expect([quick.status, quick.headers.get('upload-offset')]).toEqual([204, '9000']);
    sender.end(letter.content.subarray(6_000));
    expect((await answered).statusCode).toBe(409);
    expect(await receivedBytes(complaint, id)).toBe(9_000);
  });
});

describe('a request of the upload protocol', () => {
  it('may be longer than five megabytes: it is stored in pieces, each of which counts by itself', async () => {
    const large = pdf('x'.repeat(12_000_000));
    const { complaint, path, id } = await openUpload(large);
    const url = await serve(complaint.attachments);
    const { sender } = sendSome(`${url}${path}`, large, 11_000_000);
    await eventually(async () => expect(await receivedBytes(complaint, id)).toBeGreaterThan(10_000_000));
    sender.destroy();
    await eventually(async () => {
      const probe = await fetch(`${url}${path}`, { method: 'HEAD', headers: tus });
      expect(Number(probe.headers.get('upload-offset'))).toBeGreaterThan(10_000_000);
    });
  });

  it('finishes a complete upload whose finisher died when it asks where the upload is', async () => {
    const { complaint, path, id } = await openUpload(await photo());
    await complaint.database.query(
      `update attachment set busy_until = clock_timestamp() + interval '1 minute'`,
    );
    expect((await patch(complaint, path, 0, (await photo()).content)).status).toBe(503);
    expect((await head(complaint, path)).status).toBe(503);
    await complaint.database.query('update attachment set busy_until = clock_timestamp()');
    const probe = await head(complaint, path);
    expect([probe.status, probe.headers.get('upload-offset')]).toEqual([
      200,
      probe.headers.get('upload-length'),
    ]);
    const [row] = await complaint.database.query('select state from attachment where id = $1', [id]);
    expect(row).toEqual({ state: 'READY' });
  });

  it('is told that a refused upload is gone, and why when it sends', async () => {
    const complaint = await openComplaint();
    const program = { fileName: 'a.exe', mediaType: '', content: Buffer.from('MZ\x90') };
    const { upload } = await sendFile(complaint, program);
    expect((await head(complaint, upload.url)).status).toBe(410);
    expect((await (await patch(complaint, upload.url, 0, program.content)).json()).errors).toMatchObject([
      { extensions: { code: 'FILE_TYPE_REJECTED' } },
    ]);
  });

  it('is answered as a fault while the storage is away, and nothing of it counts', async () => {
    const { complaint, path, id } = await openUpload();
    const { storage } = complaint.attachments;
    const { put } = storage;
    storage.put = () => Promise.reject(new Error('bucket 7 at 10.0.0.3 is away'));
    onTestFinished(() => {
      storage.put = put;
    });
    const failed = await patch(complaint, path, 0, letter.content);
    expect(failed.status).toBeGreaterThanOrEqual(500);
    expect(await failed.text()).not.toContain('10.0.0.3');
    expect(await receivedBytes(complaint, id)).toBe(0);
    storage.put = put;
    expect((await patch(complaint, path, 0, letter.content)).status).toBe(204);
  });

  it('needs the version of the protocol, and no other method than those it has', async () => {
    const { complaint, path } = await openUpload();
    const url = `${await serve(complaint.attachments)}${path}`;
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(412);
    const post = await fetch(url, { method: 'POST', headers: { ...tus, 'upload-length': '10' } });
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'HEAD, PATCH, DELETE']);
  });
});
