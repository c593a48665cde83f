import { describe, expect, it } from 'vitest';
import { type Complaint, openComplaint } from '../../testing/open-complaint.ts';
import { nobody } from '../../testing/viewers.ts';
import { headBytes } from '../file-kind.ts';
import { makeCorpus } from '../testing/corpus/corpus.ts';
import { pdf, video } from '../testing/sample-files.ts';
import { beginDocument } from '../testing/send-file.ts';

async function beginWith(
  complaint: Complaint,
  content: Buffer,
  { bytes = content.length, mediaType = '', language = 'en' as 'ar' | 'en' } = {},
) {
  const head = content.subarray(0, headBytes).toString('base64');
  const input = { fileName: 'a file', bytes, mediaType, head };
  const { data } = await complaint.ask({ ...nobody, language }, beginDocument, { input });
  return data.beginUpload;
}

describe('an upload that begins with its first bytes', () => {
  it('is refused before it is sent, with the kinds that are taken, in the language of its sender', async () => {
    const complaint = await openComplaint();
    for (const { name, content, refused } of (await makeCorpus()).filter((one) => one.refused)) {
      const { upload, userErrors } = await beginWith(complaint, content);
      expect([name, upload, userErrors[0]?.code]).toEqual([name, null, refused]);
    }
    const program = Buffer.from('MZ'.padEnd(5_000));
    expect((await beginWith(complaint, program)).userErrors[0].message).toContain('MP4, MOV, WebM');
    const arabic = await beginWith(complaint, program, { language: 'ar' });
    expect(arabic.userErrors[0].message).toContain('لا نستطيع قبول هذا النوع');
    expect(await complaint.database.query('select id from attachment')).toEqual([]);
  });

  it('is taken by what it is, whatever its sender’s browser calls it', async () => {
    const complaint = await openComplaint();
    const taken = await beginWith(complaint, video().content, { mediaType: 'application/x-unheard-of' });
    expect(taken).toMatchObject({ upload: { offset: 0 }, userErrors: [] });
  });

  it('is refused by the size that its kind may have, whatever it claims to be', async () => {
    const complaint = await openComplaint();
    const long = Buffer.concat([pdf().content, Buffer.alloc(headBytes)]);
    const refused = await beginWith(complaint, long, { bytes: 20_000_001, mediaType: 'video/mp4' });
    expect(refused.userErrors[0]).toMatchObject({ code: 'UPLOAD_TOO_LARGE', field: ['bytes'] });
    expect(refused.userErrors[0].message).toContain('20 MB');
  });

  it('goes by its claim when the bytes are too few to tell', async () => {
    const complaint = await openComplaint();
    const few = await beginWith(complaint, Buffer.from('MZ'), { bytes: 9_000, mediaType: 'application/pdf' });
    expect(few.userErrors).toEqual([]);
  });
});
