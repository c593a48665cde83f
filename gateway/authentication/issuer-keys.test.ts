import { decodeProtectedHeader, type FlattenedJWSInput } from 'jose';
import { expect, it, onTestFinished, vi } from 'vitest';
import { serveToyIssuer } from '../testing/toy-issuer.ts';
import { openIssuerKeys } from './issuer-keys.ts';

async function open() {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const issuer = await serveToyIssuer();
  onTestFinished(() => issuer.stop());
  const warnings: unknown[] = [];
  const keys = openIssuerKeys(issuer.url, { warn: (what: unknown) => warnings.push(what) } as never);
  const find = async (token: string) => {
    const [protectedHeader = '', payload = '', signature = ''] = token.split('.');
    const input: FlattenedJWSInput = { protected: protectedHeader, payload, signature };
    const { alg, kid } = decodeProtectedHeader(token);
    return keys.find({ alg: alg ?? '', kid: kid ?? '' }, input);
  };
  const asked = () => issuer.requests.filter((path) => path === '/jwks').length;
  return { issuer, find, asked, warnings };
}
/** Waits by the real clock: vitest's own polling goes by the one that the test moves. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
const minutes = (count: number) => vi.setSystemTime(Date.now() + count * 60_000);

it('keys stay in use however long the issuer is away, and are fetched anew when it is back', async () => {
  const { issuer, find, asked, warnings } = await open();
  const token = await issuer.token('amal');
  await find(token);
  expect(asked()).toBe(1);
  minutes(9);
  await find(token);
  expect(asked()).toBe(1);
  minutes(2);
  await issuer.rotate();
  await find(token);
  const newer = await issuer.token('amal');
  await find(newer);
  expect(asked()).toBe(2);

  await issuer.stop();
  minutes(600);
  await find(newer);
  await until(() => warnings.length === 1);
  // Not asked again with every token.
  for (let i = 0; i < 10; i++) await find(newer);
  expect(warnings).toHaveLength(1);
});

it('keys that the issuer changed to are found, at most one look in ten seconds', async () => {
  const { issuer, find, asked } = await open();
  await find(await issuer.token('amal'));
  await issuer.rotate();
  const token = await issuer.token('amal');
  await expect(find(token)).rejects.toThrow();
  expect(asked()).toBe(1);
  minutes(1);
  await find(token);
  expect(asked()).toBe(2);
  for (let i = 0; i < 10; i++) {
    await expect(find(await issuer.token('amal', {}, { kid: `made-up-${i}` }))).rejects.toThrow();
  }
  expect(asked()).toBe(2);
});

it('many tokens at once ask once', async () => {
  const { issuer, find, asked } = await open();
  const token = await issuer.token('amal');
  await Promise.all(Array.from({ length: 20 }, () => find(token)));
  expect(asked()).toBe(1);
});
