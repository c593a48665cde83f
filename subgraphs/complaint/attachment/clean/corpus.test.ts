import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../attachment.ts';
import { checkHead } from '../check-head.ts';
import { headBytes } from '../file-kind.ts';
import { secret } from '../testing/corpus/build.ts';
import { makeCorpus } from '../testing/corpus/corpus.ts';
import { testFolder } from '../testing/open-test-attachments.ts';
import { cleanFile } from './clean-file.ts';

const corpus = await makeCorpus();

async function clean(content: Buffer) {
  const path = join(await testFolder(), 'file');
  await writeFile(path, content);
  const outcome = await cleanFile(path, content.length, defaultLimits);
  if ('refused' in outcome) return outcome;
  const cleaned = await readFile(outcome.path);
  expect(cleaned).toHaveLength(outcome.bytes);
  return { ...outcome, content: cleaned };
}

describe('what every viewer shows is taken and cleaned', () => {
  const taken = corpus.filter((file) => file.taken);
  it.each(taken.map((file) => [file.name, file] as const))('%s', async (_, file) => {
    expect(checkHead(file.content.subarray(0, headBytes), file.content.length, defaultLimits)).toBeNull();
    const cleaned = await clean(file.content);
    expect(cleaned).toMatchObject({ mediaType: file.taken });
    if ('refused' in cleaned) return;
    expect(cleaned.content.includes(secret)).toBe(
      file.taken === 'application/pdf' && file.content.includes(secret),
    );
    if (file.kept) expect(cleaned.content.includes(file.kept)).toBe(true);
    if (!file.taken?.startsWith('image/')) return;
    // Whoever decodes strictly finds a whole picture.
    const { width } = await sharp(cleaned.content, { failOn: 'warning' }).metadata();
    await sharp(cleaned.content, { failOn: 'warning' }).toBuffer();
    expect(width).toBeGreaterThan(0);
    expect(cleaned.preview).not.toBeNull();
  });
});

describe('what is refused is refused by its first bytes', () => {
  const refused = corpus.filter((file) => file.refused);
  it.each(refused.map((file) => [file.name, file] as const))('%s', async (_, file) => {
    const head = file.content.subarray(0, headBytes);
    expect(checkHead(head, file.content.length, defaultLimits)).toMatchObject({ refused: file.refused });
    expect(await clean(file.content)).toMatchObject({ refused: file.refused });
  });
});

describe('what no viewer shows is told to be damaged', () => {
  const damaged = corpus.filter((file) => file.damaged);
  it.each(damaged.map((file) => [file.name, file] as const))('%s', async (_, file) => {
    expect(await clean(file.content)).toMatchObject({ refused: 'FILE_DAMAGED' });
  });
});
