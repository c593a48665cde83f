import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeKeyPair } from '@bekhedmetkom/platform/auth';
import { z } from 'zod';

const secretsFile = z.object({
  internalPublicKey: z.string(),
  internalPrivateKey: z.string(),
  contactKey: z.string(),
  sessionSecret: z.string(),
  issuerCookieKey: z.string(),
  importerSecret: z.string(),
  rolePassword: z.string(),
});

/** Keys of one embedded installation; made at the first start and kept beside its data. */
export type Secrets = z.infer<typeof secretsFile>;

/** Reads `<dataDir>/secrets.json` (mode 600), or makes it: each installation has keys of its own. */
export async function openSecrets(dataDir: string): Promise<Secrets> {
  const path = join(dataDir, 'secrets.json');
  const existing = await readFile(path, 'utf8').catch(() => null);
  if (existing !== null) return secretsFile.parse(JSON.parse(existing));

  const keys = await makeKeyPair();
  const random = () => randomBytes(32).toString('base64');
  const secrets: Secrets = {
    internalPublicKey: keys.publicKey,
    internalPrivateKey: keys.privateKey,
    contactKey: random(),
    sessionSecret: random(),
    issuerCookieKey: random(),
    importerSecret: randomBytes(24).toString('base64url'),
    rolePassword: randomBytes(24).toString('base64url'),
  };
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  await rename(`${path}.new`, path);
  return secrets;
}
