import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';

export const signingAlgorithm = 'ES256';

const signingKey = z.looseObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  d: z.string(),
  x: z.string(),
  y: z.string(),
  kid: z.string(),
});
/** Private keys of the issuer, the first of which signs; the others are only published. */
export const signingKeys = z.object({ keys: z.array(signingKey).min(1) });
export type SigningKeys = z.infer<typeof signingKeys>;

/**
 * Reads the issuer's keys from `signing-keys.json` of a folder, or makes them there (readable to the owner
 * only): tokens stay valid over a restart. Throws a StartupError when the file is not what it should be.
 */
export async function openSigningKeys(folder: string): Promise<SigningKeys> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'signing-keys.json');
  const existing = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new StartupError(`The issuer's keys in ${path} cannot be read: ${error.message}.`, {
      cause: error,
    });
  });
  if (existing !== null) return parse(path, existing);

  const { privateKey } = await generateKeyPair(signingAlgorithm, { extractable: true });
  const kept = { ...(await exportJWK(privateKey)), kid: randomUUID(), use: 'sig', alg: signingAlgorithm };
  const keys = signingKeys.parse({ keys: [kept] });
  await writeFile(`${path}.new`, JSON.stringify(keys), { mode: 0o600 });
  await rename(`${path}.new`, path);
  return keys;
}

function parse(path: string, text: string): SigningKeys {
  try {
    return signingKeys.parse(JSON.parse(text));
  } catch (cause) {
    throw new StartupError(
      `${path} does not hold the issuer's keys. Restore it, or delete it to make new ones (everybody signs in again).`,
      { cause },
    );
  }
}
