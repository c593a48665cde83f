import { SignJWT } from 'jose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { holds, makeKeyPair, openSigner, openVerifier, type Viewer } from './auth.ts';
import { parseJwk } from './key-pair.ts';

const viewer: Viewer = {
  kind: 'person',
  subject: 'p-1',
  grants: [{ role: 'REVIEWER', scope: 'A' }],
  language: 'en',
  client: 'k',
};

const refused = { code: 'UNAUTHENTICATED' };

async function open() {
  const keys = await makeKeyPair();
  return {
    keys,
    signer: await openSigner(keys.privateKey),
    verifier: await openVerifier(keys.publicKey, 'here'),
  };
}

/** A token with any header and claims, signed with our own key: what a thief of nothing could not make. */
async function forge(privateKey: string, header: Record<string, unknown>, claims: Record<string, unknown>) {
  const { importJWK } = await import('jose');
  const key = await importJWK(parseJwk('private', privateKey), 'EdDSA');
  return new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', ...header }).sign(key);
}

const now = () => Math.floor(Date.now() / 1000);
const wellFormed = () => ({
  iss: 'internal',
  aud: 'here',
  iat: now() - 5,
  exp: now() + 55,
  kind: 'person',
  grants: [],
  language: 'ar',
  client: null,
});

describe('the internal identity', () => {
  afterEach(() => vi.useRealTimers());

  it('carries the viewer to the audience it was signed for', async () => {
    const { signer, verifier } = await open();
    expect(await verifier.verify(await signer.sign(viewer, 'here'))).toEqual(viewer);
  });

  it('carries an anonymous viewer as one without a subject', async () => {
    const { signer, verifier } = await open();
    const nobody: Viewer = { kind: 'anonymous', subject: null, grants: [], language: 'ar', client: null };
    expect(await verifier.verify(await signer.sign(nobody, 'here'))).toEqual(nobody);
  });

  it('is refused by another audience', async () => {
    const { signer, verifier } = await open();
    await expect(verifier.verify(await signer.sign(viewer, 'elsewhere'))).rejects.toMatchObject(refused);
  });

  it('is refused when older than sixty seconds, also when it was seen before', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { signer, verifier } = await open();
    const token = await signer.sign(viewer, 'here');
    await verifier.verify(token);
    vi.advanceTimersByTime(61_000);
    await expect(verifier.verify(token)).rejects.toMatchObject(refused);
  });

  it('is refused when it claims a longer life', async () => {
    const { keys, verifier } = await open();
    const old = await forge(keys.privateKey, {}, { ...wellFormed(), iat: now() - 61, exp: now() + 600 });
    await expect(verifier.verify(old)).rejects.toMatchObject(refused);
  });

  it('is refused unsigned', async () => {
    const { verifier } = await open();
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${part({ alg: 'none' })}.${part(wellFormed())}.`;
    await expect(verifier.verify(token)).rejects.toMatchObject(refused);
  });

  it('is refused when signed with the public key as a shared secret', async () => {
    const { keys, verifier } = await open();
    const secret = new TextEncoder().encode(keys.publicKey);
    const token = await new SignJWT(wellFormed()).setProtectedHeader({ alg: 'HS256' }).sign(secret);
    await expect(verifier.verify(token)).rejects.toMatchObject(refused);
  });

  it('is refused when signed with another key, even one that the token brings along', async () => {
    const { verifier } = await open();
    const other = await makeKeyPair();
    const header = { jwk: JSON.parse(other.publicKey), kid: '../../other' };
    await expect(verifier.verify(await forge(other.privateKey, header, wellFormed()))).rejects.toMatchObject(
      refused,
    );
  });

  it('is refused when a claim is missing', async () => {
    const { keys, verifier } = await open();
    const { grants: _, ...rest } = wellFormed();
    await expect(verifier.verify(await forge(keys.privateKey, {}, rest))).rejects.toMatchObject(refused);
    await expect(verifier.verify('not a token')).rejects.toMatchObject(refused);
  });

  it('signs the same viewer once for some seconds, then anew', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { signer } = await open();
    const first = await signer.sign(viewer, 'here');
    expect(await signer.sign({ ...viewer }, 'here')).toBe(first);
    expect(await signer.sign({ ...viewer, language: 'ar' }, 'here')).not.toBe(first);
    vi.advanceTimersByTime(26_000);
    expect(await signer.sign(viewer, 'here')).not.toBe(first);
  });

  it('refuses to start with a key that is not one', async () => {
    const keys = await makeKeyPair();
    await expect(openSigner('nonsense')).rejects.toThrow('The private key for the internal identity is not');
    await expect(openSigner(keys.publicKey)).rejects.toThrow('The private key');
    await expect(openVerifier(keys.privateKey, 'here')).rejects.toThrow('The public key');
  });
});

describe('a grant', () => {
  it('holds in its scope, and everywhere when it has none', () => {
    expect(holds(viewer, 'REVIEWER')).toBe(true);
    expect(holds(viewer, 'REVIEWER', 'A')).toBe(true);
    expect(holds(viewer, 'REVIEWER', 'B')).toBe(false);
    expect(holds(viewer, 'OTHER')).toBe(false);
    expect(holds({ ...viewer, grants: [{ role: 'REVIEWER', scope: null }] }, 'REVIEWER', 'B')).toBe(true);
  });
});
