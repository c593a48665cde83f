import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeKeyPair } from '@bekhedmetkom/platform/auth';
import { z } from 'zod';

const newPassword = () => randomBytes(24).toString('base64url');

const secretsFile = z.object({
  internalPublicKey: z.string(),
  internalPrivateKey: z.string(),
  contactKey: z.string(),
  sessionSecret: z.string(),
  issuerCookieKey: z.string(),
  importerSecret: z.string(),
  rolePassword: z.string(),
  /** Of every account while there is no demonstration. */
  accountsPassword: z.string().default(newPassword),
});

/** Keys of one embedded installation; made at the first start and kept beside its data. */
export type Secrets = z.infer<typeof secretsFile>;

/** Reads `<dataDir>/secrets.json` (mode 600), or makes it: each installation has keys of its own. */
export async function openSecrets(dataDir: string): Promise<Secrets> {
  const path = join(dataDir, 'secrets.json');
  const existing = await readFile(path, 'utf8').catch(() => null);
  if (existing !== null) {
    const kept = secretsFile.parse(JSON.parse(existing));
    if (!existing.includes('accountsPassword')) await keep(path, kept);
    return kept;
  }

  const keys = await makeKeyPair();
  const random = () => randomBytes(32).toString('base64');
  const secrets: Secrets = {
    internalPublicKey: keys.publicKey,
    internalPrivateKey: keys.privateKey,
    contactKey: random(),
    sessionSecret: random(),
    issuerCookieKey: random(),
    importerSecret: newPassword(),
    rolePassword: newPassword(),
    accountsPassword: newPassword(),
  };
  await mkdir(dirname(path), { recursive: true });
  await keep(path, secrets);
  return secrets;
}

async function keep(path: string, secrets: Secrets): Promise<void> {
  await writeFile(`${path}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  await rename(`${path}.new`, path);
}
