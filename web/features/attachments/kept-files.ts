/** The files of a request that is not sent yet: sealed in this browser's cookies, as its answers are. */
import { cookies } from 'next/headers';
import { z } from 'zod';
import { readConfig } from '../../config.ts';
import { cookieNames, cookieOptions, dayInSeconds } from '../../session/cookies.ts';
import { seal, unseal } from '../../session/seal.ts';
import { uploadPath } from './upload-protocol.ts';

const shape = z.array(
  z.object({
    id: z.string().max(100),
    url: z.string().regex(uploadPath),
    name: z.string(),
    bytes: z.number().int().min(1),
  }),
);

export type KeptFile = z.infer<typeof shape>[number];

const most = 10;

export async function readKeptFiles(): Promise<KeptFile[]> {
  const sealed = (await cookies()).get(cookieNames.files)?.value;
  const parsed = shape.safeParse(sealed ? unseal(sealed, 'files', readConfig().sessionSecret) : null);
  return parsed.success ? parsed.data : [];
}

/** Only in actions and route handlers. As long as an upload without a case is kept. False when there are ten. */
export async function keepFile(file: KeptFile): Promise<boolean> {
  const others = (await readKeptFiles()).filter(({ id }) => id !== file.id);
  if (others.length >= most) return false;
  const name = [...file.name].slice(0, 80).join('');
  await write([...others, { ...file, name }]);
  return true;
}

/** Gives the file that is no longer kept; null when there was none. */
export async function dropKeptFile(id: string): Promise<KeptFile | null> {
  const files = await readKeptFiles();
  const gone = files.find((file) => file.id === id) ?? null;
  if (gone) await write(files.filter((file) => file !== gone));
  return gone;
}

/** Forgets the files; they stay where they are, with their case or until they are swept. */
export async function forgetKeptFiles(): Promise<void> {
  if ((await cookies()).has(cookieNames.files)) await write([]);
}

async function write(files: KeptFile[]): Promise<void> {
  const { sessionSecret, webOrigin } = readConfig();
  const value = files.length > 0 ? seal(files, 'files', sessionSecret) : '';
  const options = cookieOptions(webOrigin, files.length > 0 ? dayInSeconds : 0);
  (await cookies()).set(cookieNames.files, value, options);
}
