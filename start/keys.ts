/** `npm run keys`: prints fresh keys for the distributed form, as lines of a .env file. */
import { randomBytes } from 'node:crypto';
import { makeKeyPair } from '@bekhedmetkom/platform/auth';

const { publicKey, privateKey } = await makeKeyPair();
const random = () => randomBytes(32).toString('base64');
const lines = {
  INTERNAL_PUBLIC_KEY: `'${publicKey}'`,
  INTERNAL_PRIVATE_KEY: `'${privateKey}'`,
  CONTACT_KEY: random(),
  SESSION_SECRET: random(),
  ISSUER_COOKIE_KEY: random(),
  IMPORTER_SECRET: randomBytes(24).toString('base64url'),
  ADMIN_PASSWORD: randomBytes(24).toString('base64url'),
  ROLE_PASSWORD: randomBytes(24).toString('base64url'),
};
for (const [name, value] of Object.entries(lines)) console.log(`${name}=${value}`);
