export { type Clock, ownClock, SetClock } from './clock.ts';
export { makeKeyPair } from './key-pair.ts';
export { openSigner, type Signer } from './signer.ts';
export { openVerifier, type Verifier } from './verifier.ts';
export { anonymous, type Grant, holds, type Language, serviceViewer, type Viewer } from './viewer.ts';
