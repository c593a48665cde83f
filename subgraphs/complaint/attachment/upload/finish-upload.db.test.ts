import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { eventually } from '../../../../test/harness/eventually.ts';
import { file } from '../../testing/documents.ts';
import { type Complaint, openComplaint } from '../../testing/open-complaint.ts';
import { nobody } from '../../testing/viewers.ts';
import { defaultLimits } from '../attachment.ts';
import { announceChunk, countChunk } from '../keep/chunk.store.ts';
import { clearAway } from '../keep/clear-away.ts';
import { type AttachmentDependencies, keyOf } from '../setup/attachment-dependencies.ts';
import { pdf, photo } from '../testing/sample-files.ts';
import { secondProcess, stoppingStorage } from '../testing/second-process.ts';
import { attachmentFields, begin, drop, keyOfUpload } from '../testing/send-file.ts';
import { storedFiles } from '../testing/stored-files.ts';
import { finishUpload } from './finish-upload.ts';
import { finishForgotten } from './maintain-attachments.ts';

const track = `query ($reference: String!, $secret: String!) {
  trackCase(reference: $reference, secret: $secret) { ${attachmentFields} } }`;

/** An upload whose last piece has arrived, and that nobody has begun to finish. */
async function arrived(complaint: Complaint, sent = pdf()) {
  const { upload } = await begin(complaint, sent);
  const id = keyOfUpload(upload.id);
  const { database, storage } = complaint.attachments;
  const key = keyOf.part(id, crypto.randomUUID());
  await announceChunk(database, id, key, 0);
  await storage.put(key, Readable.from([sent.content]), sent.content.length);
  await database.transaction((tx) => countChunk(tx, id, key, sent.content.length));
  return { id, globalId: upload.id as string, url: upload.url as string };
}

const expire = ({ database }: AttachmentDependencies, id: string) =>
  database.query(`update attachment set busy_until = clock_timestamp() - interval '1 second' where id = $1`, [
    id,
  ]);

async function stateOf({ database }: Complaint, id: string) {
  const [row] = await database.query<{ state: string; busy: boolean }>(
    'select state, busy_until is not null as busy from attachment where id = $1',
    [id],
  );
  return row;
}

/** Files it with a case and fetches it as its applicant: the bytes. */
async function fetchFiled(complaint: Complaint, globalId: string): Promise<Buffer> {
  const { reference, secret } = await file(complaint, nobody, { attachments: [globalId] });
  const { data } = await complaint.ask(nobody, track, { reference, secret });
  const response = await complaint.fetchAs(nobody, data.trackCase.attachments[0].url);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

describe('two processes that finish one upload', () => {
  it('at the same moment store it once', async () => {
    const complaint = await openComplaint();
    const { id, globalId } = await arrived(complaint, await photo());
    const rooms = [1, 2, 3].map(() => secondProcess(complaint.attachments));
    const outcomes = await Promise.all(rooms.map((deps) => finishUpload(deps, id)));
    expect(outcomes.filter((one) => 'state' in one).length).toBeGreaterThan(0);
    expect(await stateOf(complaint, id)).toEqual({ state: 'READY', busy: false });
    const names = (await storedFiles(complaint.attachments.folder)).map((name) =>
      name.replace(/^.*\/|-.*$/g, ''),
    );
    expect(names.toSorted()).toEqual(['file', 'preview']);
    expect((await fetchFiled(complaint, globalId)).length).toBeGreaterThan(0);
  });

  it.each(['put', 'open'] as const)(
    'one of whom loses its lease while it waits for the storage (%s) leave the file of the other alone',
    async (call) => {
      const complaint = await openComplaint();
      const sent = pdf('the one and only');
      const { id, globalId } = await arrived(complaint, sent);
      const slow = stoppingStorage(complaint.attachments.storage, call);
      const first = finishUpload(secondProcess(complaint.attachments, slow), id);
      await slow.reached;
      await expire(complaint.attachments, id);
      expect(await finishUpload(secondProcess(complaint.attachments), id)).toEqual({ state: 'READY' });
      const kept = await storedFiles(complaint.attachments.folder);
      slow.release();
      expect(await first).toEqual({ state: 'READY' });
      expect(await storedFiles(complaint.attachments.folder)).toEqual(kept);
      expect(await fetchFiled(complaint, globalId)).toEqual(sent.content);
    },
  );

  it('one of whom lost its lease and would refuse the file do not take it from the case', async () => {
    const complaint = await openComplaint();
    const sent = pdf();
    const { id, globalId } = await arrived(complaint, sent);
    const slow = stoppingStorage(complaint.attachments.storage, 'open');
    const limits = { ...defaultLimits, bytes: { ...defaultLimits.bytes, DOCUMENT: 1 } };
    const strict = secondProcess(complaint.attachments, { ...slow, limits });
    const first = finishUpload(strict, id);
    await slow.reached;
    await expire(complaint.attachments, id);
    await finishUpload(secondProcess(complaint.attachments), id);
    slow.release();
    expect(await first).toEqual({ state: 'READY' });
    expect(await fetchFiled(complaint, globalId)).toEqual(sent.content);
  });

  it('one of whom was killed come to one file; what the dead one left is cleared away later', async () => {
    const complaint = await openComplaint();
    const { id, globalId } = await arrived(complaint, await photo());
    const dying = secondProcess(complaint.attachments, {
      storage: {
        ...complaint.attachments.storage,
        async put(key, content, bytes) {
          await complaint.attachments.storage.put(key, content, bytes);
          if (key.includes('/file')) await new Promise(() => {});
        },
      },
    });
    void finishUpload(dying, id);
    await eventually(async () =>
      expect((await storedFiles(complaint.attachments.folder)).some((name) => name.includes('/file'))).toBe(
        true,
      ),
    );
    const left = (await storedFiles(complaint.attachments.folder)).find((name) => name.includes('/file'));
    await expire(complaint.attachments, id);
    expect(await finishUpload(secondProcess(complaint.attachments), id)).toEqual({ state: 'READY' });
    const { database } = complaint;
    // A writer that is only slow may still come: its key is remembered for an hour.
    await database.query(`update attachment_chunk set announced_at = announced_at - interval '2 hours'`);
    await database.query('update attachment set retry_at = null');
    await clearAway(complaint.attachments);
    const kept = await storedFiles(complaint.attachments.folder);
    expect(kept).toHaveLength(2);
    expect(kept).not.toContain(left);
    expect(await database.query('select key from attachment_chunk')).toEqual([]);
    expect((await fetchFiled(complaint, globalId)).length).toBeGreaterThan(0);
  });

  it('one of whom hears nothing of its commit do not lose the file', async () => {
    const complaint = await openComplaint();
    const sent = pdf();
    const { id, globalId } = await arrived(complaint, sent);
    const { database } = complaint.attachments;
    const deaf: typeof database = Object.create(database, {
      transaction: {
        value: async (...args: Parameters<typeof database.transaction>) => {
          await database.transaction(...args);
          throw new Error('the connection broke at commit');
        },
      },
    });
    const outcome = await finishUpload(secondProcess(complaint.attachments, { database: deaf }), id);
    expect(outcome).toEqual({ state: 'READY' });
    await clearAway(complaint.attachments);
    expect(await fetchFiled(complaint, globalId)).toEqual(sent.content);
  });
});

describe('finishing an upload', () => {
  it('takes no lease while it waits for its turn', async () => {
    const complaint = await openComplaint();
    const slow = stoppingStorage(complaint.attachments.storage, 'open');
    const room = secondProcess(complaint.attachments, slow);
    const uploads = [await arrived(complaint), await arrived(complaint), await arrived(complaint)];
    const outcomes = uploads.map(({ id }) => finishUpload(room, id));
    const busy = () => Promise.all(uploads.map(async ({ id }) => (await stateOf(complaint, id))?.busy));
    await eventually(async () => expect((await busy()).filter(Boolean)).toHaveLength(2));
    expect(await busy()).toEqual([true, true, false]);
    slow.release();
    expect(await Promise.all(outcomes)).toEqual(uploads.map(() => ({ state: 'READY' })));
  });

  it('gives its lease back when the storage fails, so that the next who asks finishes', async () => {
    const complaint = await openComplaint();
    const { id } = await arrived(complaint);
    const broken = { ...complaint.attachments.storage, put: () => Promise.reject(new Error('disk full')) };
    await expect(finishUpload(secondProcess(complaint.attachments, { storage: broken }), id)).rejects.toThrow(
      'disk full',
    );
    expect(await finishUpload(complaint.attachments, id)).toEqual({ state: 'READY' });
  });

  it('ends with nothing when the upload is taken back meanwhile', async () => {
    const complaint = await openComplaint();
    const { id, url, globalId } = await arrived(complaint);
    const slow = stoppingStorage(complaint.attachments.storage, 'put');
    const finishing = finishUpload(secondProcess(complaint.attachments, slow), id);
    await slow.reached;
    expect((await drop(complaint, url)).status).toBe(204);
    slow.release();
    expect(await finishing).toEqual({ refused: 'UPLOAD_NOT_FOUND' });
    expect(await storedFiles(complaint.attachments.folder)).toEqual([]);
    await expect(file(complaint, nobody, { attachments: [globalId] })).rejects.toThrow('UPLOAD_NOT_FOUND');
  });

  it('is done by maintenance when the process died that had begun', async () => {
    const complaint = await openComplaint();
    const [broken, whole] = [await arrived(complaint), await arrived(complaint)];
    await complaint.database.query(`update attachment set begun_at = begun_at - interval '1 hour'`);
    await complaint.database.query('update attachment_chunk set start = 5 where attachment_id = $1', [
      broken.id,
    ]);
    await finishForgotten(complaint.attachments);
    expect((await stateOf(complaint, whole.id))?.state).toBe('READY');
    const [row] = await complaint.database.query<{ later: boolean }>(
      'select retry_at > clock_timestamp() as later from attachment where id = $1',
      [broken.id],
    );
    expect(row?.later).toBe(true);
  });
});
