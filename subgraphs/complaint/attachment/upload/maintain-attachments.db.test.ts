import { runJobs } from '@bekhedmetkom/platform/jobs';
import { openLogger, openMetrics } from '@bekhedmetkom/platform/telemetry';
import { describe, expect, it, onTestFinished } from 'vitest';
import { eventually } from '../../../../test/harness/eventually.ts';
import { type Complaint, openComplaint } from '../../testing/open-complaint.ts';
import { clearAway } from '../keep/clear-away.ts';
import { makeScanFile } from '../keep/scan-files.ts';
import type { AttachmentDependencies } from '../setup/attachment-dependencies.ts';
import { pdf } from '../testing/sample-files.ts';
import { secondProcess } from '../testing/second-process.ts';
import { begin, drop, head, keyOfUpload, patch, sendFile } from '../testing/send-file.ts';
import { storedFiles } from '../testing/stored-files.ts';
import { finishUpload } from './finish-upload.ts';

/** A storage that cannot remove anything of one upload. */
function stuckAt({ attachments }: Complaint, id: () => string): AttachmentDependencies {
  const { storage } = attachments;
  const remove = async (key: string): Promise<void> => {
    if (key.startsWith(id())) throw new Error('permission denied');
    await storage.remove(key);
  };
  return secondProcess(attachments, { storage: { ...storage, remove } });
}

const idsLeft = async ({ database }: Complaint) =>
  (await database.query<{ id: string }>('select id from attachment order by begun_at')).map(({ id }) => id);

describe('clearing away', () => {
  it('of an upload that cannot be removed concerns that upload alone, and is tried again later', async () => {
    const complaint = await openComplaint();
    const uploads = [];
    for (const name of ['a', 'b', 'c']) uploads.push(await sendFile(complaint, pdf(name)));
    const [stuck = '', ...others] = uploads.map(({ upload }) => keyOfUpload(upload.id));
    await complaint.database.query(`update attachment set begun_at = begun_at - interval '25 hours'`);
    const room = stuckAt(complaint, () => stuck);
    await clearAway(room);
    expect(await idsLeft(complaint)).toEqual([stuck]);
    expect((await storedFiles(complaint.attachments.folder)).some((name) => others.includes(name))).toBe(
      false,
    );

    // Not again at once: it would be the first of every round, for ever.
    await clearAway(complaint.attachments);
    expect(await idsLeft(complaint)).toEqual([stuck]);
    await complaint.database.query('update attachment set retry_at = clock_timestamp()');
    await clearAway(complaint.attachments);
    expect(await idsLeft(complaint)).toEqual([]);
    expect(await storedFiles(complaint.attachments.folder)).toEqual([]);
  });

  it('of the pieces of one upload, or of one infected file, that fails holds up no other', async () => {
    const complaint = await openComplaint();
    const [first, second] = [await sendFile(complaint, pdf('1')), await sendFile(complaint, pdf('2'))];
    const stuck = keyOfUpload(first.upload.id);
    const other = keyOfUpload(second.upload.id);
    const { database } = complaint;
    await database.query(
      `insert into attachment_chunk (attachment_id, key, start, bytes)
       select id, id || '/part-left', 0, 1 from attachment`,
    );
    await database.query(`update attachment set state = 'INFECTED', case_id = gen_random_uuid(),
      added_at = clock_timestamp()`);
    await clearAway(stuckAt(complaint, () => stuck));
    const rows = await database.query<{ id: string; gone: boolean; parts: number }>(
      `select id, bytes is null as gone,
         (select count(*)::int from attachment_chunk where attachment_id = attachment.id) as parts
       from attachment`,
    );
    expect(rows.find(({ id }) => id === other)).toMatchObject({ gone: true, parts: 0 });
    expect(rows.find(({ id }) => id === stuck)).toMatchObject({ gone: false, parts: 1 });
  });

  it('does not keep an applicant waiting who takes a file back: it is gone for everybody at once', async () => {
    const complaint = await openComplaint();
    const { upload } = await sendFile(complaint, pdf());
    const { storage } = complaint.attachments;
    const { remove } = storage;
    storage.remove = () => Promise.reject(new Error('storage away'));
    onTestFinished(() => {
      storage.remove = remove;
    });
    expect((await drop(complaint, upload.url)).status).toBe(204);
    expect((await head(complaint, upload.url)).status).toBe(404);
    storage.remove = remove;
    await complaint.database.query('update attachment set retry_at = null');
    await clearAway(complaint.attachments);
    expect(await storedFiles(complaint.attachments.folder)).toEqual([]);
  });
});

describe('scanning', () => {
  it('of a file that never ends holds up no other', async () => {
    const complaint = await openComplaint();
    let first = true;
    const hangs = Promise.withResolvers<'CLEAN'>();
    const scanner = {
      scan: async () => {
        if (!first) return 'CLEAN' as const;
        first = false;
        return hangs.promise;
      },
    };
    const room = secondProcess(complaint.attachments, { scanner });
    for (let i = 0; i < 9; i++) {
      const sent = pdf(String(i));
      const { upload } = await begin(complaint, sent);
      await complaint.database.query('update attachment set busy_until = $1 where id = $2', [
        new Date(Date.now() + 60_000),
        keyOfUpload(upload.id),
      ]);
      await patch(complaint, upload.url, 0, sent.content);
      await complaint.database.query('update attachment set busy_until = null where id = $1', [
        keyOfUpload(upload.id),
      ]);
      expect(await finishUpload(room, keyOfUpload(upload.id))).toEqual({ state: 'SCANNING' });
    }
    const { database, url } = { ...complaint, url: complaint.databaseUrl };
    const parts = { database, url, logger: openLogger('test', 'silent'), metrics: openMetrics('test') };
    const groups = [{ handlers: [makeScanFile(room, scanner)], atOnce: 4 }];
    const scans = runJobs({ ...parts, subgraph: 'complaint', groups, poll: 20 });
    onTestFinished(async () => {
      hangs.resolve('CLEAN');
      await scans.close();
    });
    await eventually(async () => {
      const [row] = await complaint.database.query<{ ready: number }>(
        `select count(*)::int as ready from attachment where state = 'READY'`,
      );
      expect(row?.ready).toBe(8);
    });
  });
});
