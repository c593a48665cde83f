import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../attachment.ts';
import { testFolder } from '../testing/open-test-attachments.ts';
import {
  heic,
  mp3,
  pdf,
  photo,
  type SampleFile,
  secrets,
  video,
  wav,
  webm,
} from '../testing/sample-files.ts';
import { cleanFile } from './clean-file.ts';

async function clean({ content }: Pick<SampleFile, 'content'>, limits = defaultLimits) {
  const path = join(await testFolder(), 'file');
  await writeFile(path, content);
  const outcome = await cleanFile(path, content.length, limits);
  return 'refused' in outcome ? outcome : { ...outcome, content: await readFile(outcome.path) };
}

const tells = (content: Buffer) => Object.values(secrets).some((secret) => content.includes(secret));

describe('cleaning', () => {
  it('takes EXIF and GPS out of a photo and sets it upright', async () => {
    const sent = await photo(640, 480, 6);
    expect((await sharp(sent.content).metadata()).exif).toBeDefined();
    expect(tells(sent.content)).toBe(true);
    const cleaned = await clean(sent);
    if ('refused' in cleaned) throw new Error(cleaned.refused);
    expect(tells(cleaned.content)).toBe(false);
    const { exif, xmp, icc, width, height } = await sharp(cleaned.content).metadata();
    expect({ exif, xmp, icc, width, height }).toEqual({ width: 480, height: 640 });
  });

  it('draws a HEIC picture as a JPEG, and refuses one that is too large or broken', async () => {
    const cleaned = await clean(heic());
    if ('refused' in cleaned) throw new Error(cleaned.refused);
    expect(cleaned.mediaType).toBe('image/jpeg');
    expect(await sharp(cleaned.content).metadata()).toMatchObject({
      format: 'jpeg',
      width: 640,
      height: 400,
    });
    expect(cleaned.preview).not.toBeNull();
    expect(await clean(heic(), { ...defaultLimits, pixels: 1_000 })).toMatchObject({
      refused: 'PICTURE_TOO_LARGE',
    });
    const broken = Buffer.from(heic().content);
    broken.fill(0, 60, 300);
    expect(await clean({ content: broken })).toMatchObject({ refused: 'FILE_DAMAGED' });
  });

  it('drops what hangs on the end of a picture', async () => {
    const { content } = await photo();
    const cleaned = await clean({ content: Buffer.concat([content, Buffer.from(secrets.owner)]) });
    expect('content' in cleaned && tells(cleaned.content)).toBe(false);
  });

  it.each([
    ['video', video()],
    ['video in WebM', webm()],
    ['sound in WAV', wav()],
    ['sound in MP3', mp3()],
  ])('takes places, devices and names out of a %s without moving a byte', async (_, sent) => {
    expect(tells(sent.content)).toBe(true);
    const cleaned = await clean(sent);
    if ('refused' in cleaned) throw new Error(cleaned.refused);
    expect(tells(cleaned.content)).toBe(false);
    expect(cleaned.content).toHaveLength(sent.content.length);
    expect(cleaned.content.subarray(-200, -128)).toEqual(sent.content.subarray(-200, -128));
  });

  it('keeps every frame of a moving picture', async () => {
    const frame = { create: { width: 20, height: 60, channels: 3 as const, background: 'red' } };
    const content = await sharp(frame)
      .composite([
        { input: { create: { ...frame.create, height: 20, background: 'blue' } }, top: 20, left: 0 },
      ])
      .gif()
      .toBuffer();
    const moving = await sharp(content, { animated: true }).metadata();
    const cleaned = await clean({ content });
    if ('refused' in cleaned) throw new Error(cleaned.refused);
    expect((await sharp(cleaned.content, { animated: true }).metadata()).pages).toBe(moving.pages);
  });

  it('refuses a picture with too many pixels by its header alone', async () => {
    const { content } = await photo(300, 200);
    const huge = Buffer.from(content);
    const frame = huge.indexOf(Buffer.from([0xff, 0xc0]));
    huge.writeUInt16BE(60_000, frame + 5);
    huge.writeUInt16BE(60_000, frame + 7);
    expect(await clean({ content: huge })).toMatchObject({ refused: 'PICTURE_TOO_LARGE' });
  });

  it('refuses what is only called a picture', async () => {
    const fake = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(500, 1)]);
    expect(await clean({ content: fake })).toMatchObject({ refused: 'FILE_DAMAGED' });
  });

  it('refuses by the limit of what a file turns out to be', async () => {
    const limits = { ...defaultLimits, bytes: { ...defaultLimits.bytes, DOCUMENT: 100 } };
    expect(await clean(pdf(), limits)).toMatchObject({ refused: 'UPLOAD_TOO_LARGE' });
  });

  it('leaves a PDF as it came: it may be signed', async () => {
    const sent = pdf('signed');
    const cleaned = await clean(sent);
    expect('content' in cleaned && cleaned.content.equals(sent.content)).toBe(true);
  });
});
