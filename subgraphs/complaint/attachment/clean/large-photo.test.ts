import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { defaultLimits } from '../attachment.ts';
import { checkHead } from '../check-head.ts';
import { headBytes } from '../file-kind.ts';
import { testFolder } from '../testing/open-test-attachments.ts';
import { secrets } from '../testing/sample-files.ts';
import { cleanFile } from './clean-file.ts';

it('a photo of 108 megapixels, held upright, is taken whole and loses all but how it was held', async () => {
  const width = 12_000;
  const height = 9_000;
  const content = await sharp({ create: { width, height, channels: 3, background: '#a52' } })
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Make: secrets.camera, Artist: secrets.owner } })
    .toBuffer();
  expect(content.includes(secrets.camera)).toBe(true);
  expect(checkHead(content.subarray(0, headBytes), content.length, defaultLimits)).toBeNull();
  const path = join(await testFolder(), 'file');
  await writeFile(path, content);
  const cleaned = await cleanFile(path, content.length, defaultLimits);
  if ('refused' in cleaned) throw new Error(cleaned.refused);
  const { exif, autoOrient, ...seen } = await sharp(cleaned.path).metadata();
  expect(seen).toMatchObject({ width, height, orientation: 6 });
  expect(autoOrient).toEqual({ width: height, height: width });
  expect(exif?.includes(secrets.camera) || exif?.includes(secrets.owner)).toBe(false);
  expect(await sharp(cleaned.preview?.path).metadata()).toMatchObject({ width: 300, height: 400 });
});

it('a large WebP becomes a JPEG, as writing it again would take too much memory', async () => {
  const width = 2_400;
  const height = 2_000;
  const content = await sharp({ create: { width, height, channels: 4, background: '#a528' } })
    .webp()
    .toBuffer();
  const path = join(await testFolder(), 'file');
  await writeFile(path, content);
  const cleaned = await cleanFile(path, content.length, defaultLimits);
  if ('refused' in cleaned) throw new Error(cleaned.refused);
  expect(cleaned.mediaType).toBe('image/jpeg');
  expect(await sharp(cleaned.path).metadata()).toMatchObject({ format: 'jpeg', width, height });
});
