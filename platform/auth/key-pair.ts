import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { StartupError } from '../errors/errors.ts';

/** Makes an Ed25519 key pair, each half as a JWK in JSON, as the environment carries them. */
export async function makeKeyPair(): Promise<{ publicKey: string; privateKey: string }> {
  const pair = await generateKeyPair('EdDSA', { extractable: true });
  return {
    publicKey: JSON.stringify(await exportJWK(pair.publicKey)),
    privateKey: JSON.stringify(await exportJWK(pair.privateKey)),
  };
}

/** Reads one half of a key pair. `name` is said to the person when it is not one. */
export function parseJwk(name: string, text: string): JWK {
  let jwk: unknown;
  try {
    jwk = JSON.parse(text);
  } catch {
    jwk = null;
  }
  const { kty, crv, d } = (jwk ?? {}) as JWK;
  const whole = name === 'private' ? typeof d === 'string' : d === undefined;
  if (kty === 'OKP' && crv === 'Ed25519' && whole) return jwk as JWK;
  throw new StartupError(`The ${name} key for the internal identity is not an Ed25519 key in JWK form.`);
}
