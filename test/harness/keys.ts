import {
  makeKeyPair,
  openSigner,
  openVerifier,
  type Signer,
  type Verifier,
  type Viewer,
} from '@bekhedmetkom/platform/auth';

export interface TestKeys {
  publicKey: string;
  privateKey: string;
  signer: Signer;
  verifierFor(audience: string): Promise<Verifier>;
  /** The request header that carries a viewer to one audience. */
  headersFor(viewer: Viewer, audience: string): Promise<Record<string, string>>;
}

/** A key pair of this test's own, with a signer for any viewer. */
export async function openTestKeys(): Promise<TestKeys> {
  const { publicKey, privateKey } = await makeKeyPair();
  const signer = await openSigner(privateKey);
  return {
    publicKey,
    privateKey,
    signer,
    verifierFor: (audience) => openVerifier(publicKey, audience),
    headersFor: async (viewer, audience) => ({ 'x-internal-identity': await signer.sign(viewer, audience) }),
  };
}
